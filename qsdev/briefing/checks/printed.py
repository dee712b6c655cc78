"""What a paper's content tree says, read back from the tree as a reader would read it."""

import re
from dataclasses import dataclass
from functools import cached_property

from qsdev.documents.blocks import (
    BulletList,
    DefinitionList,
    Document,
    Heading,
    Paragraph,
    Quotation,
    Section,
    Table,
)
from qsdev.documents.reading import plain_text

#: A recommendation's name as papers write it: guideline, "Research " or nothing, number.
NAME = re.compile(r"NICE (\S{1,20}) (Research )?Recommendation (\d{1,3}(?:\.\d{1,3}){0,4})")


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A row of an area's table: the sub-area, and the recommendations listed beside it."""

    title: str
    listed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedQuotation:
    """A recommendation in full; `note` says whether a remark about its source ends it."""

    heading: str
    text: str
    note: bool

    @property
    def name(self) -> str:
        """Return the recommendation's name, or nothing if the heading carries none."""
        found = NAME.search(self.heading)
        return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class PrintedArea:
    """The section of a main area."""

    title: str
    anchor: str
    parts: tuple[PrintedPart, ...]
    quotations: tuple[PrintedQuotation, ...]
    summary_headings: tuple[str, ...]
    practice_headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A row of the table in section 3: an area, its sub-areas, its stakeholders."""

    title: str
    sub_areas: tuple[str, ...]
    stakeholders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedSuggestion:
    """A row of the appendix: under which heading, its number, whose it is."""

    heading: str
    number: str
    stakeholder: str


class Printed:
    """A content tree, read part by part."""

    def __init__(self, document: Document):
        self.document = document

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        """Return every section, in the order of the paper."""
        return tuple(_sections(self.document.sections))

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Return the sections that have an anchor, by their anchors."""
        return {section.anchor: section for section in self.all_sections if section.anchor}

    @cached_property
    def areas(self) -> tuple[PrintedArea, ...]:
        """Return the main areas in their order."""
        above = self.sections.get("improvement-areas")
        children = above.sections if above else ()
        return tuple(self._area(one) for one in children if one.anchor != "additional-areas")

    @cached_property
    def additional(self) -> tuple[str, ...]:
        """Return the headings of the additional areas."""
        section = self.sections.get("additional-areas")
        return _headings(section) if section else ()

    @cached_property
    def summary_rows(self) -> tuple[SummaryRow, ...]:
        """Return the rows of the table of areas and stakeholders."""
        table = self._table("responses")
        rows = (row for group in table.groups for row in group.rows) if table else ()
        return tuple(_summary_row(row) for row in rows if len(row.cells) == 2)

    @cached_property
    def legend(self) -> dict[str, str]:
        """Return the legend: abbreviations and what they stand for."""
        section = self.sections.get("responses")
        blocks = section.blocks if section else ()
        lists = (block for block in blocks if isinstance(block, DefinitionList))
        return {one.term: plain_text(one.inlines) for each in lists for one in each.definitions}

    @cached_property
    def suggestions(self) -> tuple[PrintedSuggestion, ...]:
        """Return the rows of the appendix of suggestions."""
        table = self._table("suggestions")
        return tuple(
            PrintedSuggestion(group.heading, *(plain_text(one.blocks) for one in row.cells[:2]))
            for group in (table.groups if table else ())
            for row in group.rows
            if len(row.cells) == 6
        )

    def _table(self, anchor):
        section = self.sections.get(anchor)
        blocks = section.blocks if section else ()
        return next((block for block in blocks if isinstance(block, Table)), None)

    def _area(self, section):
        anchor = section.anchor
        table = self._table(f"{anchor}-recommendations")
        rows = (row for group in table.groups for row in group.rows) if table else ()
        return PrintedArea(
            section.heading,
            anchor,
            tuple(_part(row) for row in rows),
            tuple(_quotations(self.sections.get(f"{anchor}-recommendations"))),
            _headings(self.sections.get(f"{anchor}-summary")),
            _headings(self.sections.get(f"{anchor}-practice")),
        )


def _sections(sections):
    for section in sections:
        yield section
        yield from _sections(section.sections)


def _part(row):
    title, listing = (plain_text(one.blocks) for one in row.cells)
    return PrintedPart(title, tuple(found.group() for found in NAME.finditer(listing)))


def _quotations(section):
    blocks = section.blocks if section else ()
    for block in blocks:
        if isinstance(block, Quotation):
            note = any(_is_note(one) for one in block.blocks)
            yield PrintedQuotation(plain_text(block.heading), quoted_text(block), note)


def quoted_text(quotation: Quotation) -> str:
    """Return the words of a recommendation in full, without the remark about its source."""
    return plain_text([block for block in quotation.blocks if not _is_note(block)])


def _is_note(block):
    return isinstance(block, Paragraph) and block.style == "note"


def _headings(section):
    blocks = section.blocks if section else ()
    return tuple(
        plain_text(block)
        for block in blocks
        if isinstance(block, Heading) and block.depth == 1 and block.anchor
    )


def _summary_row(row):
    area, stakeholders = row.cells
    title = next((plain_text(one) for one in area.blocks if isinstance(one, Paragraph)), "")
    lists = (one for one in area.blocks if isinstance(one, BulletList))
    sub_areas = (plain_text(item.blocks) for each in lists for item in each.items)
    return SummaryRow(
        title, tuple(sub_areas), tuple(filter(None, plain_text(stakeholders.blocks).split("\n")))
    )
