"""Workbooks: what a spreadsheet changes, hides or computes is said; cover sheets are passed."""

import io
import zipfile

import pytest

from qsdev.tables.tests.build import FIRST, HEADER, SECOND, package, sheet_xml, workbook, xlsx
from qsdev.tables.tests.wanted import codes, column, read, refused


def test_place_names_sheet_row_and_column():
    table_file = read(workbook(("Title",), (), HEADER, FIRST), "t.xlsx")
    place = table_file.rows[0].place_of("stakeholder", table_file.columns)
    assert str(place) == "sheet “Suggestions”, row 4, column B"


def test_rows_and_columns_left_blank_before_the_table_are_counted():
    cells = [f'<c r="{letter}7" t="inlineStr"><is><t>{text}</t></is></c>'
             for letter, text in zip("CDEFGH", HEADER, strict=True)]  # fmt: skip
    values = [each.replace('7"', '8"').replace(f"<t>{text}<", f"<t>{value}<")
              for each, text, value in zip(cells, HEADER, FIRST, strict=True)]  # fmt: skip
    rows = f'<row r="7">{"".join(cells)}</row><row r="8">{"".join(values)}</row>'
    xml = sheet_xml([]).replace("<sheetData>", f"<sheetData>{rows}")
    table_file = read(xlsx(("S", "visible", xml)), "t.xlsx")
    place = table_file.rows[0].place_of("stakeholder", table_file.columns)
    assert (str(place), table_file.rows[0].cells["stakeholder"]) == (
        "sheet “S”, row 8, column D",
        "SCM1",
    )


def test_a_number_in_a_text_cell_is_warned_about_and_in_the_id_it_is_not():
    row = ('<c r="A2"><v>1</v></c>', *FIRST[1:5], '<c r="F2"><v>1.1</v></c>')
    table_file = read(workbook(HEADER, row), "t.xlsx")
    notices = [(each.code, str(each.place)) for each in table_file.all_notices]
    assert notices == [("number_cell", "sheet “Suggestions”, row 2, column F")]
    assert table_file.rows[0].cells["number"] == "1"


def test_a_formula_is_never_computed_and_an_error_is_a_problem():
    row = (*FIRST[:3], '<c r="D2"><f>1+1</f></c>', '<c r="E2" t="e"><v>#REF!</v></c>')
    table_file = read(workbook(HEADER, row), "t.xlsx")
    assert column(table_file, "why_important") == ["=1+1"]
    assert [(each.code, each.severity) for each in table_file.all_notices] == [
        ("formula", "warning"),
        ("error_cell", "problem"),
    ]


def test_a_name_merged_over_two_rows_counts_for_both():
    rows = (HEADER, FIRST, ("2", "", *SECOND[2:]))
    tail = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'
    table_file = read(workbook(*rows, tail=tail), "t.xlsx")
    assert column(table_file, "stakeholder") == ["SCM1", "SCM1"]
    assert codes(table_file) == ["merged_cells"]


def test_a_merged_number_is_not_repeated_so_the_lower_row_continues_the_upper():
    rows = (HEADER, FIRST, ("", "", "", "", "", "and more"))
    tail = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
    table_file = read(workbook(*rows, tail=tail), "t.xlsx")
    assert column(table_file, "supporting_information") == ["NG26\nand more"]


def test_hidden_rows_are_read_and_said():
    xml = sheet_xml([HEADER, FIRST, SECOND]).replace('<row r="3">', '<row r="3" hidden="1">')
    table_file = read(xlsx(("S", "visible", xml)), "t.xlsx")
    notices = [(each.code, str(each.place)) for each in table_file.all_notices]
    assert (len(table_file.rows), notices) == (2, [("hidden_content", "sheet “S”, row 3")])


def test_a_hidden_sheet_is_left_out_though_it_holds_a_table():
    data = xlsx(
        ("S", "visible", sheet_xml([HEADER, FIRST])), ("H", "hidden", sheet_xml([HEADER, SECOND]))
    )
    table_file = read(data, "t.xlsx")
    assert (column(table_file, "number"), codes(table_file)) == (["1"], ["hidden_content"])


def test_a_group_column_takes_the_place_of_heading_rows():
    rows = [(*HEADER, "Improvement area"), (*FIRST, "Assessment"), (*SECOND, "Schools")]
    table_file = read(workbook(*rows), "t.xlsx")
    assert [row.heading for row in table_file.rows] == ["Assessment", "Schools"]
    assert "heading" not in table_file.rows[0].cells


def test_a_row_without_number_that_names_somebody_is_not_joined():
    table_file = read(workbook(HEADER, FIRST, ("", *SECOND[1:])), "t.xlsx")
    assert column(table_file, "stakeholder") == ["SCM1", "Chroma"]
    assert codes(table_file) == ["no_number"]


def test_a_cell_at_the_end_of_the_grid_ends_in_a_refusal():
    far = '<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>'
    xml = sheet_xml([HEADER, FIRST]).replace(
        "</sheetData>", f'<row r="1048576">{far}</row></sheetData>'
    )
    refusal = refused(xlsx(("S", "visible", xml)), "t.xlsx")
    assert refusal.code in ("corrupt", "too_many_columns")


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [("xl/workbook.xml", "<sheets>", "<x:sheets>"), ("xl/workbook.xml", "</sheets>", "</x:sheets>"),
     ("xl/worksheets/sheet1.xml", 'r="1"', 'r="x" hidden="1"'),
     ("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet1.dat")],
)  # fmt: skip
def test_a_workbook_that_is_not_built_as_excel_builds_it_is_refused(part, old, new, caplog):
    with zipfile.ZipFile(io.BytesIO(workbook(HEADER, FIRST))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts[part] = parts[part].replace(old, new, 1)
    parts["xl/worksheets/sheet1.dat"] = parts["xl/worksheets/sheet1.xml"]
    refusal = refused(package(parts), "t.xlsx")
    assert (refusal.code, caplog.records) == ("corrupt", [])


def test_two_sheets_of_one_name_are_refused():
    one = ("S", "visible", sheet_xml([HEADER, FIRST]))
    assert refused(xlsx(one, one), "t.xlsx").code == "corrupt"


def test_row_with_words_of_other_columns_headers_is_kept():
    row = ("", "No", "Organisation", "", "", "")
    table_file = read(workbook(HEADER, FIRST, HEADER, row), "t.xlsx")
    kept = " ".join(cell for each in table_file.rows for cell in each.cells.values())
    assert ("No" in kept, "Organisation" in kept) == (True, True)
    messages = [each.message for each in table_file.notices if each.code == "repeated_header"]
    assert messages == ["Repeated header rows were dropped: 1."]
