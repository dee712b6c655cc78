"""The writer of Word files: a content tree streamed into a copy of the house template."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from qsdev.documents.blocks import Document, Table, Text
from qsdev.documents.docx_blocks import Blocks, styled
from qsdev.documents.docx_inlines import Inlines, words
from qsdev.documents.docx_package import (
    DECLARATION,
    core_properties,
    fixed_parts,
    open_template,
    relationships_xml,
    write_packed,
)
from qsdev.documents.docx_pictures import png_of
from qsdev.documents.docx_tables import table_xml
from qsdev.documents.house_template import MOMENT, SEPARATORS, TEMPLATE
from qsdev.documents.numbering import Numbering, number

CHUNK = 1 << 16
_FORMATS = "http://schemas.openxmlformats.org"
_SPACES = (
    f'xmlns:w="{_FORMATS}/wordprocessingml/2006/main" '
    f'xmlns:r="{_FORMATS}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_FORMATS}/drawingml/2006/wordprocessingDrawing"'
)
_PAGE_TOP = '<w:pageBreakBefore/><w:spacing w:before="0"/>'


def write_docx(
    document: Document, *, page_numbers: dict[str, int] | None = None, template: Path = TEMPLATE
) -> bytes:
    """Return the document as a Word file; the same tree gives the same bytes.

    `page_numbers` says on which page each anchor is (as `pdf.write_pdf` found them); without it
    the contents are marked for Word to complete. Raises DocumentError for a tree that cannot be
    printed.
    """
    file = io.BytesIO()
    stream_docx(document, file, page_numbers=page_numbers, template=template)
    return file.getvalue()


def stream_docx(
    document: Document,
    file: BinaryIO,
    *,
    page_numbers: dict[str, int] | None = None,
    template: Path = TEMPLATE,
) -> None:
    """Write the document as a Word file into an open binary file; otherwise as `write_docx`."""
    house = open_template(template)
    inlines = Inlines(number(document), page_numbers)
    blocks = Blocks(inlines, house.first_free_number, house.no_number)
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        _stream(package, "word/document.xml", _document_xml(blocks, house))
        own, relationships = inlines.relationships, "word/_rels/document.xml.rels"
        notes = inlines.footnotes_xml()
        _stream(package, "word/footnotes.xml", _footnotes_xml(notes))
        parts = fixed_parts(house, document, blocks.list_starts)
        parts[relationships] = relationships_xml(own, parts[relationships])
        if inlines.relationships.targets:
            parts["word/_rels/footnotes.xml.rels"] = relationships_xml(inlines.relationships)
        parts["docProps/core.xml"] = core_properties(document)
        for svg, name in blocks.pictures.items():
            parts[f"word/media/{name}.svg"] = svg.encode("utf-8")
            parts[f"word/media/{name}.png"] = png_of(svg)
        for name, content in parts.items():
            package.writestr(_entry(name), content)
        for name, part in house.fonts.items():
            write_packed(package, _entry(name), part)


def _entry(name):
    entry = ZipInfo(name, MOMENT)
    entry.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
    return entry


def _stream(package, name, pieces):
    """Write an XML part piece by piece, never holding more than a chunk of it."""
    with package.open(_entry(name), "w", force_zip64=False) as part:
        part.write(DECLARATION)
        waiting, length = [], 0
        for piece in pieces:
            waiting.append(piece)
            length += len(piece)
            if length > CHUNK:
                part.write("".join(waiting).encode("utf-8"))
                waiting, length = [], 0
        part.write("".join(waiting).encode("utf-8"))


def _footnotes_xml(notes):
    yield f"<w:footnotes {_SPACES}>{SEPARATORS}"
    yield from notes
    yield "</w:footnotes>"


def _document_xml(blocks: Blocks, house) -> Iterator[str]:
    numbering = blocks.inlines.numbering
    yield f"<w:document {_SPACES}><w:body>"
    yield from _cover(blocks, house)
    yield from _contents(blocks.inlines)
    portrait = house.portrait
    landscape, first = False, True
    for part in numbering.sections:
        if part.label.level == 1:
            if part.section.landscape != landscape:
                yield _section_end(house.landscape if landscape else portrait)
                portrait = _without_title_page(house.portrait)
                landscape, first = part.section.landscape, False
            yield from _section(blocks, part, house, landscape, first)
            first = False
        else:
            yield from _section(blocks, part, house, landscape, False)
    yield house.landscape if landscape else portrait
    yield "</w:body></w:document>"


def _without_title_page(section):
    return re.sub(r"<w:titlePg\b[^>]*/>", "", section)


def _section_end(section):
    return f'<w:p><w:pPr><w:pStyle w:val="AfterTable"/>{section}</w:pPr></w:p>'


def _cover(blocks, house):
    document = blocks.inlines.numbering.document
    for line in document.imprint:
        yield styled("Imprint", f"<w:r>{words(line)}</w:r>")
    yield styled("Title", f"<w:r>{words(document.title)}</w:r>")
    if document.subtitle:
        yield styled("Subtitle", f"<w:r>{words(document.subtitle)}</w:r>")
    yield from _blocks(blocks, blocks.inlines.numbering.front_matter, house.portrait_width)


def _section(blocks, part, house, landscape, first):
    section, label = part.section, part.label
    style = "AppendixHeading" if label.kind == "appendix" else f"Heading{label.level}"
    breaks = _PAGE_TOP if first or section.new_page else ""
    yield blocks.heading((Text(section.heading),), label.anchor, style, breaks)
    width = house.landscape_width if landscape else house.portrait_width
    yield from _blocks(blocks, part.blocks, width)


def _blocks(blocks, numbered_blocks, width):
    for block, label in numbered_blocks:
        if block.__class__ is Table:
            yield from table_xml(blocks, block, label, width)
        else:
            yield blocks.numbered_block(block, label, width)


def _contents(inlines: Inlines) -> Iterator[str]:
    """Yield the contents as the field Word makes: entries that link, each with its page."""
    numbering: Numbering = inlines.numbering
    entries = numbering.contents
    if not entries:
        return
    yield (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        + styled("TOCHeading", f"<w:r>{words('Contents')}</w:r>")
    )
    dirty = "" if inlines.page_numbers else ' w:dirty="true"'
    depth = numbering.document.contents_depth
    opening = (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r><w:r><w:instrText '
        f'xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for label in entries:
        yield styled(f"TOC{label.level}", opening + _contents_entry(inlines, label))
        opening = ""
    yield styled("AfterTable", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    yield "</w:sdtContent></w:sdt>"


def _contents_entry(inlines, label):
    title = f"{label.number}  {label.title}" if label.kind == "section" else label.full_title
    page = inlines.page_field(label.anchor)
    return inlines.inner_link(label.anchor, f"<w:r>{words(title)}<w:tab/></w:r>{page}")
