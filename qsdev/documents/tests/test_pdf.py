"""The pdf, read back: conformance, tags, bookmarks, pages, fonts, limits and bytes."""

import io
import re
import zlib

import page
import pikepdf
import pypdf
import pytest
from page import ValidationProfile

from qsdev.documents.blocks import (
    Column,
    CrossReference,
    Document,
    DocumentError,
    Section,
    Table,
    Text,
)
from qsdev.documents.fonts_coverage import missing_characters, printable
from qsdev.documents.pdf import write_pdf
from qsdev.documents.pdf_streams import with_plain_ends
from qsdev.documents.shorthand import bullets, heading, paragraph, row, row_group
from qsdev.documents.tests.sample_paper import only, sample_paper


@pytest.fixture(scope="module")
def paper():
    return write_pdf(sample_paper())


def failures(content):
    profiles = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in profiles]
    return [failure.message for report in reports for failure in report.failures]


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def words_of_page(result, number):
    """Return the words of a page, counted from 1, a line at a time; spaces made plain."""
    text = pypdf.PdfReader(io.BytesIO(result.content)).pages[number - 1].extract_text()
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def bookmarks(pdf):
    def titles(items):
        for item in items:
            yield item.title
            yield from titles(item.children)

    with pdf.open_outline() as outline:
        return list(titles(outline.root))


def tags(pdf):
    def kinds(node):
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield str(node.S)
        children = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
        children = children if isinstance(children, pikepdf.Array) else [children]
        for child in children:
            if isinstance(child, pikepdf.Dictionary):
                yield from kinds(child)

    return list(kinds(pdf.Root.StructTreeRoot))


def test_it_is_pdf_ua_1_and_pdf_a_2a(paper):
    assert failures(paper.content) == []


def test_checker_of_the_tests_finds_a_missing_title(paper):
    with opened(paper.content) as pdf:
        del pdf.Root.MarkInfo
        file = io.BytesIO()
        pdf.save(file)
    assert failures(file.getvalue()) != []


def test_language_title_and_date_are_the_papers(paper):
    with opened(paper.content) as pdf:
        assert (str(pdf.Root.Lang), str(pdf.docinfo.Title)) == ("en-GB", "Support in care")
        assert str(pdf.docinfo.CreationDate).startswith("D:20160310")


def test_tables_footnotes_and_lists_are_tagged(paper):
    with opened(paper.content) as pdf:
        kinds = tags(pdf)
    assert kinds.count("/Table") == 4
    assert kinds.count("/Caption") == 5
    assert kinds.count("/Note") == 3
    assert kinds.count("/Title") == 1
    assert kinds.count("/H1") == 7


def test_contents_print_the_page_where_each_heading_is(paper):
    entries = re.findall(r"^(.+?) [. ]+(\d+)$", words_of_page(paper, 1), re.MULTILINE)
    assert len(entries) == 12
    for title, printed in entries:
        assert title in words_of_page(paper, int(printed)).splitlines()


def test_page_numbers_are_known_for_every_anchor(paper):
    assert paper.page_numbers["suggestion-9"] >= paper.page_numbers["suggestion-1"]
    assert max(paper.page_numbers.values()) <= paper.pages


def test_only_the_appendix_is_landscape_and_no_page_is_empty(paper):
    with opened(paper.content) as pdf:
        wide = [p.mediabox[2] > p.mediabox[3] for p in pdf.pages]
    first = paper.page_numbers["suggestions"] - 1
    assert wide == [False] * first + [True] * (paper.pages - first)
    assert paper.page_numbers["appendix-3"] == first


def test_no_page_is_empty_where_the_first_section_is_landscape():
    sections = (Section("A", (paragraph("On its side."),), landscape=True),)
    result = write_pdf(Document("Title", sections, contents_depth=0))
    with opened(result.content) as pdf:
        assert [p.mediabox[2] > p.mediabox[3] for p in pdf.pages] == [False, True]
    assert "On its side." in words_of_page(result, 2)


def test_same_tree_gives_the_same_bytes(paper):
    assert write_pdf(sample_paper()).content == paper.content


def test_typst_code_and_markup_stay_words():
    text = '#read("/etc/passwd") = $x$ *b* @a <b> #import "@preview/x:1.0.0" \\ // `c` \x00'
    paper = only(paragraph(text), heading(text), bullets(text), title=f"T {text}", header=text)
    result = write_pdf(paper)
    with opened(result.content) as pdf:
        assert bookmarks(pdf)[-1] == text.replace("\x00", "")
    assert failures(result.content) == []


def test_character_that_no_font_has_is_replaced_and_reported():
    paper = only(paragraph("Thanks 😀 and 😀 中"), heading("A\ufeffB \uf0b7 ok"))
    assert [(found.character, found.count) for found in missing_characters(paper)] == [
        ("😀", 2),
        ("中", 1),
    ]
    assert failures(write_pdf(paper).content) == []


def test_scripts_that_the_fonts_cover_are_not_reported():
    text = "Ŵyn Łukasz Αθήνα Москва فاطمة שלום नमस्ते ≥ ✓ → ½"
    assert missing_characters(only(paragraph(text))) == []
    assert printable(text) == text


def test_word_bullets_and_invisible_marks_have_likenesses():
    assert printable("\uf0b7 one\ufeff 😀") == "• one □"


def test_accent_that_no_font_has_with_its_letter_is_left_out():
    assert printable("e\u0301 ⨶\u1dcb नमस्ते") == "e\u0301 ⨶ नमस्ते"


def test_reference_by_page_says_the_page():
    first = Section("First", (paragraph("On ", CrossReference("last", "page"), "."),))
    paper = sample_paper(sections=(first, Section("Last", anchor="last", new_page=True)))
    assert "On page 3." in words_of_page(write_pdf(paper), 2)


def test_paper_that_needs_too_much_memory_is_refused():
    with pytest.raises(DocumentError, match="could not be made"):
        write_pdf(sample_paper(), memory=1 << 26)


def test_paper_that_takes_too_long_is_refused():
    with pytest.raises(DocumentError, match=r"not ready|could not be made"):
        write_pdf(sample_paper(3000), seconds=1)


@pytest.mark.parametrize("kind", [b"", b"/Type/CMap"])
def test_stream_that_ends_in_a_carriage_return_is_mended(kind):
    stream = zlib.compress(b"19990")
    assert stream.endswith(b"\r")
    head = b"%PDF-1.7\n1 0 obj\n<</Length {}/Filter/FlateDecode>>\nstream\n"
    length = b"%d%s" % (len(stream), kind)
    made = head.replace(b"{}", length) + stream + b"\nendstream\nendobj\n\n"
    tail = b"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \ntrailer\n<<>>\nstartxref\n%d\n%%%%EOF"
    mended = with_plain_ends(made + tail % (9, len(made)))
    assert b"\r\nendstream" not in mended
    assert int(mended.split()[-2]) == mended.index(b"xref\n0 2")
    assert with_plain_ends(mended) == mended


def test_bold_text_in_another_script_is_printed():
    assert failures(write_pdf(only(paragraph(Text("فاطمة", bold=True)))).content) == []


def test_word_longer_than_its_line_is_broken_and_can_still_be_copied_whole():
    word = "https://a.test/" + "x" * 400
    table = Table("T", (Column("A"), Column("B"), Column("C")), (row_group(row(word, "", "")),))
    paper = write_pdf(only(paragraph(word), table))
    lines = words_of_page(paper, 2).splitlines()
    assert max(len(line) for line in lines) < 100
    assert "".join(lines).count(word) == 2
    assert failures(paper.content) == []
