"""A refusal of scope "mapping" carries what a person needs to settle it, and can be settled."""

from qsdev.tables import Choice
from qsdev.tables.tests.build import FIRST, HEADER, SECOND, csv_text, sheet_xml, xlsx
from qsdev.tables.tests.wanted import column, read, refused

KEYS = dict(enumerate(
    ("number", "stakeholder", "title", "why_important", "why_key_area", "supporting_information")
))  # fmt: skip


def test_the_refusal_shows_headers_and_values():
    refusal = refused(csv_text((*HEADER[:3], "l =", *HEADER[4:]), FIRST), "t.csv")
    found = refusal.tables[0].columns[3]
    assert (found.header, found.key, found.samples) == ("l =", None, ("Access matters.",))
    assert refusal.message == (
        "“t.csv” lacks a column for “Why is this important?” in its header (line 1). "
        "Say which column it is."
    )


def test_a_missing_column_is_settled_by_saying_which_it_is():
    text = csv_text((*HEADER[:3], "l =", *HEADER[4:]), FIRST)
    table_file = read(text, "t.csv", choose=Choice(columns=KEYS))
    assert column(table_file, "why_important") == ["Access matters."]
    assert {each.how for each in table_file.columns} == {"chosen"}


def test_a_table_without_header_is_settled_and_loses_no_row():
    text = csv_text(FIRST, SECOND)
    assert refused(text, "t.csv").code == "no_header"
    table_file = read(text, "t.csv", choose=Choice(header_row=0, columns=KEYS))
    assert column(table_file, "stakeholder") == ["SCM1", "Chroma"]


def test_two_sheets_are_settled_by_choosing_one():
    data = xlsx(
        ("A", "visible", sheet_xml([HEADER, FIRST])), ("B", "visible", sheet_xml([HEADER, SECOND]))
    )
    refusal = refused(data, "t.xlsx")
    assert (refusal.code, [each.name for each in refusal.tables]) == ("several_tables", ["A", "B"])
    assert column(read(data, "t.xlsx", choose=Choice(table=1)), "stakeholder") == ["Chroma"]


def test_a_column_left_out_of_the_choice_is_dropped():
    columns = {index: key for index, key in KEYS.items() if key != "supporting_information"}
    table_file = read(csv_text(HEADER, FIRST), "t.csv", choose=Choice(columns=columns))
    assert "NG26" not in repr(table_file)
    assert [each.code for each in table_file.notices] == ["extra_columns"]


def test_a_choice_that_lacks_a_required_column_is_asked_again():
    refusal = refused(csv_text(HEADER, FIRST), "t.csv", choose=Choice(columns={0: "number"}))
    assert (refusal.code, refusal.scope) == ("missing_column", "mapping")


def test_a_table_that_is_not_there_is_asked_again():
    refusal = refused(csv_text(HEADER, FIRST), "t.csv", choose=Choice(table=7))
    assert refusal.scope == "mapping"
