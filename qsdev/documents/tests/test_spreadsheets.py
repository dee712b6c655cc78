"""Tables as xlsx and csv: what begins like a formula is text, and bytes do not change."""

import csv
import io

import openpyxl
import pytest

from qsdev.documents.spreadsheets import CUT, LONGEST_CELL, rows_of, write_csv, write_xlsx
from qsdev.documents.tests.sample_paper import sample_paper

FORMULAS = ["=1+1", "+44 20", "-5%", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0"]


def read_xlsx(content):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_in_xlsx_is_quoted_text(text):
    cell = read_xlsx(write_xlsx(["Words"], [[text]]))["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_in_csv_begins_with_an_apostrophe(text):
    assert read_csv(write_csv(["Words"], [[text]]))[1] == ["'" + text.replace("\r", "\n")]


def test_numbers_stay_numbers_and_words_stay_words():
    content = [["12", -5, 2.5, None, "Ordinary"]]
    sheet = read_xlsx(write_xlsx(list("abcde"), content))
    assert [cell.value for cell in sheet[2]] == ["12", -5, 2.5, None, "Ordinary"]
    assert read_csv(write_csv(list("abcde"), content))[1] == ["12", "-5", "2.5", "", "Ordinary"]


def test_other_scripts_and_forbidden_characters():
    row = ["اسم ≥ 5\x00", "line\none"]
    assert read_csv(write_csv(["a", "b"], [row]))[1] == ["اسم ≥ 5", "line\none"]
    assert [cell.value for cell in read_xlsx(write_xlsx(["a", "b"], [row]))[2]] == [
        "اسم ≥ 5",
        "line\none",
    ]


def test_text_longer_than_a_cell_is_cut_and_says_so():
    value = read_xlsx(write_xlsx(["a"], [["x" * 40_000]]))["A2"].value
    assert (len(value), value.endswith(CUT)) == (LONGEST_CELL, True)


def test_sheet_has_a_header_that_stays_and_filters():
    sheet = read_xlsx(write_xlsx(["ID", "Words"], [["1", "x"]], sheet="All: [1/2]"))
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.title) == ("A2", "A1:B2", "All   1 2")


def test_same_rows_give_the_same_bytes():
    assert write_xlsx(["a"], [["x"]]) == write_xlsx(["a"], [["x"]])


def test_table_of_a_paper_becomes_rows_under_their_groups():
    table = sample_paper(suggestions=2).sections[-1].blocks[0]
    headings, rows = rows_of(table)
    assert headings[:3] == ["Group", "ID", "Stakeholder"]
    assert [row[:2] for row in rows] == [["Training", "1"], ["Stability of placements", "2"]]
