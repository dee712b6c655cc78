"""Appendix 1: key priorities for implementation of the sources; those selected are marked."""

from qsdev.briefing.builder.guidance import Guideline
from qsdev.briefing.builder.material import PaperMaterial
from qsdev.briefing.builder.prose import quoted
from qsdev.briefing.builder.selected import (
    POINTS_INTO_SOURCE,
    by_section,
    selected_in,
    source_note,
)
from qsdev.briefing.builder.wording import listed
from qsdev.documents.blocks import Column, CrossReference, Section, Table
from qsdev.documents.shorthand import cell, paragraph, row, row_group

SELECTED = "Selected"


def key_priorities(material: PaperMaterial) -> Section:
    """Return the appendix with a table for each source that has key priorities."""
    sources = [one for one in material.guidelines if one.key_priorities]
    names = listed(one.reference for one in sources or material.guidelines)
    heading = "Key priorities for implementation" + (f" ({names})" if names else "")
    if not sources:
        words = "The development source names no key priorities for implementation."
        return Section(heading, (paragraph(words),), anchor="key-priorities", appendix=True)
    blocks = [
        paragraph(
            "These are the key priorities for implementation of the source. One that is selected "
            f"in the body of this paper is shaded and carries the word “{SELECTED}”."
        )
    ]
    for guideline in sources:
        blocks += _table(guideline, material)
    return Section(heading, tuple(blocks), anchor="key-priorities", appendix=True)


def _table(guideline: Guideline, material):
    groups = (
        row_group(*(_row(one, material) for one in recommendations), heading=title)
        for title, recommendations in by_section(guideline.key_priorities)
    )
    table = Table(
        f"Key priorities for implementation in {guideline.name}",
        (
            Column("Number", 1, names_row=True),
            Column("Text", 5),
            Column("Where it is selected", 1.6),
        ),
        tuple(groups),
        anchor=f"key-priorities-{guideline.reference.lower().replace(' ', '-')}",
    )
    points = any(POINTS_INTO_SOURCE.search(one.text) for one in guideline.key_priorities)
    note = paragraph(source_note(guideline.reference), style="note")
    return (table, note) if points else (table,)


def _row(recommendation, material):
    places = []
    for area in material.areas:
        names = [one.name for one in selected_in(area)]
        if recommendation.name in names and area.place not in places:
            places.append(area.place)
    where = [paragraph("Selected in ", CrossReference(place)) for place in places]
    reason = material.reason_not_selected.get(recommendation.name, "")
    return row(
        recommendation.number,
        cell(quoted(recommendation.text)),
        cell(where or ([paragraph("Not selected. ", reason)] if reason else "Not selected")),
        marked=SELECTED if places else "",
    )
