"""The content tree that every paper is: what a builder makes, a version freezes, a writer prints.

A `Document` holds `Section`s, a section holds blocks and further sections, a block holds inlines.
Nothing here carries a number: sections, tables, figures and footnotes are numbered by
`numbering.number`, from their order alone, and referred to by their anchor.

Nodes are frozen and hashable. `shorthand` makes the common ones from plain strings, `reading`
walks them, `freezing` turns them into JSON and back. Lists given for tuples become tuples. Every
string is cleaned as it enters (`clean`), so no writer meets a character that XML forbids. A
newline inside a `Text` is a line break in all formats.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LINKED = re.compile(r"(https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)


class DocumentError(ValueError):
    """A tree that cannot be printed; the message says what is wrong with it, in plain words."""


def clean(text: str) -> str:
    """Return `text` without the characters XML forbids; other line ends become a newline."""
    text = re.sub("\r\n?|[\x0b\x0c\x85]", "\n", text)
    return FORBIDDEN.sub("", text)


class Node:
    """What all parts of the tree share: clean strings, and tuples where lists were given."""

    __slots__ = ()

    def __post_init__(self):
        for name in self.__slots__:
            value = getattr(self, name)
            if isinstance(value, str):
                if FORBIDDEN.search(value):
                    object.__setattr__(self, name, clean(value))
            elif isinstance(value, list):
                object.__setattr__(self, name, tuple(value))


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A run of words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link(Node):
    """Words that lead to a web or mail address; any other kind of address is refused."""

    text: str
    href: str

    def __post_init__(self):
        Node.__post_init__(self)
        if not LINKED.fullmatch(self.href):
            raise DocumentError(f"A link must begin with http, https or mailto: {self.href!r}.")


@dataclass(frozen=True, slots=True)
class FootnoteReference(Node):
    """The mark of a footnote: each place that cites gets a footnote, and a number, of its own."""

    key: str


@dataclass(frozen=True, slots=True)
class CrossReference(Node):
    """The place named `anchor`: as "section 4.1", as "page 12", or as its heading or caption.

    A format without pages (html) prints the number where the page is asked for.
    """

    anchor: str
    kind: Literal["number", "page", "title"] = "number"


Inline = Text | Link | FootnoteReference | CrossReference


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """Running text. "lead" is a little larger, "note" smaller: under a table, a form's remark."""

    inlines: tuple[Inline, ...]
    style: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True, slots=True)
class ListItem(Node):
    """One point of a list: usually a paragraph, sometimes with a list below it."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class BulletList(Node):
    """Points without order."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList(Node):
    """Points in order; each list counts from `start`."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Heading(Node):
    """A heading below those of sections, such as a sub-area's: never numbered, nor in the contents.

    `depth` is how far it lies below its section's own heading; the first must be 1.
    """

    inlines: tuple[Inline, ...]
    depth: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Quotation(Node):
    """Words of another text, whole, such as a recommendation: a heading line, then the body."""

    blocks: tuple["Block", ...]
    heading: tuple[Inline, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """A term and what it means."""

    term: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList(Node):
    """Terms with their meanings: a glossary, a legend of abbreviations, the facts of a cover."""

    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Picture(Node):
    """A drawing as SVG, with the words that stand for it; "Figure n" is derived.

    `width` is the share of the text's width that it takes. The drawing may not refer to anything
    outside itself.
    """

    svg: str
    alt: str
    caption: str = ""
    anchor: str = ""
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class PageBreak(Node):
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Column(Node):
    """A column of a table; widths are relative to each other.

    The cells of a column that `names_row` are the headings of their rows.
    """

    heading: str
    width: float = 1.0
    names_row: bool = False


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """A cell. One that is `marked` is shaded, and says in these words why it is.

    For example `Cell(blocks, marked="Selected for this standard")`. `span` is how many columns
    it covers; the cells of a row cover all the table's columns between them.
    """

    blocks: tuple["Block", ...]
    marked: str = ""
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row(Node):
    """A row. One that is `marked` is shaded throughout and says why in its first cell."""

    cells: tuple[Cell, ...]
    marked: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup(Node):
    """Rows under a heading row of their own, such as an area's; no heading, no heading row."""

    rows: tuple[Row, ...]
    heading: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A table with a caption ("Table n" is derived) and a header row that repeats on each page."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    anchor: str = ""


Block = (
    Paragraph
    | BulletList
    | NumberedList
    | Heading
    | Quotation
    | DefinitionList
    | Picture
    | PageBreak
    | Table
)


@dataclass(frozen=True, slots=True)
class Section(Node):
    """A numbered part: "4.1.2" by its place, or "Appendix 1" if it is an appendix.

    Appendices stand at the top, after the sections. `landscape` turns the pages of a section at
    the top; `new_page` begins it on a page of its own, as every appendix does.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    anchor: str = ""
    appendix: bool = False
    landscape: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Footnote(Node):
    """What the foot of the page says wherever `key` is referred to."""

    key: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Document(Node):
    """A whole paper: its cover, its contents (derived), its sections, its footnotes.

    The cover has the lines of `imprint` (the institute, the directorate), the title, the
    subtitle, then `front_matter`. `header` and `footer` are a line each on every later page;
    "Page n of m" is added to the footer. `contents_depth` is how many levels of section the
    contents list; 0 leaves it out.
    """

    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    imprint: tuple[str, ...] = ()
    front_matter: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    date: datetime.date | None = None
    subject: str = ""
    keywords: tuple[str, ...] = ()
    author: str = "National Institute for Health and Care Excellence"
    header: str = ""
    footer: str = ""
    language: str = "en-GB"
    contents_depth: int = 2
