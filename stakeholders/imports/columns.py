"""The columns of a stakeholder table and of an engagement form, by the names they go under."""

from dataclasses import replace

from qsdev.tables import HEADING, NAME, NUMBER, TEXT, ColumnSpec, FormSpec
from stakeholders.models import WORDS, SuggestionKind

NUMBER_KEY, NAME_KEY, HEADING_KEY, KIND_KEY = "number", "stakeholder", "heading", "kind"
#: What a person may correct in a row; the contributor's own words stay to the letter.
CORRECTABLE = (NUMBER_KEY, NAME_KEY, HEADING_KEY)

LABELS = {
    NUMBER_KEY: "ID",
    NAME_KEY: "Stakeholder",
    HEADING_KEY: "Heading",
    "key_area": "Suggested key area for quality improvement",
    "why_important": "Why is this important?",
    "why_key_area": "Why is this a key area for quality improvement?",
    "supporting_information": "Supporting information",
}

COLUMNS = (
    ColumnSpec(
        NUMBER_KEY,
        ("ID", "No", "Number", "Suggestion ID", "Suggestion number", "Row", "Ref", "Reference"),
        required=False,
        kind=NUMBER,
    ),
    ColumnSpec(
        NAME_KEY,
        (
            "Stakeholder",
            "Organisation",
            "Organisation name",
            "Name of organisation",
            "Stakeholder organisation",
            "Stakeholder name",
            "Registered stakeholder",
            "Contributor",
            "Respondent",
            "Submitted by",
        ),
        kind=NAME,
    ),
    ColumnSpec(
        "key_area",
        (
            "Suggested key area for quality improvement",
            "Key area for quality improvement",
            "Suggested key area",
            "Key area",
            "Suggestion",
            "Suggested area for quality improvement",
        ),
        kind=TEXT,
    ),
    ColumnSpec(
        "why_important",
        ("Why is this important?", "Why important", "Why is it important?", "Importance"),
        kind=TEXT,
    ),
    ColumnSpec(
        "why_key_area",
        (
            "Why is this a key area for quality improvement?",
            "Why is it a key area for quality improvement?",
            "Why is this a key area?",
            "Why is it a key area?",
            "Why a key area",
            "Evidence or information that care in the suggested key area for quality improvement"
            " is poor or variable and requires improvement",
        ),
        kind=TEXT,
    ),
    ColumnSpec(
        "supporting_information",
        (
            "Supporting information",
            "Evidence or information",
            "Supporting evidence",
            "Evidence",
            "References",
            "Source",
        ),
        required=False,
        kind=TEXT,
    ),
    ColumnSpec(
        HEADING_KEY,
        ("Heading", "Group", "Improvement area", "Area", "Quality improvement area", "Theme"),
        required=False,
        kind=HEADING,
    ),
)

FORM = FormSpec(
    owner_key=NAME_KEY,
    owner_labels=(
        "Organisation name",
        "Name of organisation",
        "Organisation",
        "Stakeholder",
        "Stakeholder organisation",
        "Name of stakeholder organisation",
        "Specialist committee member",
    ),
    kind_key=KIND_KEY,
    kinds=(
        (
            str(SuggestionKind.KEY_AREA),
            ("Key area for quality improvement", "Suggested key area for quality improvement"),
        ),
        (
            str(SuggestionKind.DEVELOPMENTAL_AREA),
            (
                "Additional developmental areas of emergent practice",
                "Developmental areas of emergent practice",
                "Developmental area of emergent practice",
                "Developmental area",
            ),
        ),
        (
            str(SuggestionKind.EVIDENCE_SOURCE),
            (
                "Additional evidence sources for consideration",
                "Evidence sources for consideration",
                "Evidence source",
            ),
        ),
    ),
    label_key="key_area",
)

NEEDED_AT_LEAST = (NAME_KEY, "key_area")
#: What is looked for once a person has matched the columns: they may know that some are lacking.
COLUMNS_BY_HAND = tuple(
    replace(column, required=column.key in NEEDED_AT_LEAST) for column in COLUMNS
)
STORED_KEYS = (NUMBER_KEY, NAME_KEY, KIND_KEY, *WORDS)
