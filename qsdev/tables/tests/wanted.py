"""The columns of a table of suggestions, as an example for these tests."""

from qsdev.tables import HEADING, NAME, NUMBER, ColumnSpec, FormSpec

SUGGESTIONS = (
    ColumnSpec("number", ("ID", "No", "Number", "Ref"), required=False, kind=NUMBER),
    ColumnSpec("stakeholder", ("Stakeholder", "Organisation", "Organisation name"), kind=NAME),
    ColumnSpec(
        "title",
        ("Suggested key area for quality improvement", "Key area for quality improvement"),
    ),
    ColumnSpec("why_important", ("Why is this important?", "Why important")),
    ColumnSpec(
        "why_key_area",
        (
            "Why is this a key area for quality improvement?",
            "Why key area",
            "Evidence or information",
        ),
    ),
    ColumnSpec("supporting_information", ("Supporting information",), required=False),
    ColumnSpec("heading", ("Improvement area", "Area", "Group"), required=False, kind=HEADING),
)
FORM = FormSpec(
    owner_key="stakeholder",
    owner_labels=("Organisation", "Organisation name", "Name of organisation", "Stakeholder"),
    kind_key="kind",
    kinds=(
        ("key area", ("Key area for quality improvement",)),
        ("developmental area", ("Additional developmental areas of emergent practice",)),
        ("evidence source", ("Additional evidence sources for consideration",)),
    ),
    label_key="title",
)
