"""An issued paper's frozen content, area by area: what members read, on screen and on paper.

Nothing here looks at rows that may have changed since the paper was issued.
"""

from dataclasses import replace

from qsdev.briefing.builder.material import ADDITIONAL_AREAS
from qsdev.documents.blocks import (
    Cell,
    Column,
    CrossReference,
    Document,
    FootnoteReference,
    Heading,
    Row,
    RowGroup,
    Section,
    Table,
    Text,
)
from qsdev.documents.freezing import from_json
from qsdev.documents.reading import plain_text, walk
from qsdev.documents.shorthand import paragraph

SUGGESTIONS = "suggestions"
AREAS = "improvement-areas"
WHY = ("Why is this important? ", "Why a key area for quality improvement? ", "Supporting: ")


class FrozenPaper:
    """The content of an issued paper, from which the part of each area is taken."""

    def __init__(self, paper):
        self.document = from_json(paper.build.content)
        self.areas = self.section(AREAS).sections
        self.groups = [
            group
            for block in self.section(SUGGESTIONS).blocks
            if isinstance(block, Table)
            for group in block.groups
        ]
        self.rows = {row.anchor: row for group in self.groups for row in group.rows}

    def section(self, anchor):
        return next(one for one in self.document.sections if one.anchor == anchor)

    def area(self, issued_area, *, printed=frozenset()) -> Section:
        """The part of one area: what the paper says of it, then its suggestions in full.

        `printed` are the anchors of suggestions that stand in a part before this one already. A
        suggestion that is cited here and filed elsewhere is given too.
        """
        section = self.part_of(issued_area)
        cited = [one.anchor for one in walk(section) if isinstance(one, CrossReference)]
        filed = [row.anchor for row in self.filed_under(issued_area)]
        wanted = [anchor for anchor in dict.fromkeys([*filed, *cited]) if anchor in self.rows]
        rows = [self.rows[anchor] for anchor in wanted if anchor not in printed]
        return replace(section, sections=(*section.sections, *suggestions(rows)))

    def part_of(self, issued_area):
        """What section 4 says of the area; an additional area stands under a heading there."""
        for section in self.areas:
            if section.heading == issued_area.title and section.anchor != "additional-areas":
                return section
        return Section(issued_area.title, tuple(self.additional(issued_area.title)))

    def additional(self, title):
        """The blocks under an additional area's heading, one level up."""
        section = next(one for one in self.areas if one.heading == ADDITIONAL_AREAS)
        inside = False
        for block in section.blocks:
            if isinstance(block, Heading) and block.depth == 1:
                inside = plain_text(block.inlines) == title
            elif inside and isinstance(block, Heading):
                yield replace(block, depth=block.depth - 1)
            elif inside:
                yield block

    def filed_under(self, issued_area):
        """The rows under the area's heading in the appendix; none for an additional area alone."""
        found = [group.rows for group in self.groups if group.heading == issued_area.title]
        return [row for rows in found for row in rows]


def suggestions(rows):
    """A section with suggestions in full, in four columns; none where there are no rows."""
    if not rows:
        return ()
    columns = (
        Column("ID", 0.5, names_row=True),
        Column("Stakeholder", 1.3),
        Column("Suggested key area for quality improvement", 2),
        Column("Why, and what supports it", 4),
    )
    table = Table("Suggestions", columns, (RowGroup(tuple(map(joined, rows))),))
    return (Section("Suggestions in full", (table,)),)


def joined(row):
    """A row of the appendix with its last three cells in one, each under its own words."""
    number, stakeholder, title, *more = row.cells
    blocks = []
    for words, cell in zip(WHY, more, strict=False):
        if plain_text(cell.blocks).strip():
            blocks += [paragraph(Text(words, bold=True)), *cell.blocks]
    return Row((number, stakeholder, title, Cell(tuple(blocks))), row.marked, row.anchor)


def area_document(paper, issued_area) -> Document:
    """One area of an issued paper as a document by itself, to be shown on screen."""
    frozen = FrozenPaper(paper)
    section = frozen.area(issued_area)
    used = set(plain_keys(section))
    notes = tuple(note for note in frozen.document.footnotes if note.key in used)
    sections = (section,) if section.blocks else section.sections
    return Document(issued_area.title, sections, footnotes=notes, contents_depth=0)


def plain_keys(node):
    """The keys of the footnotes that are referred to below a node."""
    return (one.key for one in walk(node) if isinstance(one, FootnoteReference))
