"""The same paper through python-docx, a paragraph and a row at a time: a peer of the benchmark."""

import importlib
import io

from qsdev.documents.blocks import (
    BulletList,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Table,
)
from qsdev.documents.numbering import number
from qsdev.documents.reading import plain_text


def write_row_by_row(document: Document) -> bytes:
    """Return the paper's headings, paragraphs, lists and tables; without footnotes or fields."""
    word = importlib.import_module("docx").Document()
    word.add_heading(document.title, 0)
    for part in number(document).sections:
        word.add_heading(part.label.full_title, part.label.level)
        for block, label in part.blocks:
            _add(word, block, label)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _add(word, block, label):
    if isinstance(block, Table):
        word.add_paragraph(label.full_title, style="Caption")
        _add_table(word, block)
    elif isinstance(block, Heading):
        word.add_heading(label.title, label.level)
    elif isinstance(block, BulletList | NumberedList):
        for item in block.items:
            word.add_paragraph(plain_text(item), style="List Bullet")
    elif isinstance(block, Quotation):
        word.add_paragraph(plain_text(block.heading))
        for part in block.blocks:
            _add(word, part, None)
    elif isinstance(block, Paragraph):
        word.add_paragraph(plain_text(block))


def _add_table(word, table):
    shown = word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for cell, column in zip(shown.rows[0].cells, table.columns, strict=True):
        cell.text = column.heading
    for group in table.groups:
        if group.heading:
            cells = shown.add_row().cells
            cells[0].merge(cells[-1]).text = group.heading
        for row in group.rows:
            for shown_cell, cell in zip(shown.add_row().cells, row.cells, strict=True):
                shown_cell.text = plain_text(cell.blocks)
