"""Small files made by hand, so that a test says exactly what stands in them."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

HEADER = (
    "ID",
    "Stakeholder",
    "Suggested key area for quality improvement",
    "Why is this important?",
    "Why is this a key area for quality improvement?",
    "Supporting information",
)
FIRST = ("1", "SCM1", "Assessing attachment", "Access matters.", "Clear pathway.", "NG26")
SECOND = ("2", "Chroma", "Arts therapies", "Bonding.", "Case studies.", "")
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def package(parts):
    """The bytes of a zip of these parts (name: text)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def types(part, content_type):
    """A content types part that names the main part."""
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/{part}" '
        f'ContentType="{content_type}"/></Types>'
    )


def docx(body, **more):
    """A Word file with this body."""
    return package(
        {
            "[Content_Types].xml": types("word/document.xml", DOCUMENT_TYPE),
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}'
            "</w:body></w:document>",
            **more,
        }
    )


def run(text):
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def cell(content, properties=""):
    """A cell; text is wrapped in a paragraph, XML is taken as it is."""
    inner = content if content.startswith("<") else f"<w:p>{run(content)}</w:p>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def line(*cells, properties=""):
    """A row of cells, each a text or the XML of a cell."""
    inside = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def word_table(*lines):
    """A table of rows; tuples become rows of texts."""
    inside = "".join(each if isinstance(each, str) else line(*each) for each in lines)
    return f"<w:tbl>{inside}</w:tbl>"


def sheet_xml(rows, tail=""):
    """A sheet of inline texts; a cell given as XML ("<c …") is taken as it is."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_sheet_cell(value, number, index) for index, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{SHEET}"><sheetData>{"".join(lines)}</sheetData>{tail}</worksheet>'


def _sheet_cell(value, number, index):
    if value.startswith("<c"):
        return value
    reference = f"{'ABCDEFGHIJ'[index]}{number}"
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""


def xlsx(*sheets, **more):
    """A workbook of (name, state, XML) sheets."""
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" state="{state}" r:id="r{n}"/>'
        for n, (name, state, _) in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    root = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return package(
        {
            "[Content_Types].xml": types("xl/workbook.xml", WORKBOOK_TYPE),
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{root}</Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}'
            "</Relationships>",
            **{f"xl/worksheets/sheet{n}.xml": each[2] for n, each in enumerate(sheets, 1)},
            **more,
        }
    )


def workbook(*rows, tail=""):
    """A workbook of one sheet, “Suggestions”."""
    return xlsx(("Suggestions", "visible", sheet_xml(rows, tail)))


def csv_text(*rows, delimiter=","):
    """Rows joined without quoting."""
    return "".join(f"{delimiter.join(row)}\r\n" for row in rows)
