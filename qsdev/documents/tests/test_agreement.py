"""Word file, pdf and html of one tree agree: headings, captions, rows, footnotes, references."""

import io
import re
import zipfile

import pikepdf
import pypdf
import pytest
from lxml import etree, html

from qsdev.documents.docx import write_docx
from qsdev.documents.html import write_html
from qsdev.documents.numbering import number
from qsdev.documents.pdf import write_pdf
from qsdev.documents.tests.sample_paper import sample_paper

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module")
def paper():
    return sample_paper()


@pytest.fixture(scope="module")
def pdf(paper):
    return write_pdf(paper)


@pytest.fixture(scope="module")
def word(paper, pdf):
    with zipfile.ZipFile(io.BytesIO(write_docx(paper, page_numbers=pdf.page_numbers))) as package:
        names = ("word/document.xml", "word/footnotes.xml")
        return [etree.fromstring(package.read(name)) for name in names]


@pytest.fixture(scope="module")
def web(paper):
    return html.document_fromstring(write_html(paper))


def named(name):
    return f"{{{W['w']}}}{name}"


def plain(text):
    return " ".join(text.split())


def word_words(element):
    return plain("".join(element.itertext(named("t"))))


def close(text):
    return "".join(text.split())


def unnumbered(title):
    return re.sub(r"^(\d+(\.\d+)*|Appendix \d+:) ", "", title)


def pdf_titles(pdf):
    def titles(items):
        for item in items:
            yield plain(item.title)
            yield from titles(item.children)

    with pikepdf.open(io.BytesIO(pdf.content)) as opened, opened.open_outline() as outline:
        return list(titles(outline.root))


def pdf_words(pdf):
    pages = pypdf.PdfReader(io.BytesIO(pdf.content)).pages
    return plain(" ".join(page.extract_text() for page in pages))


def test_headings_are_the_same_in_all_three(paper, word, pdf, web):
    wanted = [label.full_title for label in number(paper).labels.values() if label.level]
    in_page = web.xpath("//section[contains(@class,'paper-section')]//*[starts-with(name(),'h')]")
    styled = word[0].xpath(
        "//w:p[w:pPr/w:pStyle[starts-with(@w:val,'Heading') or @w:val='AppendixHeading']]",
        namespaces=W,
    )
    assert [plain(heading.text_content()) for heading in in_page] == wanted
    assert pdf_titles(pdf) == wanted
    assert [word_words(heading) for heading in styled] == [unnumbered(title) for title in wanted]


def test_captions_are_the_same_in_all_three(paper, word, pdf, web):
    labels = number(paper).labels.values()
    wanted = [label.full_title for label in labels if label.kind in ("table", "figure")]
    styled = word[0].xpath("//w:p[w:pPr/w:pStyle/@w:val='Caption']", namespaces=W)
    assert [word_words(caption) for caption in styled] == wanted
    assert [plain(e.text_content()) for e in web.xpath("//caption | //figcaption")] == wanted
    assert [caption for caption in wanted if caption not in pdf_words(pdf)] == []


def test_tables_have_the_same_rows_and_words(word, pdf, web):
    in_word = [
        [[close(word_words(cell)) for cell in row.iterchildren(named("tc"))] for row in rows]
        for rows in (table.iterchildren(named("tr")) for table in word[0].iter(named("tbl")))
    ]
    in_web = [
        [[close(cell.text_content()) for cell in row] for row in table.iter("tr")]
        for table in web.iter("table")
    ]
    assert in_word == in_web
    printed = close(pdf_words(pdf).replace("•", ""))
    firsts = ["".join(row[:2]) for table in in_word for row in table]
    assert [words for words in firsts if words not in printed] == []


def test_footnotes_are_the_same_in_all_three(word, pdf, web):
    notes = word[1].xpath("//w:footnote[not(@w:type)]", namespaces=W)
    in_word = [word_words(note) for note in notes]
    listed = web.xpath("//section[@role='doc-endnotes']/ol/li")
    assert in_word == [plain(note.text_content()).removesuffix(" ↩") for note in listed]
    numbered = [f"{place}{note}" for place, note in enumerate(in_word, start=1)]
    assert [note for note in numbered if note not in pdf_words(pdf)] == []


def test_contents_are_the_same_in_word_and_html(word, web):
    entries = word[0].xpath("//w:sdt//w:p[w:hyperlink]", namespaces=W)
    in_word = [re.sub(r"\d+$", "", word_words(entry)) for entry in entries]
    in_page = [plain(link.text_content()) for link in web.xpath("//nav//a")]
    assert in_word == in_page


def test_terms_are_printed_alike(word, pdf, web):
    wanted = ["Topic: Support in care", "Meeting: 10 March 2016"]
    styled = word[0].xpath("//w:p[w:pPr/w:pStyle/@w:val='Definition']", namespaces=W)
    assert [word_words(term) for term in styled][:2] == wanted
    assert [plain(term.text_content()) for term in web.xpath("//header/dl/div")] == wanted
    assert [term for term in wanted if term not in pdf_words(pdf)] == []
