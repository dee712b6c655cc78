"""The parts of a Word file that are not the paper's own words: taken from the house template."""

import re
import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from lxml import etree

from qsdev.documents.blocks import Document, DocumentError
from qsdev.documents.docx_inlines import Relationships, escaped

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_DATE = "2000-01-01"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WRITTEN = ("word/document.xml", "word/footnotes.xml", "docProps/core.xml")


@dataclass(frozen=True, slots=True)
class PackedPart:
    """A part as it lies in the package: already compressed, to be copied as it is."""

    content: bytes
    compress_type: int
    crc: int
    size: int


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """What the writer needs of a template: its parts, its two kinds of page, its numbered list."""

    parts: dict[str, bytes]
    fonts: dict[str, PackedPart]
    portrait: str
    landscape: str
    portrait_width: int
    landscape_width: int
    number_list: str
    first_free_number: int
    no_number: int


@lru_cache(maxsize=4)
def open_template(path: Path) -> HouseTemplate:
    """Return the template at `path`, read once.

    Raises DocumentError if it lacks what the writer relies on (`house_template` lists it).
    """
    with ZipFile(path) as package:
        entries = package.infolist()
        fonts = {e.filename: _packed(package, e) for e in entries if _is_font(e)}
        parts = {e.filename: package.read(e) for e in entries if not _is_font(e)}
    sections = list(etree.fromstring(parts["word/document.xml"]).iter(f"{_W}sectPr"))
    portrait = [section for section in sections if not _is_landscape(section)]
    landscape = [section for section in sections if _is_landscape(section)]
    if not portrait or not landscape:
        raise DocumentError("The house template needs a portrait and a landscape section.")
    numbering = etree.fromstring(parts["word/numbering.xml"])
    numbers = {int(num.get(f"{_W}numId")): num for num in numbering.iter(f"{_W}num")}
    of_lists = numbers[_number_of_style(parts, "ListNumber")].find(f"{_W}abstractNumId")
    return HouseTemplate(
        parts={name: part for name, part in parts.items() if name not in _WRITTEN},
        fonts=fonts,
        portrait=etree.tostring(portrait[0], encoding="unicode"),
        landscape=etree.tostring(landscape[0], encoding="unicode"),
        portrait_width=_text_width(portrait[0]),
        landscape_width=_text_width(landscape[0]),
        number_list=of_lists.get(f"{_W}val"),
        first_free_number=max(numbers) + 1,
        no_number=_number_of_style(parts, "UnnumberedHeading"),
    )


def _is_font(entry):
    return entry.filename.endswith(".odttf")


def _packed(package, entry):
    """Return a part without unpacking it: its bytes lie behind a header of 30 and two lengths."""
    package.fp.seek(entry.header_offset + 26)
    package.fp.seek(sum(struct.unpack("<HH", package.fp.read(4))), 1)
    content = package.fp.read(entry.compress_size)
    return PackedPart(content, entry.compress_type, entry.CRC, entry.file_size)


def write_packed(package: ZipFile, entry: ZipInfo, part: PackedPart) -> None:
    """Write a part that is compressed already: fonts would take longer to deflate than a paper."""
    entry.compress_type, entry.CRC = part.compress_type, part.crc
    entry.file_size, entry.compress_size = part.size, len(part.content)
    entry.header_offset = package.fp.tell()
    package.fp.write(entry.FileHeader(zip64=False) + part.content)
    package.filelist.append(entry)
    package.NameToInfo[entry.filename] = entry
    package.start_dir = package.fp.tell()


def _is_landscape(section):
    return section.find(f"{_W}pgSz").get(f"{_W}orient") == "landscape"


def _text_width(section):
    margins = section.find(f"{_W}pgMar")
    sides = sum(int(margins.get(f"{_W}{side}")) for side in ("left", "right"))
    return int(section.find(f"{_W}pgSz").get(f"{_W}w")) - sides


def _number_of_style(parts, style):
    """Return the number of the list by which a style numbers itself."""
    styles = etree.fromstring(parts["word/styles.xml"])
    number = styles.find(f".//{_W}style[@{_W}styleId='{style}']//{_W}numId")
    if number is None:
        raise DocumentError(f"The house template needs a style {style} that numbers itself.")
    return int(number.get(f"{_W}val"))


def fixed_parts(template: HouseTemplate, document: Document, list_starts) -> dict[str, bytes]:
    """Return the template's parts with the paper's language, header, footer and lists set."""
    parts = dict(template.parts)
    for name, part in parts.items():
        if name in ("word/styles.xml", "word/settings.xml"):
            parts[name] = _in_language(part, document.language)
        elif re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            parts[name] = _with_lines(part, document)
    numbers = "".join(
        f'<w:num w:numId="{template.first_free_number + place}"><w:abstractNumId '
        f'w:val="{template.number_list}"/><w:lvlOverride w:ilvl="{level}"><w:startOverride '
        f'w:val="{start}"/></w:lvlOverride></w:num>'
        for place, (level, start) in enumerate(list_starts)
    )
    before, last, after = parts["word/numbering.xml"].rpartition(b"</w:num>")
    parts["word/numbering.xml"] = before + last + numbers.encode() + after
    return parts


def _in_language(part, language):
    pattern = rb'(<w:(?:lang|themeFontLang)\b[^>]*?w:val=")[^"]*'
    return re.sub(pattern, rb"\g<1>" + escaped(language).encode(), part)


def _with_lines(part, document):
    """Return a header or footer with the paper's lines in the controls tagged for them."""
    root = etree.fromstring(part)
    for control in root.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        line = {"header": document.header, "footer": document.footer}.get(
            tag.get(f"{_W}val") if tag is not None else ""
        )
        if line is not None:
            texts = list(control.iter(f"{_W}t"))
            for text in texts[1:]:
                text.text = ""
            texts[0].text = line
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def core_properties(document: Document) -> bytes:
    """Return `docProps/core.xml`: title, author, date, language; dated by the paper, not now."""
    date = document.date.isoformat() if document.date else NO_DATE
    moment = f'xsi:type="dcterms:W3CDTF">{date}T00:00:00Z'
    fields = {
        "dc:creator": document.author,
        "cp:keywords": ", ".join(document.keywords),
        "dc:language": document.language,
        "dc:subject": document.subject,
        "dc:title": document.title,
    }
    return DECLARATION + (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}"
        "</dcterms:modified>"
        + "".join(f"<{name}>{escaped(value)}</{name}>" for name, value in fields.items() if value)
        + "</cp:coreProperties>"
    ).encode("utf-8")


def relationships_xml(relationships: Relationships, existing: bytes = b"") -> bytes:
    """Return a part's relationships, added to those it has already."""
    added = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{escaped(target)}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for (kind, target), id in relationships.targets.items()
    ).encode("utf-8")
    if existing:
        return existing.replace(b"</Relationships>", added + b"</Relationships>")
    opening = f'<Relationships xmlns="{_PACKAGE}/relationships">'.encode()
    return DECLARATION + opening + added + b"</Relationships>"
