"""A numbered document as plain JSON for the Typst template: every word already decided."""

import datetime
import re

from qsdev.documents.blocks import (
    BulletList,
    DefinitionList,
    DocumentError,
    FootnoteReference,
    Heading,
    Link,
    NumberedList,
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Table,
    Text,
)
from qsdev.documents.docx_pictures import size_of
from qsdev.documents.numbering import Numbering
from qsdev.documents.reading import plain_text
from qsdev.documents.table_shape import (
    are_low,
    cell_widths,
    check_spans,
    column_widths,
    longest_word,
)

# Where no word is longer than this, lines need not be looked at: a quarter of the time.
_LONG_WORD = re.compile(r"\S{20}")
NO_DATE = datetime.date(2000, 1, 1)
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 9412, 14344


def paper_tree(numbering: Numbering) -> dict:
    """Return what `paper.typ` prints, as dictionaries, lists, strings and numbers."""
    document = numbering.document
    language, _, region = document.language.partition("-")
    date = document.date or NO_DATE
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "imprint": list(document.imprint),
        "author": document.author,
        "subject": document.subject,
        "keywords": list(document.keywords),
        "header": document.header,
        "footer": document.footer,
        "language": language,
        "region": region or None,
        "date": {"year": date.year, "month": date.month, "day": date.day},
        "contents_depth": document.contents_depth,
        "front_matter": _numbered(numbering, numbering.front_matter, PORTRAIT_WIDTH),
        "runs": _runs(numbering),
        "anchors": list(numbering.labels),
        "broken": _has_long_words(document),
    }


def _has_long_words(document):
    words = (document.header, document.footer, plain_text(document))
    return any(_LONG_WORD.search(text) for text in words)


def _runs(numbering):
    """Return the sections in runs of the same orientation, each a page setting of its own."""
    runs = []
    for part in numbering.sections:
        section, label = part.section, part.label
        first = not runs
        before = False if first else runs[-1]["landscape"]  # the front matter stands upright
        turned = label.level == 1 and section.landscape != before  # and so begins a page anyway
        if first or turned:
            runs.append({"landscape": section.landscape, "sections": []})
        width = LANDSCAPE_WIDTH if runs[-1]["landscape"] else PORTRAIT_WIDTH
        breaks = section.new_page or section.appendix or first
        runs[-1]["sections"].append(
            {
                "number": {"section": f"{label.number}\u2002"}.get(label.kind, f"{label.number}: "),
                "heading": section.heading,
                "level": label.level,
                "anchor": label.anchor,
                "new_page": breaks and not turned,
                "blocks": _numbered(numbering, part.blocks, width),
            }
        )
    return runs


def _numbered(numbering, numbered_blocks, width):
    return [_numbered_block(numbering, block, label, width) for block, label in numbered_blocks]


def _numbered_block(numbering, block, label, width):
    if isinstance(block, Heading):
        line = _inlines(numbering, block.inlines)
        return {"kind": "heading", "level": label.level, "anchor": label.anchor, "inlines": line}
    if isinstance(block, PageBreak):
        return {"kind": "page break"}
    if isinstance(block, Picture):
        size_of(block.svg)
        return {
            "kind": "picture",
            "svg": block.svg,
            "alt": block.alt,
            "width": block.width,
            "caption": label.full_title if label else "",
            "anchor": label.anchor if label else "",
        }
    if isinstance(block, Table):
        return _table(numbering, block, label, width)
    return _block(numbering, block)


def _block(numbering, block):
    if isinstance(block, Paragraph):
        line = _inlines(numbering, block.inlines)
        return {"kind": "paragraph", "style": block.style, "inlines": line}
    if isinstance(block, BulletList):
        return {"kind": "bullets", "items": _items(numbering, block)}
    if isinstance(block, NumberedList):
        return {"kind": "numbers", "items": _items(numbering, block), "start": block.start}
    if isinstance(block, DefinitionList):
        entries = [
            {"term": entry.term, "inlines": _inlines(numbering, entry.inlines)}
            for entry in block.definitions
        ]
        return {"kind": "definitions", "entries": entries}
    if isinstance(block, Quotation):
        return {
            "kind": "quotation",
            "heading": _inlines(numbering, block.heading),
            "anchor": block.anchor,
            "blocks": _blocks(numbering, block.blocks),
        }
    raise DocumentError(f"A {type(block).__name__} can stand only directly in a section.")


def _blocks(numbering, blocks):
    return [_block(numbering, block) for block in blocks]


def _items(numbering, block):
    return [_blocks(numbering, item.blocks) for item in block.items]


def _inlines(numbering, inlines):
    line, before = [], None
    for inline in inlines:
        if isinstance(inline, Text):
            line.append(["text", inline.text, inline.bold, inline.italic])
        elif isinstance(inline, Link):
            line.append(["link", inline.text, inline.href])
        elif isinstance(inline, FootnoteReference):
            note = _inlines(numbering, numbering.footnote_of(inline.key).inlines)
            line.append(["note", note, isinstance(before, FootnoteReference)])
        elif inline.kind == "page":
            line.append(["page", numbering.label_of(inline).anchor])
        else:
            line.append(["place", inline.anchor, numbering.words_of(inline)])
        before = inline
    return line


def _table(numbering, table, label, text_width):
    widths = column_widths(table, text_width)
    return {
        "kind": "table",
        "anchor": label.anchor,
        "caption": label.full_title,
        "headings": [column.heading for column in table.columns],
        "widths": [column.width for column in table.columns],
        "groups": [
            {
                "heading": group.heading,
                "anchors": [group.anchor] if group.anchor and not group.rows else [],
                "rows": _rows(numbering, group, widths),
            }
            for group in table.groups
        ],
    }


def _rows(numbering, group, widths):
    """Return a group's rows; its anchor goes to the first, as its heading repeats on each page."""
    rows = [_row(numbering, row, widths) for row in group.rows]
    if rows and group.anchor:
        rows[0][0]["anchors"].append(group.anchor)
    return rows


def _row(numbering, row, widths):
    check_spans(row, len(widths))
    texts = [plain_text(cell.blocks) for cell in row.cells]
    whole = are_low(texts, row, widths)
    return [
        {
            "span": cell.span,
            "whole": whole and place == 0,
            "shaded": bool(cell.marked or row.marked),
            "marked": cell.marked or (row.marked if place == 0 else ""),
            "anchors": [row.anchor] if row.anchor and place == 0 else [],
            "longest": longest_word(text, width),
            "blocks": _blocks(numbering, cell.blocks),
        }
        for place, (cell, text, width) in enumerate(
            zip(row.cells, texts, cell_widths(row, widths), strict=True)
        )
    ]
