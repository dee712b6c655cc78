"""The columns of a table of comments, by the names they go under; NICE's own export among them."""

from dataclasses import replace

from qsdev.tables import NAME, NUMBER, TEXT, ColumnSpec

#: What a person may correct in a row; the organisation's own words stay to the letter.
CORRECTABLE = ("organisation", "on_behalf", "statement", "question", "section", "submitted")

LABELS = {
    "number": "ID",
    "organisation": "Organisation",
    "on_behalf": "Responds as an organisation",
    "statement": "Statement",
    "question": "Question",
    "section": "Section",
    "quote": "Passage that was marked",
    "comment": "Comment",
    "yes_no": "Yes or no",
    "answer": "Answer to a question",
    "tobacco": "Links with the tobacco industry",
    "tobacco_details": "Details of tobacco links",
    "interest": "Interest in supporting",
    "submitted": "Date submitted",
}

NAMES = {
    "number": ("ID", "No", "Number", "Comment number", "Comment no", "Ref", "Reference"),
    "organisation": (
        "Organisation",
        "Organisation name",
        "Name of organisation",
        "Stakeholder",
        "Stakeholder organisation",
        "Stakeholder name",
        "Registered stakeholder",
        "Name of stakeholder organisation",
        "Submission criteria organisation",
    ),
    "on_behalf": (
        "Represents an organisation",
        "Responding as an organisation",
        "Responds as an organisation",
        "Organisation or individual",
    ),
    "statement": (
        "Statement",
        "Statement number",
        "Statement no",
        "Quality statement",
        "Quality statement number",
        "Draft statement",
        "Statement or question",
        "Chapter name",
        "Chapter",
    ),
    "question": (
        "Question",
        "Question number",
        "Question text",
        "Question no",
        "Consultation question",
    ),
    "section": ("Section", "Section of the draft", "Part", "Measure", "Section or measure"),
    "quote": ("Selected text", "Quote", "Quoted text", "Marked passage"),
    "comment": (
        "Comment",
        "Comments",
        "Comment text",
        "Stakeholder comment",
        "Stakeholder comments",
        "Comments from stakeholders",
        "Your comment",
    ),
    "yes_no": ("Yes/No answer", "Yes or no"),
    "answer": ("Answer text", "Answer", "Answer to question"),
    "tobacco": (
        "Has tobacco links",
        "Tobacco links",
        "Tobacco industry links",
        "Links with the tobacco industry",
        "Links to the tobacco industry",
        "Disclosure of tobacco links",
    ),
    "tobacco_details": (
        "Tobacco link details",
        "Details of tobacco links",
        "Submission criteria tobacco",
        "Tobacco disclosure",
    ),
    "interest": (
        "Interest in supporting",
        "Organisation interested in formal support",
        "Interested in supporting",
        "Interest in supporting the quality standard",
        "Expression of interest",
        "Organisation expression of interest",
    ),
    "submitted": (
        "Date submitted",
        "Date received",
        "Submitted",
        "Submitted on",
        "Received",
        "Received on",
        "Submission date",
    ),
}
NEEDED = ("organisation", "comment")
KINDS = {"number": NUMBER, "organisation": NAME}
COLUMNS = tuple(
    ColumnSpec(key, names, required=key in NEEDED, kind=KINDS.get(key, TEXT))
    for key, names in NAMES.items()
)
#: Once a person has matched the columns: what they left out is not looked for by name.
COLUMNS_BY_HAND = tuple(replace(column, required=column.key in NEEDED) for column in COLUMNS)
