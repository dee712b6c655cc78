"""What is found in a row of comments: a problem (refused as it is) or a warning (imported)."""

from qsdev.tables import PROBLEM, WARNING

#: (severity, column, sentence). {…} are filled with names, numbers and dates.
KINDS = {
    "individual": (
        PROBLEM,
        "organisation",
        "This comment is an individual’s: only registered organisations respond.",
    ),
    "no_organisation": (
        PROBLEM,
        "organisation",
        "No organisation is named. Enter the one that responded; individuals’ comments are"
        " refused.",
    ),
    "unregistered": (
        PROBLEM,
        "organisation",
        "“{name}” is not a registered stakeholder. Enter a registered name, or register it first.",
    ),
    "similar": (
        PROBLEM,
        "organisation",
        "“{name}” is not a registered stakeholder. Did they mean {proposals}?",
    ),
    "second_response": (
        PROBLEM,
        "organisation",
        "{name} responded already, on {date}: an organisation responds once.",
    ),
    "late": (
        PROBLEM,
        "submitted",
        "Received on {date}, after the consultation closed on {closed}.",
    ),
    "unknown_statement": (
        PROBLEM,
        "statement",
        "The draft has no statement “{words}”. Enter the number of one of its statements.",
    ),
    "unknown_question": (
        PROBLEM,
        "question",
        "The consultation has no question “{words}”. Enter the number of one of its questions.",
    ),
    "nothing_written": (WARNING, "comment", "Nothing is written in this row."),
    "alias": (WARNING, "organisation", "“{name}” was matched to {stakeholder}."),
    "drafting": (
        WARNING,
        "organisation",
        "{name} is drafting a response on the web too: what is imported counts, and the draft can"
        " no longer be submitted.",
    ),
    "date_unread": (
        PROBLEM,
        "submitted",
        "“{words}” is not understood as a date. Enter it like 10 March 2016 17:00, or leave it"
        " empty: then the date on which the table was received counts.",
    ),
    "repeated": (
        WARNING,
        "comment",
        "The same organisation says the same of the same place in an earlier row.",
    ),
    "personal_data": (
        WARNING,
        "comment",
        "This looks like personal data ({what}). Redact it once it is imported.",
    ),
    "confidential": (
        WARNING,
        "comment",
        "This seems to be marked as confidential. Redact it once it is imported, or refuse it.",
    ),
    "disclosure_differs": (
        WARNING,
        "tobacco",
        "Another row of this organisation says something else of tobacco links or of its interest"
        " in supporting. Links that any row discloses count, and the first that is said of"
        " interest.",
    ),
}
#: Problems that are reasons of the process to refuse, by the words of the reason.
REFUSALS = {
    "late": "Late",
    "unregistered": "Unregistered organisation",
    "similar": "Unregistered organisation",
    "second_response": "Second response of one organisation",
    "individual": "Individual",
    "no_organisation": "Individual",
    "confidential": "Confidential or identifying material",
    "unplaced": "Could not be placed",
}
#: The code under which a refusal is kept for good, where it is another than the problem's own.
KEPT_AS = {
    "similar": "unregistered",
    "no_organisation": "individual",
    "unknown_statement": "unplaced",
    "unknown_question": "unplaced",
}
LONGEST_SHOWN = 80


def finding(code, **words):
    """A finding as it is kept with its row."""
    severity, column, sentence = KINDS[code]
    short = {key: shortened(text) for key, text in words.items()}
    return {
        "code": code,
        "severity": severity,
        "column": column,
        "message": sentence.format(**short) if short else sentence,
    }


def shortened(text):
    text = str(text)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
