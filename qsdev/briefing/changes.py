"""What changed between two builds of a paper, in plain words: parts, areas, rows and counts.

References by number are left out of the comparison, so that a paper whose sections only moved has
not changed all over.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from qsdev.briefing.builder.wording import counted, listed
from qsdev.briefing.checks.printed import Printed
from qsdev.documents.blocks import Document, Quotation, Table
from qsdev.documents.freezing import from_json
from qsdev.documents.numbering import Numbering, number
from qsdev.documents.reading import plain_text

#: Sections whose tables and quotations are compared row by row, not as text.
BY_ROW = (Table, Quotation)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `kind` is added, removed, changed, moved or count.

    `part` says of what: section, recommendation, suggestion or count. `before` and `after` are
    the lines that went and came, where the words of a part changed.
    """

    kind: str
    part: str
    message: str
    anchor: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def changes_between(old_content: dict, new_content: dict) -> list[Change]:
    """Return what changed from one frozen content tree to another, in the order of the paper."""
    old, new = Built(from_json(old_content)), Built(from_json(new_content))
    return [
        *_counts(old, new),
        *_front(old, new),
        *_sections(old, new),
        *_recommendations(old, new),
        *_suggestions(old, new),
    ]


class Built:
    """A content tree with its numbers, ready to be compared."""

    def __init__(self, document: Document):
        self.document = document
        self.printed = Printed(document)
        self.numbering: Numbering = number(document)
        self.parts = {part.label.anchor: part for part in self.numbering.sections}
        self.rows = dict(_rows(self.printed))

    def name(self, anchor) -> str:
        """Return what a section is called, "4.1.1 Summary of suggestions" for example."""
        return self.parts[anchor].label.full_title

    def lines(self, anchor) -> list[str]:
        """Return the words of a section's own blocks, line by line."""
        blocks = (block for block, _ in self.parts[anchor].blocks)
        if self._is_by_row(anchor):
            blocks = (block for block in blocks if not isinstance(block, BY_ROW))
        return [line for block in blocks for line in plain_text(block).split("\n") if line]

    def _is_by_row(self, anchor):
        return anchor == "suggestions" or anchor.endswith("-recommendations")

    def parent(self, anchor) -> str:
        """Return the anchor of the section that a section stands in, if any."""
        for outer, part in self.parts.items():
            if any(inner.anchor == anchor for inner in part.section.sections):
                return outer
        return ""


def _rows(printed):
    """Yield the suggestions by number: the heading they stand under, and their words."""
    section = printed.sections.get("suggestions")
    tables = [one for one in section.blocks if isinstance(one, Table)] if section else ()
    for table in tables:
        for group in table.groups:
            for row in group.rows:
                if len(row.cells) > 1:
                    words = tuple(plain_text(cell.blocks) for cell in row.cells)
                    yield words[0], (group.heading, words[1:])


def _counts(old, new) -> Iterator[Change]:
    for name, count in _COUNTED.items():
        before, after = count(old), count(new)
        if before != after:
            yield Change("count", "count", f"{name}: {after}, before {before}.")


_COUNTED = {
    "Suggestions": lambda built: len(built.rows),
    "Improvement areas": lambda built: len(built.printed.areas),
    "Additional areas": lambda built: len(built.printed.additional),
    "Stakeholders in the legend": lambda built: len(built.printed.legend),
    "Recommendations selected": lambda built: len(
        {name for area in built.printed.areas for part in area.parts for name in part.listed}
    ),
    "Evidence sources": lambda built: len(built.document.footnotes),
}


def _front(old, new) -> Iterator[Change]:
    before, after = (_front_lines(built.document) for built in (old, new))
    if before != after:
        yield _text_change("The front matter", before, after, "")


def _front_lines(document):
    words = plain_text(document.front_matter)
    return [*document.imprint, document.title, document.subtitle, *words.split("\n")]


def _sections(old, new) -> Iterator[Change]:
    for anchor in new.parts:
        if anchor not in old.parts:
            if new.parent(anchor) in old.parts or not new.parent(anchor):
                yield Change("added", "section", f"“{new.name(anchor)}” is new.", anchor)
        else:
            yield from _section_change(old, new, anchor)
    for anchor in old.parts:
        if anchor not in new.parts and (old.parent(anchor) in new.parts or not old.parent(anchor)):
            yield Change("removed", "section", f"“{old.name(anchor)}” is gone.", anchor)


def _section_change(old, new, anchor):
    before, after = (built.parts[anchor].section.heading for built in (old, new))
    if before != after:
        words = f"“{before}” is now called “{after}”."
        yield Change("changed", "section", words, anchor, (before,), (after,))
    if old.lines(anchor) != new.lines(anchor):
        name = f"“{new.name(anchor)}”"
        yield _text_change(name, old.lines(anchor), new.lines(anchor), anchor)


def _text_change(name, before, after, anchor):
    gone, come = [], []
    for line in difflib.ndiff(before, after):
        if line.startswith("- "):
            gone.append(line[2:])
        elif line.startswith("+ "):
            come.append(line[2:])
    told = [f"{counted(len(come), 'line')} added"] * bool(come)
    told += [f"{counted(len(gone), 'line')} taken out"] * bool(gone)
    words = f"{name} has changed: {listed(told)}."
    return Change("changed", "section", words, anchor, tuple(gone), tuple(come))


def _recommendations(old, new) -> Iterator[Change]:
    olds = {area.anchor: area for area in old.printed.areas}
    for area in new.printed.areas:
        if area.anchor not in olds:
            continue
        before, after = (_listed_in(one) for one in (olds[area.anchor], area))
        anchor = f"{area.anchor}-recommendations"
        for name in _missing(after, before):
            words = f"{name} is selected for “{area.title}” now."
            yield Change("added", "recommendation", words, anchor)
        for name in _missing(before, after):
            words = f"{name} is no longer selected for “{area.title}”."
            yield Change("removed", "recommendation", words, anchor)
        yield from _quotations(olds[area.anchor], area, anchor)


def _listed_in(area):
    return dict.fromkeys(name for part in area.parts for name in part.listed)


def _missing(names, others):
    return [name for name in names if name not in others]


def _quotations(old, new, anchor):
    texts = {one.name: one.text for one in old.quotations}
    for one in new.quotations:
        if texts.get(one.name, one.text) != one.text:
            words = f"The text of {one.name} in “{new.title}” has changed."
            before, after = (tuple(text.split("\n")) for text in (texts[one.name], one.text))
            yield Change("changed", "recommendation", words, anchor, before, after)


def _suggestions(old, new) -> Iterator[Change]:
    for row_number, (heading, words) in new.rows.items():
        anchor = f"suggestion-{row_number}"
        if row_number not in old.rows:
            message = f"Suggestion {row_number} ({words[0]}) is new, under “{heading}”."
            yield Change("added", "suggestion", message, anchor)
            continue
        old_heading, old_words = old.rows[row_number]
        if heading != old_heading:
            message = f"Suggestion {row_number} has moved from “{old_heading}” to “{heading}”."
            yield Change("moved", "suggestion", message, anchor, (old_heading,), (heading,))
        if words != old_words:
            message = f"The words or the stakeholder of suggestion {row_number} have changed."
            yield Change("changed", "suggestion", message, anchor, old_words, words)
    for row_number in _missing(old.rows, new.rows):
        yield Change("removed", "suggestion", f"Suggestion {row_number} is gone.")
