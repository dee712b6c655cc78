"""The demonstration's Word file, laid out by another program, has the pages that it promises."""

import pytest

from qsdev.briefing.builder import build_paper_content
from qsdev.documents.docx import write_docx
from qsdev.documents.numbering import number
from qsdev.documents.pdf import write_pdf
from qsdev.tests.libre_office import headings, laid_out, libre_office


@pytest.fixture
def paper(demonstration):
    libre_office()
    return build_paper_content(demonstration)


def test_contents_are_right_within_one_page_and_the_fonts_are_ours(paper, tmp_path):
    pdf = write_pdf(paper)
    pages = laid_out(write_docx(paper, page_numbers=pdf.page_numbers), tmp_path)
    entries, found = number(paper).contents, headings(pages)
    assert len(entries) > 20
    wrong = [
        (entry.full_title, pdf.page_numbers[entry.anchor], page)
        for entry in entries
        for page in [next(page for title, page in found if title.endswith(entry.title))]
        if abs(page - pdf.page_numbers[entry.anchor]) > 1
    ]
    assert wrong == []
    assert fonts(pages) == {"Inter-Regular", "Inter-Bold", "Inter-Italic", "Lora-SemiBold"}


def fonts(pages):
    names = [
        font.get_object()["/BaseFont"]
        for page in pages.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    return {name.removeprefix("/").partition("+")[2] for name in names}
