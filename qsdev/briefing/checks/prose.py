"""All the prose of a paper that staff write, each piece with its place and where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from qsdev.briefing.builder.areas import part_anchor
from qsdev.briefing.builder.material import Area, PaperMaterial, Part
from qsdev.briefing.builder.overview import overview_anchor
from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding, Mend


@dataclass(frozen=True, slots=True)
class Prose:
    """A piece of prose; `kind` is overview, summary, practice, explanation or glossary."""

    kind: str
    name: str
    text: str
    anchor: str
    mend: Mend
    subject_kind: str = ""
    subject: int | str = ""

    def finding(self, message: str) -> Finding:
        """Return a finding about this piece."""
        return Finding(message, self.subject_kind, self.subject, self.anchor, self.mend)


def all_prose(material: PaperMaterial) -> Iterator[Prose]:
    """Yield every piece in the order of the paper; what is empty is left out."""
    for part in material.overview:
        if part.text:
            mend = mending.overview(part.kind)
            name, anchor = f"“{part.heading}”", overview_anchor(part)
            yield Prose("overview", name, part.text, anchor, mend, "overview", part.kind)
    for area in material.areas:
        yield from summaries(area)
        yield from practice(area)
        if area.explanation:
            mend = mending.area(area.pk)
            name = f"the explanation of “{area.title}”"
            yield Prose("explanation", name, area.explanation, area.anchor, mend, "area", area.pk)
    for term, definition in material.glossary:
        name = f"the glossary's “{term}”"
        yield Prose("glossary", name, definition, "glossary", mending.glossary(), "term", term)


def summaries(area: Area) -> Iterator[Prose]:
    """Yield the summaries of an area."""
    for part in area.parts:
        if part.summary:
            mend = mending.summary(area.pk, part.sub_area)
            name, anchor = f"the summary of “{part.title}”", part_anchor(area, part, "summary")
            yield Prose("summary", name, part.summary, anchor, mend, *part_subject(area, part))


def practice(area: Area) -> Iterator[Prose]:
    """Yield what is written about current practice in an area."""
    for part in area.parts:
        if part.practice:
            mend = mending.practice(area.pk, part.sub_area)
            name = f"current practice in “{part.title}”"
            anchor = part_anchor(area, part, "practice")
            yield Prose("practice", name, part.practice, anchor, mend, *part_subject(area, part))


def part_subject(area: Area, part: Part) -> tuple[str, int]:
    """Return what a finding about a part of an area is about: kind and key."""
    return ("area", area.pk) if part.sub_area is None else ("sub_area", part.sub_area)
