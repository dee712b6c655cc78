"""Word tables: merged cells, tracked changes, content controls, nested tables, hidden text."""

import pytest

from qsdev.tables.tests.build import FIRST, HEADER, SECOND, cell, docx, line, run, word_table
from qsdev.tables.tests.wanted import codes, column, read, refused


def read_rows(*lines):
    return read(docx(word_table(HEADER, *lines)), "t.docx")


def first_with(content):
    return line(*FIRST[:2], cell(content), *FIRST[3:])


def test_a_cell_over_two_columns_is_given_once_and_its_neighbour_keeps_its_place():
    wide = cell("Both reasons.", '<w:gridSpan w:val="2"/>')
    row = read_rows(line(*FIRST[:3], wide, FIRST[5])).rows[0]
    assert list(row.cells.values())[3:] == ["Both reasons.", "", "NG26"]


def test_columns_match_though_every_row_divides_the_grid_differently():
    two = '<w:gridSpan w:val="2"/>'
    header = line(cell("ID", two), *HEADER[1:])
    row = line(cell("1", two), *FIRST[1:])
    assert read(docx(word_table(header, row)), "t.docx").rows[0].cells["stakeholder"] == "SCM1"


def test_a_name_merged_downwards_counts_for_each_row_and_text_stands_once():
    top = '<w:vMerge w:val="restart"/>'
    upper = line("1", cell("SCM1", top), "One", cell("Why", top), "x", "y")
    lower = line("2", cell("", "<w:vMerge/>"), "Two", cell("", "<w:vMerge/>"), "x", "y")
    table_file = read_rows(upper, lower)
    assert column(table_file, "stakeholder") == ["SCM1", "SCM1"]
    assert column(table_file, "why_important") == ["Why", ""]
    assert codes(table_file) == ["merged_cells"]


def test_a_row_across_the_whole_table_is_the_heading_of_those_below():
    heading = line(cell("Assessment", '<w:gridSpan w:val="6"/>'))
    table_file = read_rows(heading, FIRST, SECOND)
    assert [row.heading for row in table_file.rows] == ["Assessment", "Assessment"]


def test_inserted_text_is_kept_and_deleted_text_is_not():
    changed = (
        f'<w:p><w:ins w:author="J">{run("new")}</w:ins>'
        '<w:del w:author="J"><w:r><w:delText>old</w:delText><w:t>older</w:t></w:r></w:del></w:p>'
    )
    table_file = read_rows(first_with(changed))
    assert (column(table_file, "title"), codes(table_file)) == (["new"], ["tracked_changes"])


def test_a_row_deleted_under_tracked_changes_is_gone():
    deleted = line(*SECOND, properties='<w:del w:author="J"/>')
    assert column(read_rows(FIRST, deleted), "number") == ["1"]


def test_former_properties_of_a_cell_do_not_count():
    former = '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>'
    row = read_rows(line("1", cell("SCM1", former), *FIRST[2:])).rows[0]
    assert row.cells["title"] == "Assessing attachment"


def test_a_table_in_a_content_control_is_read_without_placeholders():
    placeholder = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"<w:p>{run('Click here')}</w:p></w:sdtContent></w:sdt>"
    )
    table = word_table(HEADER, first_with(placeholder))
    body = f"<w:sdt><w:sdtContent>{table}</w:sdtContent></w:sdt>"
    assert column(read(docx(body), "t.docx"), "title") == [""]


def test_a_nested_table_that_is_looked_for_becomes_the_table():
    inner = word_table(HEADER, FIRST)
    body = word_table(line("Please fill in", cell(f"{inner}<w:p/>")))
    assert column(read(docx(body), "t.docx"), "stakeholder") == ["SCM1"]


def test_any_other_nested_table_stays_text_of_its_cell():
    inner = word_table(("a", "b"), ("c", "d"))
    table_file = read_rows(first_with(f"<w:p>{run('See')}</w:p>{inner}<w:p/>"))
    assert column(table_file, "title") == ["See\na\tb\nc\td"]
    assert codes(table_file) == ["nested_table"]


def test_hidden_text_is_left_out_with_a_warning():
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("shown") + "</w:p>"
    table_file = read_rows(first_with(hidden))
    assert (column(table_file, "title"), codes(table_file)) == (["shown"], ["hidden_content"])


def test_breaks_tabs_hyphens_and_symbols_are_text_and_tab_stops_are_not():
    rich = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>a</w:t>'
        "<w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>'
    )
    assert column(read_rows(first_with(rich)), "title") == ["a\nb\tc\u2011d→"]


def test_the_fallback_of_a_drawing_does_not_double_its_text():
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<w:p><mc:AlternateContent xmlns:mc="{space}"><mc:Choice>{run("once")}</mc:Choice>'
        f"<mc:Fallback>{run('once')}</mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert column(read_rows(first_with(both)), "title") == ["once"]


def test_tables_of_one_header_are_pages_of_one_table():
    body = word_table(HEADER, FIRST) + "<w:p/>" + word_table(HEADER, SECOND)
    table_file = read(docx(body), "t.docx")
    assert [str(row.place) for row in table_file.rows] == ["table 1, row 2", "table 2, row 2"]


def test_a_page_without_header_goes_on_if_it_is_as_wide_and_numbered():
    body = word_table(HEADER, FIRST) + "<w:p/>" + word_table(SECOND)
    assert column(read(docx(body), "t.docx"), "number") == ["1", "2"]


def test_a_page_with_a_garbled_header_is_a_page_of_the_table():
    garbled = (*HEADER[:3], "l =", *HEADER[4:])
    table_file = read(docx(word_table(HEADER, FIRST) + word_table(garbled, SECOND)), "t.docx")
    assert column(table_file, "why_important") == ["Access matters.", "Bonding."]


def test_a_table_that_looks_alike_and_is_not_read_is_warned_about():
    other = word_table(("ID", "Stakeholder", "Remark"), ("7", "SCM1", "x"))
    table_file = read(docx(word_table(HEADER, FIRST) + other), "t.docx")
    notices = [(each.code, str(each.place)) for each in table_file.notices]
    assert (len(table_file.rows), notices) == (1, [("table_left_out", "table 2, row 1")])


def test_tables_for_other_things_are_passed_over():
    body = word_table(("Name", "Jane"), ("Phone", "1")) + word_table(HEADER, FIRST)
    table_file = read(docx(body), "t.docx")
    assert column(table_file, "number") == ["1"]
    assert "Jane" not in repr(table_file)


@pytest.mark.parametrize(
    "body",
    ["<w:tbl><w:tc><w:p/></w:tc></w:tbl>", "<w:tr><w:tc/></w:tr>",
     "<w:tbl><w:tr><w:tr/></w:tr></w:tbl>", "<w:tbl><w:tr><w:tc><w:tc/></w:tc></w:tr></w:tbl>",
     "<w:tbl>" * 21 + "</w:tbl>" * 21],
)  # fmt: skip
def test_a_table_that_is_not_built_as_word_builds_it_is_refused(body, caplog):
    refusal = refused(docx(body), "t.docx")
    assert (refusal.code, refusal.scope, caplog.records) == ("corrupt", "file", [])
