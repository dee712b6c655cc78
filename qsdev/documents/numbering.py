"""Numbers derived from the order of a paper's parts, so that nobody who writes prose types one.

Sections are 1, 1.1, 1.1.1; appendices "Appendix 1"; tables and figures count through the paper.
Tables, pictures, headings and page breaks stand directly in a section, never inside another block.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qsdev.documents.blocks import (
    Block,
    CrossReference,
    Document,
    DocumentError,
    Footnote,
    Heading,
    Picture,
    Quotation,
    Section,
    Table,
)
from qsdev.documents.reading import plain_text

DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Label:
    """What a numbered part is called.

    `kind` is section, appendix, table, figure, heading, quotation, row or group; `number` is "4.1",
    "Appendix 1", "Table 2" or nothing; `level` is 1 to 6 for headings of any kind, otherwise 0.
    """

    anchor: str
    kind: str
    number: str
    title: str
    level: int = 0

    @property
    def full_title(self) -> str:
        """Return number and title as one line: "4.1 Training", "Appendix 3: Glossary"."""
        between = " " if self.kind == "section" else ": "
        return f"{self.number}{between}{self.title}" if self.number else self.title

    @property
    def reference(self) -> str:
        """Return how running text names it: "section 4.1", "appendix 3", "Table 2"."""
        if self.kind == "section":
            return f"section {self.number}"
        return (self.number.lower() if self.kind == "appendix" else self.number) or self.title


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section with its label, and its blocks each with the label it has, if any."""

    section: Section
    label: Label
    blocks: tuple[tuple[Block, Label | None], ...]


@dataclass(slots=True)
class Numbering:
    """A document's parts in reading order, with all that is derived from that order."""

    document: Document
    front_matter: tuple[tuple[Block, Label | None], ...] = ()
    sections: list[NumberedSection] = field(default_factory=list)
    labels: dict[str, Label] = field(default_factory=dict)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=lambda: {"table": 0, "figure": 0})

    @property
    def contents(self) -> list[Label]:
        """Return the sections and appendices that the contents list, in order."""
        depth = self.document.contents_depth
        return [part.label for part in self.sections if part.label.level <= depth]

    def label_of(self, reference: CrossReference) -> Label:
        """Return what a cross-reference refers to; raises DocumentError if nothing has its name."""
        if reference.anchor not in self.labels:
            raise DocumentError(f"Nothing in the paper is called {reference.anchor!r}.")
        return self.labels[reference.anchor]

    def words_of(self, reference: CrossReference) -> str:
        """Return the words of a reference by number or title; of one by page if there are none."""
        label = self.label_of(reference)
        return label.title if reference.kind == "title" else label.reference

    def footnote_of(self, key: str) -> Footnote:
        """Return the footnote called `key`; raises DocumentError if there is none."""
        if key not in self.footnotes:
            raise DocumentError(f"The paper has no footnote called {key!r}.")
        return self.footnotes[key]


def number(document: Document) -> Numbering:
    """Return the document with every number and anchor that follows from its order.

    Raises DocumentError for an empty heading, a skipped level, an anchor used twice, an appendix
    or a landscape section below the top, or a section after the appendices.
    """
    numbering = Numbering(document, footnotes={note.key: note for note in document.footnotes})
    if not document.title.strip():
        raise DocumentError("The paper has no title.")
    numbering.front_matter = tuple(_numbered_blocks(numbering, document.front_matter, 0))
    plain = appendices = 0
    for section in document.sections:
        if section.appendix:
            appendices += 1
            _number_section(numbering, section, f"Appendix {appendices}", 1)
        elif appendices:
            raise DocumentError(f"{section.heading!r} stands after the appendices.")
        else:
            plain += 1
            _number_section(numbering, section, str(plain), 1)
    return numbering


def _number_section(numbering, section, own_number, level):
    kind = "appendix" if section.appendix else "section"
    if level > 1 and (section.appendix or section.landscape):
        raise DocumentError(f"{section.heading!r} can be an appendix or landscape at the top only.")
    label = _label(numbering, section.anchor, kind, own_number, section.heading, level)
    blocks = tuple(_numbered_blocks(numbering, section.blocks, level))
    numbering.sections.append(NumberedSection(section, label, blocks))
    stem = own_number.replace("Appendix ", "A")
    for place, child in enumerate(section.sections, start=1):
        _number_section(numbering, child, f"{stem}.{place}", level + 1)


def _numbered_blocks(numbering, blocks, level) -> Iterator[tuple[Block, Label | None]]:
    deepest = level
    for block in blocks:
        label = None
        if isinstance(block, Heading):
            if level + block.depth > deepest + 1 or block.depth < 1:
                raise DocumentError(f"{plain_text(block)!r} skips a level of heading.")
            deepest = level + block.depth
            label = _label(numbering, block.anchor, "heading", "", plain_text(block), deepest)
        elif isinstance(block, Table):
            label = _caption(numbering, block, "table")
            _number_rows(numbering, block)
        elif isinstance(block, Picture) and block.caption:
            label = _caption(numbering, block, "figure")
        elif isinstance(block, Quotation) and block.anchor:
            title = plain_text(block.heading)
            label = _label(numbering, block.anchor, "quotation", "", title, 0)
        yield block, label


def _caption(numbering, block, kind):
    numbering.counts[kind] += 1
    name = f"{kind.title()} {numbering.counts[kind]}"
    return _label(numbering, block.anchor, kind, name, block.caption, 0)


def _number_rows(numbering, table):
    for group in table.groups:
        if group.anchor:
            _label(numbering, group.anchor, "group", "", group.heading, 0)
        for row in group.rows:
            if row.anchor:
                title = plain_text(row.cells[0].blocks)
                _label(numbering, row.anchor, "row", "", title, 0)


def _label(numbering, anchor, kind, own_number, title, level):
    if not title.strip():
        raise DocumentError(f"A {kind} {own_number} has no heading.".replace("  ", " "))
    if level > DEEPEST_HEADING:
        raise DocumentError(f"{title!r} lies more than {DEEPEST_HEADING} headings deep.")
    if not anchor:
        anchor = _free_anchor(numbering, kind, own_number or title)
    if anchor in numbering.labels:
        raise DocumentError(f"Two parts of the paper are called {anchor!r}.")
    label = Label(anchor, kind, own_number, title, level)
    numbering.labels[anchor] = label
    return label


def _free_anchor(numbering, kind, name):
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or kind
    stem = stem if stem.startswith(kind) else f"{kind}-{stem}"
    anchor, count = stem, 1
    while anchor in numbering.labels:
        count += 1
        anchor = f"{stem}-{count}"
    return anchor
