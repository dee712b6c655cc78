"""Section 4.n.2: recommendations selected for an area, as a table and then each in full, once."""

import re
from itertools import groupby

from qsdev.briefing.builder.guidance import Recommendation, ResearchRecommendation
from qsdev.briefing.builder.material import Area, PaperMaterial, Part
from qsdev.briefing.builder.prose import quoted
from qsdev.briefing.builder.wording import listed, titled
from qsdev.documents.blocks import (
    Column,
    CrossReference,
    Quotation,
    Section,
    Table,
    Text,
)
from qsdev.documents.shorthand import cell, heading, inlines, paragraph, row, row_group

NOT_SELECTED = "No recommendation has been selected yet"
RESEARCH = "Recommendations for research"
#: Words by which a guideline points into itself: "see appendix 1", "section 1.4"; not those by
#: which it points elsewhere: "section 20 of the Children Act 1989".
POINTS_INTO_SOURCE = re.compile(
    r"\b(?:(?i:appendix|appendices|sections?|recommendations?|chapters?|tables?))\s+"
    r"(?:[A-Z]\b|\d{1,3}(?:\.\d{1,3}){0,3}(?!\d))"
    r"(?!(?:,? (?:and|or|to) \d{1,3})? of (?:the )?[A-Z])"
)


def selected_recommendations(area: Area, material: PaperMaterial) -> Section:
    """Return the section: what the table shows, the table, the recommendations in full."""
    table = recommendations_table(area)
    full_text = in_full(area)
    words = " lists recommendations that could support quality statements in this area"
    after = "; each is printed in full after it." if full_text else "."
    return Section(
        "Selected recommendations from development source",
        (
            paragraph(CrossReference(table), words, after),
            _table(area, material, table),
            *full_text,
        ),
        anchor=f"{area.anchor}-recommendations",
    )


def recommendations_table(area: Area) -> str:
    """Return the anchor of the area's table of recommendations."""
    return f"{area.anchor}-table"


def not_covered_words(material: PaperMaterial) -> str:
    """Return what stands in the table where the development sources say nothing."""
    names = listed((one.name for one in material.guidelines), last="or")
    return f"Not directly covered in {names or 'the development source'}"


def selected_in(area: Area) -> list[Recommendation]:
    """Return the recommendations selected anywhere in the area, each once, in their order."""
    found = {one.name: one for part in area.parts for one in part.recommendations}
    return sorted(found.values(), key=lambda one: (one.guideline, one.sort_key))


def research_in(area: Area) -> list[ResearchRecommendation]:
    """Return the recommendations for research selected in the area, each once, in their order."""
    found = {one.name: one for part in area.parts for one in part.research}
    return sorted(found.values(), key=lambda one: (one.guideline, one.number))


def by_section(recommendations):
    """Yield each guideline section's heading with the recommendations that stand under it."""
    for (_, title), group in groupby(recommendations, key=lambda one: (one.guideline, one.section)):
        yield titled(title, "Recommendations"), list(group)


def _table(area, material, anchor):
    rows = (row(part.heading, _listing(part, material)) for part in area.parts)
    return Table(
        f"Specific areas for quality improvement: {area.heading}",
        (
            Column("Suggested quality improvement area", 2, names_row=True),
            Column("Selected recommendations", 3),
        ),
        (row_group(*rows),),
        anchor=anchor,
    )


def _listing(part: Part, material):
    blocks = []
    for title, recommendations in by_section(part.recommendations):
        blocks.append(paragraph(Text(title, bold=True)))
        blocks += [paragraph(one.heading) for one in recommendations]
    if part.research:
        blocks.append(paragraph(Text(RESEARCH, bold=True)))
        blocks += [paragraph(one.name) for one in part.research]
    if not blocks:
        words = not_covered_words(material) if part.not_covered else NOT_SELECTED
        blocks.append(paragraph(words))
    return cell(blocks)


def in_full(area: Area) -> tuple:
    """Return each recommendation of the area in full, once, under its guideline's heading."""
    blocks = []
    for title, recommendations in by_section(selected_in(area)):
        blocks.append(heading(title))
        for one in recommendations:
            blocks += _in_full(area, one)
    research = research_in(area)
    if research:
        blocks.append(heading(RESEARCH))
        for one in research:
            blocks += _in_full(area, one)
    return tuple(blocks)


def _in_full(area, recommendation):
    anchor = f"{area.anchor}-{recommendation.name}".lower().replace(" ", "-").replace(".", "-")
    blocks = quoted(recommendation.text)
    if POINTS_INTO_SOURCE.search(recommendation.text):
        blocks += (paragraph(source_note(recommendation.guideline), style="note"),)
    return (Quotation(blocks, inlines(recommendation.heading), anchor),)


def source_note(guideline: str) -> str:
    """Return the remark that numbers in a quoted text are those of the guideline it is from."""
    return (
        "Appendices, sections, tables and recommendations that this text mentions by number are "
        f"those of NICE {guideline} itself."
    )
