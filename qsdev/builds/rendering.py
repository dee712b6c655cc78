"""A content tree's three files: pdf first, because its layout numbers Word's contents."""

from qsdev.builds.models import DocumentFormat
from qsdev.documents.blocks import Document
from qsdev.documents.docx import write_docx
from qsdev.documents.html import write_html
from qsdev.documents.pdf import write_pdf

#: The longest that a pdf may take: well within the time that a worker has for a job.
PDF_SECONDS = 300


def render_document(document: Document, say=lambda percent, message: None) -> dict[str, bytes]:
    """Return the content of each file by its format; `say(percent, message)` is called between.

    Raises DocumentError for content that cannot be printed.
    """
    say(25, "Making the pdf")
    pdf = write_pdf(document, seconds=PDF_SECONDS)
    say(70, "Making the Word file")
    docx = write_docx(document, page_numbers=pdf.page_numbers)
    say(85, "Making the web page")
    return {
        DocumentFormat.PDF: pdf.content,
        DocumentFormat.DOCX: docx,
        DocumentFormat.HTML: write_html(document).encode(),
    }
