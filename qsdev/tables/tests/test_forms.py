"""One engagement form a contributor: its owner, its kinds, its labels that are nobody's words."""

import pytest

from qsdev.tables.tests.build import HEADER, cell, docx, line, run, word_table, workbook
from qsdev.tables.tests.wanted import FORM, column, read, refused

FORM_HEADER = HEADER[2:]
LABEL = "Key area for quality improvement"


def form(*rows, owner=("Organisation name", "Chroma (Therapies) Ltd")):
    small = word_table(owner, ("Your name", "Jane Doe"))
    return docx(small + "<w:p/>" + word_table(FORM_HEADER, *rows))


def test_each_filled_key_area_is_a_row_of_the_organisation():
    data = form((f"{LABEL} 1: Arts therapies", "Bonding.", "Cases.", "NG26"),
                (f"{LABEL} 2", "", "", ""))  # fmt: skip
    table_file = read(data, "form.docx", form=FORM)
    assert [row.cells for row in table_file.rows] == [
        {
            "stakeholder": "Chroma (Therapies) Ltd",
            "kind": "key area",
            "title": "Arts therapies",
            "why_important": "Bonding.",
            "why_key_area": "Cases.",
            "supporting_information": "NG26",
        }
    ]
    assert table_file.is_form
    assert "Jane Doe" not in repr(table_file)


def test_developmental_areas_and_evidence_sources_have_their_kind():
    span = line(cell("Additional developmental areas of emergent practice",
                     '<w:gridSpan w:val="4"/>'))  # fmt: skip
    data = form((f"{LABEL} 1\nOne", "a", "b", ""), span, ("Two", "c", "d", ""),
                ("Additional evidence sources for consideration", "SCIE", "", ""))  # fmt: skip
    table_file = read(data, "form.docx", form=FORM)
    assert column(table_file, "kind") == ["key area", "developmental area", "evidence source"]
    assert column(table_file, "title") == ["One", "Two", ""]


def test_labels_in_a_column_of_their_own_are_no_content():
    body = word_table(("Organisation", "MU")) + word_table(
        ("", *FORM_HEADER), (f"{LABEL} 1", "One", "a", "b", ""), (f"{LABEL} 2", "", "", "", "")
    )
    table_file = read(docx(body), "form.docx", form=FORM)
    assert (column(table_file, "title"), column(table_file, "kind")) == (["One"], ["key area"])


def test_a_form_in_a_workbook_is_read():
    rows = [("Organisation", "MU"), (), FORM_HEADER, (f"{LABEL} 1 One", "a", "b", "c")]
    table_file = read(workbook(*rows), "form.xlsx", form=FORM)
    assert (column(table_file, "stakeholder"), column(table_file, "title")) == (["MU"], ["One"])


def test_a_form_that_does_not_say_whose_it_is_asks():
    refusal = refused(form(("One", "a", "b", ""), owner=("Date", "today")), "f.docx", form=FORM)
    assert (refusal.code, refusal.scope) == ("missing_column", "mapping")


def test_a_table_for_each_kind_under_its_label_is_read():
    second = ("Additional developmental areas of emergent practice", *FORM_HEADER[1:])
    body = (
        word_table(("Organisation", "MU"))
        + word_table((f"{LABEL} 1", *FORM_HEADER[1:]), ("One", "a", "b", ""))
        + word_table(second, ("Two", "c", "d", ""))
    )
    table_file = read(docx(body), "form.docx", form=FORM)
    found = list(zip(column(table_file, "kind"), column(table_file, "title"), strict=True))
    assert found == [("key area", "One"), ("developmental area", "Two")]


def test_a_title_alone_is_a_row_and_no_heading():
    table_file = read(form(("One", "", "", "")), "form.docx", form=FORM)
    assert (column(table_file, "title"), table_file.rows[0].heading) == (["One"], "")


@pytest.mark.parametrize(
    "opening",
    ["Organisation: MU", "ORGANISATION NAME : MU", word_table(("Organisation",), ("MU",)),
     word_table(("Organisation name (or respondent, if you answer for yourself)", "MU"))],
)  # fmt: skip
def test_the_organisation_is_found_beside_behind_or_below_its_label(opening):
    body = opening if opening.startswith("<") else f"<w:p>{run(opening)}</w:p>"
    table_file = read(
        docx(body + word_table(FORM_HEADER, ("One", "a", "b", ""))), "form.docx", form=FORM
    )
    assert column(table_file, "stakeholder") == ["MU"]


def test_a_table_with_numbers_is_no_form_though_a_form_would_be_read():
    body = word_table(("Organisation", "MU")) + word_table(HEADER, ("1", "SCM1", "a", "b", "c", ""))
    table_file = read(docx(body), "t.docx", form=FORM)
    assert (table_file.is_form, column(table_file, "stakeholder")) == (False, ["SCM1"])
