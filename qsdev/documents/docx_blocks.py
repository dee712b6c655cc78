"""Blocks as the paragraphs of a Word document; tables are in `docx_tables`."""

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
    Text,
)
from qsdev.documents.docx_inlines import Inlines, words
from qsdev.documents.docx_pictures import drawing, size_of
from qsdev.documents.house_styles import LIST_DEPTH
from qsdev.documents.house_template import field

_STYLE_OF = {"body": "BodyText", "lead": "Lead", "note": "Note"}
_STEP = 340


class Blocks:
    """Writes blocks one after another; `place` says where: "body", "cell" or "quotation"."""

    def __init__(self, inlines: Inlines, first_number: int, no_number: int):
        self.inlines = inlines
        self.first_number = first_number
        self.no_number = no_number
        self.list_starts: list[tuple[int, int]] = []
        self.pictures: dict[str, str] = {}

    def block(self, block, place: str = "body", depth: int = 0) -> str:
        """Return one block that may stand inside others."""
        kind = block.__class__
        if kind is Paragraph:
            return self._paragraph(block, place)
        if kind is BulletList or kind is NumberedList:
            return "".join(self._list(block, place, depth))
        if kind is DefinitionList:
            return "".join(self._definitions(block))
        if kind is Quotation:
            return self._quotation(block)
        raise DocumentError(f"A {kind.__name__} can stand only directly in a section.")

    def numbered_block(self, block, label, text_width: int) -> str:
        """Return a block that stands directly in a section; tables are written elsewhere."""
        if isinstance(block, Heading):
            none = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.no_number}"/></w:numPr>'
            more = none if label.level <= LIST_DEPTH else ""
            return self.heading(block.inlines, label.anchor, f"Heading{label.level}", more)
        if isinstance(block, Picture):
            return self._picture(block, label, text_width)
        if isinstance(block, PageBreak):
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        if isinstance(block, Table):
            raise TypeError("Tables are written by docx_tables.")
        return self.block(block)

    def heading(self, inlines, anchor, style, more="") -> str:
        """Return a heading that can be linked to."""
        runs = self.inlines.bookmarked(anchor, self.inlines.runs(inlines))
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'

    def caption(self, label) -> str:
        """Return a caption, its number as a field that Word counts."""
        kind, _, figure = label.number.partition(" ")
        number = f"<w:r>{words(kind + ' ')}</w:r>" + field(f"SEQ {kind} \\* ARABIC", figure)
        return (
            '<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>'
            f"{self.inlines.bookmarked(label.anchor, number)}"
            f"<w:r>{words(': ' + label.title)}</w:r></w:p>"
        )

    def _paragraph(self, block, place):
        if place == "body":
            style = _STYLE_OF[block.style]
        else:
            style = "TableText" if place == "cell" else "Quotation"
        return styled(style, self.inlines.runs(block.inlines))

    def _list(self, block, place, depth):
        numbered = isinstance(block, NumberedList)
        start = self._restart(block, place, depth) if numbered else None
        for item in block.items:
            first = True
            for part in item.blocks:
                if isinstance(part, Paragraph):
                    properties = _list_properties(numbered, place, depth, start, first)
                    yield f"<w:p><w:pPr>{properties}</w:pPr>{self.inlines.runs(part.inlines)}</w:p>"
                else:
                    yield self.block(part, place, depth + 1)
                first = False

    def _restart(self, block, place, depth):
        level = 3 if place == "cell" else min(depth, LIST_DEPTH - 1)
        self.list_starts.append((level, block.start))
        return self.first_number + len(self.list_starts) - 1

    def _definitions(self, block):
        for entry in block.definitions:
            term = self.inlines.runs((Text(entry.term, bold=True), Text(": ")))
            yield styled("Definition", term + self.inlines.runs(entry.inlines))

    def _quotation(self, block):
        heading = ""
        if block.heading:
            runs = self.inlines.runs(block.heading)
            if block.anchor:
                runs = self.inlines.bookmarked(block.anchor, runs)
            heading = styled("QuotationHeading", runs)
        return heading + "".join(self.block(part, "quotation") for part in block.blocks)

    def _picture(self, block, label, text_width):
        name = self.pictures.setdefault(block.svg, f"picture{len(self.pictures) + 1}")
        png, svg = (
            self.inlines.relationships.id_of("image", f"media/{name}.{ending}")
            for ending in ("png", "svg")
        )
        width, height = size_of(block.svg)
        shown = text_width * block.width
        runs = drawing(block, png, svg, len(self.pictures), shown, shown * height / width)
        return (self.caption(label) if label else "") + styled("Figure", runs)


def styled(style: str, runs: str, more: str = "") -> str:
    """Return a paragraph in a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def _list_properties(numbered, place, depth, start, first):
    level = min(depth, LIST_DEPTH - 1)
    name = "Number" if numbered else "Bullet"
    if place == "cell":
        style, listed, step = f"Table{name}", 3, 200
    else:
        style, listed, step = f"List{name}{level + 1 if level else ''}", level, _STEP
    indent = step * (depth + 1) + (284 if place == "quotation" else 0)
    if not first:
        style = "TableText" if place == "cell" else "ListContinue"
        return f'<w:pStyle w:val="{style}"/><w:ind w:left="{indent}"/>'
    properties = f'<w:pStyle w:val="{style}"/>'
    if start is not None:
        properties += f'<w:numPr><w:ilvl w:val="{listed}"/><w:numId w:val="{start}"/></w:numPr>'
    if place == "quotation" or (place == "cell" and depth):
        properties += f'<w:ind w:left="{indent}" w:hanging="{step}"/>'
    return properties
