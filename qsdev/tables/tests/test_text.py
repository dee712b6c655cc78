"""Text: delimiters and encodings are found, quotation marks must pair, pasted tables are joined."""

import pytest

from qsdev.tables.tests.build import FIRST, HEADER, SECOND, csv_text
from qsdev.tables.tests.wanted import codes, column, read, refused


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    table_file = read(csv_text(HEADER, FIRST, SECOND, delimiter=delimiter), "t.csv")
    assert column(table_file, "stakeholder") == ["SCM1", "Chroma"]


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", ["encoding_guessed"]),
     ("mac_roman", ["encoding_guessed"]), ("utf-16-le", ["encoding_guessed"])],
)  # fmt: skip
def test_the_encoding_is_found_and_a_guess_is_said(encoding, expected):
    words = "Children’s “café” – é"
    data = csv_text(HEADER, (*FIRST[:3], words, *FIRST[4:])).encode(encoding)
    table_file = read(data, "t.csv")
    assert (column(table_file, "why_important"), codes(table_file)) == ([words], expected)


def test_a_cell_of_several_lines_keeps_them_and_the_next_row_its_line():
    row = (*FIRST[:3], '"one\r\ntwo"', *FIRST[4:])
    table_file = read(csv_text(HEADER, row, SECOND), "t.csv")
    assert column(table_file, "why_important") == ["one\ntwo", "Bonding."]
    assert [str(row.place) for row in table_file.rows] == ["line 2", "line 4"]


def test_a_quotation_mark_without_partner_is_refused_with_its_line():
    refusal = refused(csv_text(HEADER, FIRST, ("2", 'x,"open', *SECOND[2:])), "t.csv")
    assert (refusal.code, "line 3" in refusal.message) == ("csv_quotes", True)


def test_quotation_marks_in_pasted_text_are_text():
    row = (*FIRST[:3], '"Exploring', *FIRST[4:])
    table_file = read(csv_text(HEADER, row, delimiter="\t"), "t.txt")
    assert column(table_file, "why_important") == ['"Exploring']


def test_pasted_text_begins_after_other_prose_and_tables():
    before = "Appendix 4\n\nTable 1\tSomething else\na\tb\n\n"
    table_file = read(before + csv_text(HEADER, FIRST, delimiter="\t"), "t.txt")
    assert [str(row.place) for row in table_file.rows] == ["line 7"]


def test_a_heading_split_over_cells_is_joined_by_its_overlaps():
    split = ("Asse", "essment of attac", "hment difficulties", "", "", "")
    table_file = read(csv_text(HEADER, split, FIRST, delimiter="\t"), "t.txt")
    assert table_file.rows[0].heading == "Assessment of attachment difficulties"


def test_cells_below_a_garbled_header_of_fewer_columns_find_their_column():
    garbled = (*HEADER[:2], "Suggested key area Why is this important? for quality improvement",
               *HEADER[4:])  # fmt: skip
    rows = (HEADER, FIRST, garbled, ("", "", "", "", "and more"))
    table_file = read(csv_text(*rows, delimiter="\t"), "t.txt")
    assert column(table_file, "supporting_information") == ["NG26\nand more"]


def test_a_page_number_between_rows_is_dropped():
    text = csv_text(HEADER, FIRST, ("35",), SECOND, delimiter="\t")
    assert column(read(text, "t.txt"), "number") == ["1", "2"]


def test_a_number_as_it_was_typed_is_handed_on():
    table_file = read(csv_text(HEADER, ("12a", *FIRST[1:])), "t.csv")
    assert column(table_file, "number") == ["12a"]


def test_a_table_whose_numbers_were_never_filled_in_is_not_joined():
    rows = [("", *FIRST[1:]), ("", *SECOND[1:]), ("", "", "Area", "", "", "")]
    table_file = read(csv_text(HEADER, *rows), "t.csv")
    assert column(table_file, "title") == ["Assessing attachment", "Arts therapies", "Area"]


def test_likeness_matches_a_misspelt_header_and_says_so():
    header = (HEADER[0], "Stakehloder", *HEADER[2:])
    table_file = read(csv_text(header, FIRST), "t.csv")
    assert [each.how for each in table_file.columns if each.key == "stakeholder"] == ["likeness"]


def test_synonyms_and_numbered_names_match():
    header = ("No", "Organisation", "Key area for quality improvement 1", "Why important",
              "Evidence or information that care is poor", "Other")  # fmt: skip
    table_file = read(csv_text(header, FIRST), "t.csv")
    found = {each.header: each.key for each in table_file.columns}
    assert list(found.values()) == [
        "number",
        "stakeholder",
        "title",
        "why_important",
        "why_key_area",
        None,
    ]
