"""A briefing paper of any size, invented: the kinds of block of a real one, always the same."""

import datetime
import random

from qsdev.documents.blocks import (
    Column,
    CrossReference,
    Document,
    Footnote,
    FootnoteReference,
    Link,
    Quotation,
    Section,
    Table,
    Text,
)
from qsdev.documents.flowchart import Papers, ReviewFlow, flowchart
from qsdev.documents.shorthand import bullets, definitions, heading, paragraph, row, row_group

AREAS = ("Assessment", "Schools", "Parents and carers", "Interventions", "Stability", "Training")
ORGANISATIONS = ("Northern Carers Trust", "College of Play", "Fostering Forum", "SCM1", "SCM2")
_VOCABULARY = (
    "children young people in care need consistent relationships with staff who understand how "
    "difficulties show themselves and when early support from schools families or local services "
    "prevents placements from ending too soon because plans are shared and reviewed each year"
)
_COLUMNS = (
    Column("ID", 0.5, names_row=True),
    Column("Stakeholder", 1.3),
    Column("Suggested key area for quality improvement", 2),
    Column("Why is this important?", 2.5),
    Column("Why is this a key area for quality improvement?", 2.5),
    Column("Supporting information", 2),
)


def synthetic_tree(suggestions: int) -> Document:
    """Return a paper with so many suggestions, each of about 110 words, in six areas."""
    chance = random.Random(suggestions)
    return Document(
        title="Support in care",
        subtitle="Briefing paper",
        imprint=("National Institute for Health and Care Excellence",),
        front_matter=(definitions(("Topic", "Support in care"), ("Meeting", "10 March 2016")),),
        date=datetime.date(2016, 3, 10),
        subject="Quality standard: support in care",
        header="Support in care: briefing paper",
        footer="NICE quality standards",
        footnotes=tuple(_footnote(chance, place) for place in range(len(AREAS))),
        sections=(
            Section("Introduction", (paragraph(_prose(chance, 90)),)),
            Section("Suggested improvement areas", (), _areas(chance)),
            Section("Review flowchart", (_flowchart(),), appendix=True),
            Section(
                "Suggestions from the engagement exercise",
                (_appendix(chance, suggestions),),
                anchor="suggestions",
                appendix=True,
                landscape=True,
            ),
        ),
    )


def _prose(chance, words):
    return " ".join(chance.choices(_VOCABULARY.split(), k=words)).capitalize() + "."


def _footnote(chance, place):
    title = Text(_prose(chance, 8), italic=True)
    return Footnote(f"source-{place}", (title, Link("report", f"https://example.org/{place}")))


def _areas(chance):
    return tuple(_area(chance, place, name) for place, name in enumerate(AREAS))


def _area(chance, place, name):
    recommendations = tuple(
        Quotation(
            (paragraph(_prose(chance, 30)), bullets(*(_prose(chance, 9) for _ in range(4)))),
            heading=(Text(f"Recommendation 1.{place + 1}.{number}"),),
        )
        for number in range(1, 4)
    )
    table = Table(
        f"Areas for quality improvement: {name.lower()}",
        (Column("Sub-area", 1, names_row=True), Column("Recommendations", 2)),
        (row_group(*(row(_prose(chance, 3), _prose(chance, 12)) for _ in range(3))),),
    )
    practice = paragraph(_prose(chance, 70), FootnoteReference(f"source-{place}"))
    summary = paragraph(_prose(chance, 80), " See ", CrossReference("suggestions"), ".")
    parts = (
        Section("Summary of suggestions", (heading("First sub-area"), summary)),
        Section("Selected recommendations", (table, *recommendations)),
        Section("Current practice", (practice, paragraph(_prose(chance, 60)))),
    )
    return Section(name, (), parts)


def _flowchart():
    sources = (Papers("Databases", 365), Papers("Stakeholders", 101), Papers("Internally", 65))
    flow = ReviewFlow(sources, (Papers("Not about the topic", 525),), 6)
    return flowchart(flow, caption="Review flowchart")


def _appendix(chance, suggestions):
    rows = [_suggestion(chance, number) for number in range(1, suggestions + 1)]
    share = -(-len(rows) // len(AREAS))
    groups = tuple(
        row_group(*rows[place * share : (place + 1) * share], heading=name)
        for place, name in enumerate(AREAS)
    )
    return Table("Suggestions from the engagement exercise", _COLUMNS, groups)


def _suggestion(chance, number):
    return row(
        str(number),
        chance.choice(ORGANISATIONS),
        _prose(chance, 8),
        _prose(chance, 40),
        _prose(chance, 45),
        _prose(chance, 15),
        anchor=f"suggestion-{number}",
    )
