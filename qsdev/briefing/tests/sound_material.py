"""A small paper's material in which no rule finds anything, and ways to break it."""

import datetime
from dataclasses import replace

from qsdev.briefing.builder import build_document
from qsdev.briefing.builder.evidence import EvidenceSearch, EvidenceSource
from qsdev.briefing.builder.guidance import Guideline, Recommendation, ResearchRecommendation
from qsdev.briefing.builder.material import (
    Area,
    Contributor,
    Framework,
    FrameworkDomain,
    FrameworkEntry,
    OverviewText,
    PaperMaterial,
    Part,
    Round,
    Suggestion,
)
from qsdev.briefing.checks.printed import Printed
from qsdev.briefing.checks.rules import RULES, Paper
from qsdev.documents.blocks import Section, Table
from qsdev.documents.reading import plain_text, walk

RIVERS = Contributor("The Rivers Trust", "TRT", aliases=("Rivers Fellowship",))
WOODS = Contributor("Woods and Wellbeing", "WW")
HILLS = Contributor("Hill Walkers", "HW")
SCM1 = Contributor("SCM1", "SCM1", is_specialist_member=True)
SCM2 = Contributor("SCM2", "SCM2", is_specialist_member=True)

ASK = Recommendation("NG1", "1.1.1", "Ask how far people walk.", "Asking", True, "001.001.001", 11)
PLAN = Recommendation("NG1", "1.1.2", "Plan walks with them.", "Asking", False, "001.001.002", 12)
LEND = Recommendation("NG1", "1.2.1", "Lend boots.", "Equipment", False, "001.002.001", 13)
STUDY = ResearchRecommendation("NG1", 1, "Boots", "Find out which boots last.", 21)
GUIDELINE = Guideline("NG1", 2015, "Walking for health", False, (ASK, PLAN, LEND), (STUDY,))

SUGGESTIONS = (
    Suggestion(1, RIVERS, "Ask early", "Walking is forgotten.", area="area-asking"),
    Suggestion(2, WOODS, "Ask everybody", "Some are never asked.", area="area-asking"),
    Suggestion(3, SCM1, "Ask in school", "Young people sit.", area="area-asking"),
    Suggestion(4, HILLS, "Boots for all", "Feet hurt.", area="area-boots"),
    Suggestion(5, SCM2, "Teach guides", "Guides need maps.", area="area-guides"),
)
ASKING = Area(
    "Asking about walking",
    "area-asking",
    1,
    (
        Part(
            "Asking adults",
            101,
            summary="Stakeholders wanted adults to be asked [S1, S2].",
            practice="In 2014, 12% were asked [@walks-2014].",
            recommendations=(ASK, PLAN),
        ),
        Part(
            "Asking children",
            102,
            summary="One stakeholder spoke for schools [S3].",
            none_found=True,
            not_covered=True,
        ),
    ),
)
BOOTS = Area(
    "Boots",
    "area-boots",
    2,
    (
        Part(
            "Boots",
            summary="A stakeholder wanted boots to be lent [S4].",
            practice="Most people own none [@boots-2012].",
            recommendations=(LEND,),
            research=(STUDY,),
        ),
    ),
)
GUIDES = Area(
    "Guides",
    "area-guides",
    3,
    (Part("Guides", summary="One stakeholder wrote about guides [S5]."),),
    is_additional=True,
    reason_sentence="The training of staff is not put forward.",
    explanation="Guides have a standard of their own.",
)
FRAMEWORK = Framework(
    "Outcomes for walkers",
    domains=(
        FrameworkDomain("1", "Living longer", (FrameworkEntry("indicator", "Steps", "1.1"),)),
    ),
)
SOUND = PaperMaterial(
    slug="walking",
    title="Walking",
    reference="GID-QS1",
    output="Areas for improvement",
    meeting_on=datetime.date(2016, 3, 10),
    round=Round(datetime.date(2016, 1, 15), datetime.date(2016, 1, 29), 7, stated_respondents=3),
    guidelines=(GUIDELINE,),
    overview=(
        OverviewText("focus", "Focus of quality standard", "Walking by adults and children."),
        OverviewText("definition", "Definition", "Body mass index (BMI) falls; BMI matters."),
    ),
    frameworks=(FRAMEWORK,),
    areas=(ASKING, BOOTS, GUIDES),
    suggestions=SUGGESTIONS,
    sources=(
        EvidenceSource("boots-2012", "Office of Boots", 2012, "Who owns boots", "", 31),
        EvidenceSource("walks-2014", "Walking Council", 2014, "Who walks", "", 32),
    ),
    search=EvidenceSearch(8, 2, 1, (("Not about walking", 9),), 2),
    glossary=(("Walk", "To go on foot."),),
    register=(RIVERS, WOODS, HILLS),
)


def found(code, material=SOUND, document=None):
    """What one rule finds."""
    return RULES[code].findings(Paper(material, document))


def with_part(area, place=0, **changes):
    """The sound material with one part of an area changed."""
    parts = list(area.parts)
    parts[place] = replace(parts[place], **changes)
    return with_area(area, parts=tuple(parts))


def with_area(area, **changes):
    """The sound material with one area changed."""
    areas = (replace(one, **changes) if one is area else one for one in SOUND.areas)
    return replace(SOUND, areas=tuple(areas))


def with_suggestion(number, **changes):
    """The sound material with one suggestion changed."""
    rows = (replace(one, **changes) if one.number == number else one for one in SUGGESTIONS)
    return replace(SOUND, suggestions=tuple(rows))


def with_guideline(**changes):
    """The sound material with the guideline changed."""
    return replace(SOUND, guidelines=(replace(GUIDELINE, **changes),))


def with_section(anchor, change, material=SOUND):
    """The sound paper with one section put through `change`, as an older paper might differ."""
    document = build_document(material)
    return replace(document, sections=_changed(document.sections, anchor, change))


def with_blocks(anchor, change):
    """The sound paper with the blocks of one section put through `change`."""
    return with_section(anchor, lambda section: replace(section, blocks=change(section.blocks)))


def _changed(sections, anchor, change) -> tuple[Section, ...]:
    return tuple(
        change(section)
        if section.anchor == anchor
        else replace(section, sections=_changed(section.sections, anchor, change))
        for section in sections
    )


def section(anchor, material=SOUND):
    """A section of the paper."""
    return Printed(build_document(material)).sections[anchor]


def words(anchor, material=SOUND):
    """The words of a section's own blocks."""
    return plain_text(section(anchor, material).blocks)


def nodes(kind, anchor, material=SOUND):
    """All nodes of a kind in a section."""
    return [node for node in walk(section(anchor, material)) if isinstance(node, kind)]


def rows_of(anchor, material=SOUND):
    """The words of each cell of the only table in a section."""
    (table,) = nodes(Table, anchor, material)
    return [
        [plain_text(cell.blocks) for cell in row.cells]
        for group in table.groups
        for row in group.rows
    ]
