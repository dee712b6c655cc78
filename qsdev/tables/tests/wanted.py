"""The columns of a table of suggestions, as an example for these tests."""

from qsdev.tables import (
    HEADING,
    NAME,
    NOTE,
    NUMBER,
    ColumnSpec,
    FormSpec,
    RefusedFile,
    read_tables,
)

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


def read(source, file_name, **more):
    """`read_tables` for these columns; text is encoded first."""
    data = source.encode() if isinstance(source, str) else source
    return read_tables(data, file_name=file_name, columns=SUGGESTIONS, **more)


def refused(source, file_name, **more):
    """The refusal that reading comes to; None if it is read."""
    try:
        read(source, file_name, **more)
    except RefusedFile as refusal:
        return refusal
    return None


def codes(table_file):
    """The codes of all notices that are more than a note, sorted, each once."""
    return sorted({each.code for each in table_file.all_notices if each.severity != NOTE})


def column(table_file, key):
    """The cells of one column."""
    return [row.cells[key] for row in table_file.rows]
