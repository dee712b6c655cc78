"""The three forms in which the real table stands are read as the same fifty rows."""

import json

import pytest

from qsdev.tables.tests.wanted import codes, read
from qsdev.tests.shared_data import shared_data

WORKBOOK = "appendix-4.xlsx"
PAPER = "childrens-attachment-briefing-paper.txt"
FILES = ("appendix-4-as-printed.docx", WORKBOOK, PAPER)
KEYS = ("stakeholder", "title", "why_important", "why_key_area", "supporting_information")


def real(name):
    return read(shared_data(name).read_bytes(), name)


def facts():
    return json.loads(shared_data("seed-facts.json").read_text())["appendix4"]


@pytest.mark.parametrize("name", FILES)
def test_fifty_rows_are_numbered_one_to_fifty(name):
    numbers = [row.cells["number"] for row in real(name).rows]
    assert numbers == [str(number) for number in range(1, 51)]


@pytest.mark.parametrize("name", FILES)
def test_each_row_comes_under_the_heading_of_its_area(name):
    found = {}
    for row in real(name).rows:
        found.setdefault(row.heading, []).append(int(row.cells["number"]))
    assert found == {area: each["ids"] for area, each in facts()["by_area"].items()}


@pytest.mark.parametrize("name", [FILES[0], PAPER])
def test_printed_tables_and_the_workbook_give_the_same_cells(name):
    expected = [(row.cells, row.heading) for row in real(WORKBOOK).rows]
    assert [(row.cells, row.heading) for row in real(name).rows] == expected


def test_rows_of_the_paper_stand_on_the_lines_that_were_counted_by_hand():
    lines = [(row.place.row, len(row.continued)) for row in real(PAPER).rows]
    expected = [(each["line"], each["continuation_line_count"]) for each in facts()["suggestions"]]
    assert lines == expected


def test_a_cell_is_blank_only_where_it_was_printed_blank():
    rows = zip(real(PAPER).rows, facts()["suggestions"], strict=True)
    for row, fact in rows:
        for key, is_blank in zip(KEYS, fact["blank"].values(), strict=True):
            assert (row.cells[key] == "") == is_blank or (is_blank and row.continued), row.place


@pytest.mark.parametrize("name", [FILES[0], PAPER])
def test_repeated_headers_are_dropped_even_when_garbled(name):
    messages = [each.message for each in real(name).notices if each.code == "repeated_header"]
    dropped = facts()["repeated_header_rows"] - 1  # the first one is the header itself
    assert messages == [f"Repeated header rows were dropped: {dropped}."]


def test_joining_is_the_only_warning_about_the_printed_table():
    assert [codes(real(name)) for name in FILES] == [["continuation"], [], ["continuation"]]
