"""The paper's files from its content: pdf first, because its layout numbers Word's contents."""

from dataclasses import dataclass

from qsdev.briefing.builder import build_document, gather
from qsdev.briefing.builder.material import PaperMaterial
from qsdev.briefing.builder.suggestions import spreadsheet
from qsdev.briefing.models import PaperFormat
from qsdev.builds.rendering import PDF_SECONDS, render_document
from qsdev.documents.blocks import Document
from qsdev.documents.docx import write_docx
from qsdev.documents.html import write_html
from qsdev.documents.pdf import write_pdf
from qsdev.documents.spreadsheets import write_csv, write_xlsx


@dataclass(frozen=True)
class Paper:
    """A topic's paper as its rows give it at one moment: content and suggestions' table."""

    material: PaperMaterial
    document: Document
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def read_paper(topic) -> Paper:
    """Read the topic's rows, once, into a paper."""
    material = gather(topic)
    return Paper(material, build_document(material), *spreadsheet(material))


def render_paper(paper, say) -> dict[str, bytes]:
    """Return the content of every file by its format; `say(percent, message)` is called between.

    Raises DocumentError for content that cannot be printed.
    """
    documents = render_document(paper.document, say)
    say(90, "Making the tables of suggestions")
    return {
        **documents,
        PaperFormat.XLSX: workbook(paper),
        PaperFormat.CSV: write_csv(paper.headings, paper.rows),
    }


def workbook(paper) -> bytes:
    """Return the suggestions as a workbook that is named and dated like the paper."""
    return write_xlsx(
        paper.headings,
        paper.rows,
        sheet="Suggestions",
        title=f"{paper.document.title}: suggestions",
        widths=(8, 28, 36, 48, 48, 40, 30, 30, 30),
        date=paper.document.date,
    )


def render_one(paper, format) -> bytes:
    """Return the file of one format: docx, pdf or html."""
    if format == PaperFormat.HTML:
        return write_html(paper.document).encode()
    pdf = write_pdf(paper.document, seconds=PDF_SECONDS)
    if format == PaperFormat.PDF:
        return pdf.content
    return write_docx(paper.document, page_numbers=pdf.page_numbers)
