"""Unusual but lawful trees, and any text at all, are printed by every writer and stay valid."""

import io
import random
import zipfile

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from openxml_audit import OpenXmlValidator

from qsdev.documents.blocks import (
    BulletList,
    Cell,
    Column,
    CrossReference,
    DefinitionList,
    Document,
    DocumentError,
    Footnote,
    FootnoteReference,
    ListItem,
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    RowGroup,
    Section,
    Table,
    Text,
    clean,
)
from qsdev.documents.docx import write_docx
from qsdev.documents.flowchart import ReviewFlow, flowchart, flowchart_table
from qsdev.documents.html import write_html
from qsdev.documents.pdf import write_pdf
from qsdev.documents.shorthand import (
    bullets,
    cell,
    definitions,
    heading,
    numbered,
    paragraph,
    row,
    row_group,
)
from qsdev.documents.tests.sample_paper import only

TWO = (Column("A"), Column("B"))
NOTHING = ReviewFlow((), (), 0)
DEEP = [bullets(["a", bullets(["b", bullets(["c", bullets(["d", numbered("e")])])])])]
QUOTED = Quotation((paragraph("x"), bullets("y")), heading=(Text("h"),))


def table(*groups):
    return Table("Caption", TWO, groups)


ODD = {
    "nothing but a title": Document("Title", ()),
    "without date, contents or blocks": Document("Title", (Section("A"),), contents_depth=0),
    "landscape first, then by turns": Document(
        "Title", (Section("A", landscape=True), Section("B"), Section("C", landscape=True))
    ),
    "empty blocks": only(
        Paragraph(()),
        BulletList(()),
        BulletList((ListItem(()),)),
        DefinitionList(()),
        Quotation(()),
    ),
    "tables without rows": only(
        table(),
        table(RowGroup((), heading="g", anchor="g"), RowGroup((), heading="h")),
        table(row_group(Row((Cell(()), Cell(()))))),
        paragraph(CrossReference("g")),
    ),
    "cells that span and quote": only(
        table(row_group(row(cell("x", span=2)), row([QUOTED], definitions(("a", "b")))))
    ),
    "long words and a row of many pages": only(
        paragraph("x" * 3000), table(row_group(row("y" * 2000, "word " * 9000)))
    ),
    "deep lists, in a table too": only(*DEEP, table(row_group(row(DEEP, numbered("a", DEEP))))),
    "footnotes in a heading and a table": only(
        heading("x", FootnoteReference("f")),
        table(row_group(row(FootnoteReference("f"), "z"))),
        footnotes=(Footnote("f", (Text("see "), CrossReference("section-1"))),),
    ),
    "anchors of any letters": only(
        heading("x", anchor='Ünï  <"&>'), paragraph(CrossReference('Ünï  <"&>'), "x"), PageBreak()
    ),
    "a flowchart of nothing": only(
        flowchart(NOTHING, caption="c"), flowchart_table(NOTHING, caption="d")
    ),
}


def findings(document, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(write_docx(document))
    return [error.description for error in OpenXmlValidator().validate(path).errors]


def failures(document):
    content = write_pdf(document).content
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in profiles]
    return [failure.message for report in reports for failure in report.failures]


@pytest.mark.parametrize("name", ODD)
def test_odd_tree_is_printed_and_valid(name, tmp_path):
    assert findings(ODD[name], tmp_path) == []
    assert failures(ODD[name]) == []
    assert html.document_fromstring(write_html(ODD[name])).findtext(".//h1")


def test_column_without_width_is_refused():
    narrow = Table("Narrow", (Column("A", 0),), ())
    with pytest.raises(DocumentError, match="wider than nothing"):
        write_docx(only(narrow))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters()), st.text(alphabet=st.characters()))
def test_any_text_is_well_formed_in_word_and_html(words, more):
    paper = only(paragraph(words, Text(more, bold=True)), title=f"T{words}", header=more)
    with zipfile.ZipFile(io.BytesIO(write_docx(paper))) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    shown = html.document_fromstring(write_html(paper)).xpath("//section/p")[0].text_content()
    assert shown.split() == clean(words + more).split()


def test_characters_of_all_planes_are_printed_in_the_pdf():
    chance = random.Random(7)
    planes = (0x250, 0x3000, 0x10000, 0x10FFFF)
    texts = [
        "x" + "".join(chr(chance.randrange(plane)) for _ in range(40))
        for plane in planes
        for _ in range(12)
    ]
    blocks = [block(text) for text in texts for block in (paragraph, heading, bullets)]
    assert failures(only(*blocks, title=texts[-1], header=texts[20], footer=texts[5])) == []
