"""What every kind of document must be, in Word, PDF and HTML: opened by independent checkers."""

import html
import io
import re
import zipfile
from itertools import pairwise

import docx
import page
import pikepdf
from openxml_audit import OpenXmlValidator
from page import ValidationProfile

from qsdev.builds.rendering import render_document
from qsdev.documents.freezing import from_json, to_json
from qsdev.documents.numbering import number


def assert_sound(document, tmp_path):
    """Render a document and hold each file against its format; the same tree gives the same bytes.

    Returns the files by format, so that a test can look for words in them.
    """
    files = render_document(document)
    headings = [label.title for label in number(document).contents]
    assert render_document(from_json(to_json(document))) == files
    assert_sound_docx(files["docx"], document, tmp_path)
    assert_sound_pdf(files["pdf"], document)
    assert_sound_html(files["html"].decode(), headings)
    return files


def assert_sound_docx(content, document, tmp_path):
    """Valid by Office's rules, titled, with styles for its headings."""
    path = tmp_path / "document.docx"
    path.write_bytes(content)
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    read = docx.Document(io.BytesIO(content))
    styles = {paragraph.style.name for paragraph in read.paragraphs}
    assert read.core_properties.title == document.title
    assert "Heading 1" in styles


def assert_sound_pdf(content, document):
    """Accessible and archivable by an independent checker, in British English, with its title."""
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(content, profile=profile)
        assert [failure.message for failure in report.failures] == []
    with pikepdf.open(io.BytesIO(content)) as read:
        with read.open_metadata() as metadata:
            assert document.title in str(metadata["dc:title"])
        assert bool(read.Root.MarkInfo.Marked)
        assert str(read.Root.Lang).lower() == "en-gb"
        assert read.Root.ViewerPreferences.DisplayDocTitle


def assert_sound_html(text, headings):
    """One page with headings in order, tables with captions, and nothing fetched or run."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert text.count("<table") == text.count("<caption")
    assert "<script" not in text
    assert all(heading in html.unescape(text) for heading in headings)


def words_of_docx(content):
    """All that a Word file holds, part by part, as bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())
