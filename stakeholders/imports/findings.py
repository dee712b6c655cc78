"""What is found in a row: a problem (cannot be imported as it is) or a warning (can)."""

from qsdev.tables import PROBLEM, WARNING
from stakeholders.imports.columns import HEADING_KEY, NAME_KEY, NUMBER_KEY

#: (severity, column, sentence). {…} are filled with names, numbers and counts.
KINDS = {
    "no_stakeholder": (PROBLEM, NAME_KEY, "Enter the stakeholder’s name."),
    "unknown_stakeholder": (
        PROBLEM,
        NAME_KEY,
        "“{name}” is not in the register. Choose a stakeholder, or register this one.",
    ),
    "similar_stakeholder": (
        PROBLEM,
        NAME_KEY,
        "“{name}” is not in the register. Did they mean {proposals}? Choose one, or register"
        " this one.",
    ),
    "new_stakeholder": (
        WARNING,
        NAME_KEY,
        "{name} is new, as the whole register is: importing registers this organisation.",
    ),
    "new_pseudonym": (
        WARNING,
        NAME_KEY,
        "{name} is new to this topic: importing adds this specialist committee member.",
    ),
    "scm_identity": (
        PROBLEM,
        NAME_KEY,
        "Other words stood beside {name}, perhaps the member’s own name. They were not kept."
        " Enter the pseudonym alone.",
    ),
    "bad_id": (PROBLEM, NUMBER_KEY, "The ID is not a whole number. Correct it, or leave it empty."),
    "duplicate_id": (
        PROBLEM,
        NUMBER_KEY,
        "ID {number} stands in {count} rows with different content. Correct the ID, or leave out"
        " the rows that should not be there.",
    ),
    "repeated_row": (
        WARNING,
        NUMBER_KEY,
        "This row repeats an earlier one with ID {number} word for word, so it is left out.",
    ),
    "already_imported": (
        WARNING,
        NUMBER_KEY,
        "This row is in the topic already, as suggestion {number}, so it is left out.",
    ),
    "id_taken": (
        WARNING,
        NUMBER_KEY,
        "The topic has another suggestion {number}: this one gets the next free number.",
    ),
    "id_gap": (WARNING, NUMBER_KEY, "The IDs jump from {before} to {number}. Are rows missing?"),
    "alias": (
        WARNING,
        NAME_KEY,
        "“{name}” was matched to {stakeholder} through another of its names.",
    ),
    "text_after_name": (
        WARNING,
        NAME_KEY,
        "Only the first line was taken as the name: {stakeholder}.",
    ),
    "no_heading": (WARNING, HEADING_KEY, "This row stands under no heading, though others do."),
    "form_label": (
        WARNING,
        "key_area",
        "The key area seems to be a label printed in the form, not the contributor’s words.",
    ),
    "form_label_heading": (
        WARNING,
        HEADING_KEY,
        "The heading seems to be a label printed in the form.",
    ),
    "too_many_key_areas": (
        WARNING,
        NAME_KEY,
        "{stakeholder} suggests {count} key areas; the exercise asks for at most {limit}.",
    ),
    "empty_suggestion": (WARNING, "key_area", "The row has an ID or a name but no suggestion."),
    "personal_data": (
        WARNING,
        None,
        "This looks like personal data ({what}). Redact it once the row is imported.",
    ),
}
#: Found anew whenever the register, the topic's numbers or other rows may have changed.
OF_THE_EXERCISE = frozenset(KINDS) - {"empty_suggestion", "personal_data", "form_label"}
LEAVES_OUT = frozenset({"repeated_row", "already_imported"})
LONGEST_NAME_SHOWN = 80


def finding(code, column=None, **words):
    """A finding as it is kept with its row; its place is added when the row's is known."""
    severity, usual_column, sentence = KINDS[code]
    if "name" in words and len(words["name"]) > LONGEST_NAME_SHOWN:
        words["name"] = words["name"][: LONGEST_NAME_SHOWN - 1] + "…"
    return {
        "code": code,
        "severity": severity,
        "column": column or usual_column,
        "message": sentence.format(**words) if words else sentence,
    }


def from_notice(notice):
    """A notice of the reader as a finding of the row (or of the file)."""
    place = notice.place
    return {
        "code": notice.code,
        "severity": notice.severity,
        "column": None,
        "message": notice.message,
        "place": str(place) if place else "",
    }


def from_notices(notices):
    """The reader's notices of one row, each code once: a row joined from nine says so once."""
    found = {}
    for notice in notices:
        first = found.setdefault(notice.code, {**from_notice(notice), "times": 0})
        first["times"] += 1
    for each in found.values():
        times = each.pop("times")
        if times > 1:
            each["message"] += f" The same goes for {times - 1} more such places."
    return list(found.values())
