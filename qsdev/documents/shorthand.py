"""Short ways to make the blocks that a builder makes most: from strings, lists and inlines."""

from qsdev.documents.blocks import (
    BulletList,
    Cell,
    Definition,
    DefinitionList,
    Heading,
    Inline,
    ListItem,
    Node,
    NumberedList,
    Paragraph,
    Row,
    RowGroup,
    Text,
)


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    """Return `parts` as inlines; empty strings are left out."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts if part != "")


def paragraph(*parts: str | Inline, style="body") -> Paragraph:
    """Return one paragraph: `paragraph("See ", CrossReference("table-3"), ".")`."""
    return Paragraph(inlines(*parts), style=style)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return plain `text` as paragraphs, parted at empty lines; other line ends are kept."""
    parts = (part.strip("\n") for part in text.replace("\r\n", "\n").split("\n\n"))
    return tuple(paragraph(part) for part in parts if part.strip())


def heading(*parts: str | Inline, depth=1, anchor="") -> Heading:
    """Return a heading below the section's own."""
    return Heading(inlines(*parts), depth=depth, anchor=anchor)


def list_item(content) -> ListItem:
    """Return a point of a list from a string, an inline, a block or a sequence of blocks."""
    return content if isinstance(content, ListItem) else ListItem(_blocks(content))


def bullets(*contents) -> BulletList:
    """Return a bullet list: `bullets("one", ["two", bullets("two, in part")])`."""
    return BulletList(tuple(list_item(content) for content in contents))


def numbered(*contents, start=1) -> NumberedList:
    """Return a numbered list; contents as for `bullets`."""
    return NumberedList(tuple(list_item(content) for content in contents), start=start)


def cell(content="", *, marked="", span=1) -> Cell:
    """Return a cell from a string, an inline, a block or a sequence of them."""
    return Cell(_blocks(content), marked=marked, span=span)


def row(*contents, marked="", anchor="") -> Row:
    """Return a row of cells; contents as for `cell`."""
    cells = tuple(content if isinstance(content, Cell) else cell(content) for content in contents)
    return Row(cells, marked=marked, anchor=anchor)


def row_group(*rows: Row, heading="", anchor="") -> RowGroup:
    """Return rows, under a heading row if `heading` is given."""
    return RowGroup(rows, heading=heading, anchor=anchor)


def definitions(*pairs: tuple[str, str | Inline | tuple]) -> DefinitionList:
    """Return terms with their meanings: `definitions(("ASW", "Association of …"))`."""
    return DefinitionList(
        tuple(Definition(term, inlines(*_sequence(meaning))) for term, meaning in pairs)
    )


def _blocks(content) -> tuple[Node, ...]:
    """Return content as blocks: runs of strings are parted into paragraphs, inlines joined."""
    blocks, line = [], []
    for part in _sequence(content):
        if isinstance(part, Inline):
            line.append(part)
            continue
        if line:
            blocks.append(Paragraph(tuple(line)))
            line = []
        blocks.extend(paragraphs(part) if isinstance(part, str) else [part])
    return (*blocks, Paragraph(tuple(line))) if line else tuple(blocks)


def _sequence(content) -> tuple:
    return tuple(content) if isinstance(content, list | tuple) else (content,)
