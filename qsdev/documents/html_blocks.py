"""Blocks as HTML, with class names beginning `paper-` and no style of their own."""

import re
from html import escape

from qsdev.documents.blocks import (
    BulletList,
    DefinitionList,
    DocumentError,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Table,
)
from qsdev.documents.docx_pictures import size_of
from qsdev.documents.html_inlines import Inlines, words
from qsdev.documents.table_shape import check_spans

_OPENING = re.compile(r"<svg\b[^>]*>")


class Blocks:
    """Writes blocks; a heading's level is one below that of the document, whose title is 1."""

    def __init__(self, inlines: Inlines):
        self.inlines = inlines

    def numbered(self, numbered_blocks) -> str:
        """Return blocks that stand directly in a section, each with its label."""
        return "".join(self._numbered_block(block, label) for block, label in numbered_blocks)

    def _numbered_block(self, block, label):
        if isinstance(block, Heading):
            return self.heading(self.inlines.line(block.inlines), label)
        if isinstance(block, Table):
            return self._table(block, label)
        if isinstance(block, Picture):
            return self._picture(block, label)
        if isinstance(block, PageBreak):
            return '<hr class="paper-page-break">\n'
        return self.block(block)

    def heading(self, content: str, label) -> str:
        """Return a heading that can be linked to, made of HTML."""
        level = min(label.level + 1, 6)
        deeper = f' aria-level="{label.level + 1}" role="heading"' if label.level > 5 else ""
        return f'<h{level} id="{self.inlines.id_of(label.anchor)}"{deeper}>{content}</h{level}>\n'

    def block(self, block) -> str:
        """Return one block that may stand inside others."""
        if isinstance(block, Paragraph):
            style = "" if block.style == "body" else f' class="paper-{block.style}"'
            return f"<p{style}>{self.inlines.line(block.inlines)}</p>\n"
        if isinstance(block, BulletList):
            return f"<ul>\n{self._items(block)}</ul>\n"
        if isinstance(block, NumberedList):
            start = f' start="{block.start}"' if block.start != 1 else ""
            return f"<ol{start}>\n{self._items(block)}</ol>\n"
        if isinstance(block, DefinitionList):
            return self._definitions(block)
        if isinstance(block, Quotation):
            return self._quotation(block)
        raise DocumentError(f"A {type(block).__name__} can stand only directly in a section.")

    def _blocks(self, blocks):
        return "".join(self.block(block) for block in blocks)

    def _items(self, block):
        return "".join(f"<li>{self._tight(item.blocks)}</li>\n" for item in block.items)

    def _tight(self, blocks):
        """Return blocks, a paragraph that stands first without its tags, as lists have it."""
        if blocks and isinstance(blocks[0], Paragraph):
            return self.inlines.line(blocks[0].inlines) + self._blocks(blocks[1:])
        return self._blocks(blocks)

    def _definitions(self, block):
        entries = "".join(
            f"<div><dt>{words(entry.term)}:</dt> "
            f"<dd>{self.inlines.line(entry.inlines)}</dd></div>\n"
            for entry in block.definitions
        )
        return f'<dl class="paper-definitions">\n{entries}</dl>\n'

    def _quotation(self, block):
        anchor = f' id="{self.inlines.id_of(block.anchor)}"' if block.anchor else ""
        line = self.inlines.line(block.heading)
        heading = f'<p class="paper-quotation-heading">{line}</p>\n' if line else ""
        body = self._blocks(block.blocks)
        return f'<blockquote class="paper-quotation"{anchor}>\n{heading}{body}</blockquote>\n'

    def _picture(self, block, label):
        width, height = size_of(block.svg)
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(block.alt)}" '
            f'viewBox="0 0 {width:g} {height:g}" width="{round(block.width * 100)}%"'
        )
        inside = block.svg[_OPENING.search(block.svg).end() :]
        anchor = f' id="{self.inlines.id_of(label.anchor)}"' if label else ""
        caption = f"<figcaption>{words(label.full_title)}</figcaption>\n" if label else ""
        return f'<figure class="paper-figure"{anchor}>\n{caption}{opening}>{inside}\n</figure>\n'

    def _table(self, table, label):
        headings = "".join(
            f'<th scope="col">{words(column.heading)}</th>' for column in table.columns
        )
        groups = "".join(self._group(table, group) for group in table.groups)
        return (
            f'<div class="paper-table" role="region" tabindex="0" '
            f'aria-labelledby="{self.inlines.id_of(label.anchor)}"><table>\n'
            f'<caption id="{self.inlines.id_of(label.anchor)}">{words(label.full_title)}</caption>'
            f"\n<thead><tr>{headings}</tr></thead>\n{groups}</table></div>\n"
        )

    def _group(self, table, group):
        heading = ""
        if group.heading:
            anchor = f' id="{self.inlines.id_of(group.anchor)}"' if group.anchor else ""
            heading = (
                f'<tr class="paper-group"><th scope="rowgroup" colspan="{len(table.columns)}"'
                f"{anchor}>{words(group.heading)}</th></tr>\n"
            )
        rows = "".join(self._row(table, row) for row in group.rows)
        return f"<tbody>\n{heading}{rows}</tbody>\n"

    def _row(self, table, row):
        check_spans(row, len(table.columns))
        cells, place = [], 0
        for cell in row.cells:
            mark = cell.marked or (row.marked if place == 0 else "")
            cells.append(self._cell(cell, mark, table.columns[place].names_row))
            place += cell.span
        anchor = f' id="{self.inlines.id_of(row.anchor)}"' if row.anchor else ""
        marked = ' class="paper-marked"' if row.marked else ""
        return f"<tr{anchor}{marked}>{''.join(cells)}</tr>\n"

    def _cell(self, cell, mark, names_row):
        opening = '<th scope="row"' if names_row else "<td"
        opening += f' colspan="{cell.span}"' if cell.span > 1 else ""
        opening += ' class="paper-marked"' if cell.marked else ""
        single = len(cell.blocks) == 1 and not mark
        content = self._tight(cell.blocks) if single else self._blocks(cell.blocks)
        words_of_mark = f'<p class="paper-mark-words">{words(mark)}</p>' if mark else ""
        return f"{opening}>{content}{words_of_mark}</{'th' if names_row else 'td'}>"
