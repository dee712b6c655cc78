"""A small paper with every kind of block, for the tests of all writers."""

import datetime

from qsdev.documents.blocks import (
    Cell,
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
from qsdev.documents.flowchart import Papers, ReviewFlow, flowchart, flowchart_table
from qsdev.documents.shorthand import (
    bullets,
    definitions,
    heading,
    numbered,
    paragraph,
    row,
    row_group,
)

FLOW = ReviewFlow(
    identified=(Papers("Databases", 365), Papers("Stakeholders", 101), Papers("Internally", 65)),
    excluded=(Papers("Not about the topic", 400), Papers("Not from the UK", 125)),
    included=6,
)
PROSE = "Children in care need steady relationships, and staff who see why these are hard. "


def sample_paper(suggestions=9, **changes) -> Document:
    """Return a paper of three sections and four appendices; `changes` replace its parts."""
    parts = {
        "title": "Support in care",
        "subtitle": "Briefing paper",
        "imprint": ("National Institute for Health and Care Excellence",),
        "front_matter": (definitions(("Topic", "Support in care"), ("Meeting", "10 March 2016")),),
        "date": datetime.date(2016, 3, 10),
        "subject": "Quality standard: support in care",
        "keywords": ("care", "children"),
        "header": "Support in care: briefing paper",
        "footer": "Quality standards",
        "footnotes": (
            Footnote("ons", (Text("A national count. "), Link("Tables", "https://a.test/?b=1&c"))),
            Footnote("c4eo", (Text("Knowledge review", italic=True),)),
        ),
        "sections": (_introduction(), _overview(), _areas(), *_appendices(suggestions)),
    }
    return Document(**(parts | changes))


def only(*blocks, **changes) -> Document:
    """Return a paper of one section with these blocks."""
    return sample_paper(sections=(Section("Only section", blocks),), **changes)


def _introduction():
    places = paragraph(
        "See ",
        CrossReference("suggestions"),
        ", ",
        CrossReference("all"),
        " on ",
        CrossReference("all", "page"),
        " and ",
        CrossReference("training", "title"),
        ".",
    )
    steps = numbered("First", ["Second", numbered("in part", "in full")])
    return Section(
        "Introduction",
        (paragraph("What this paper is for.", style="lead"),),
        (Section("Structure", (places,)), Section("Source", (steps, numbered("Again first")))),
    )


def _overview():
    cited = paragraph(
        "With ",
        Text("bold", bold=True),
        " and ",
        Text("italic", italic=True),
        FootnoteReference("ons"),
        FootnoteReference("c4eo"),
        ".",
    )
    frameworks = Table(
        "Outcomes framework",
        (Column("Domain", 1, names_row=True), Column("Indicators", 2)),
        (
            row_group(
                row("1 Wider determinants", ["Objective", bullets("1.2 School readiness")]),
                row("2 Health", Cell((paragraph("2.8 Wellbeing"),), marked="Placeholder")),
            ),
        ),
    )
    parts = (heading("Identification"), cited, heading("Treatment"), paragraph("More."))
    return Section(
        "Overview",
        (),
        (
            Section("Management", parts),
            Section("Frameworks", (frameworks, paragraph("Status in words.", style="note"))),
        ),
    )


def _areas():
    recommendation = Quotation(
        (paragraph("Ensure that:"), bullets("one plan is kept", ["and", bullets("reviewed")])),
        heading=(Text("NICE NG26 Recommendation 1.3.2 (key priority for implementation)"),),
        anchor="rec-1-3-2",
    )
    practice = (heading("Stability"), paragraph("Papers say so.", FootnoteReference("ons")))
    training = Section(
        "Training",
        (),
        (
            Section("Selected recommendations", (recommendation,)),
            Section("Current UK practice", practice),
        ),
        anchor="training",
    )
    return Section("Suggested improvement areas", (), (training,))


def _appendices(suggestions):
    priorities = Table(
        "Key priorities",
        (Column("Recommendation", 1, names_row=True), Column("Text", 3)),
        (row_group(row("1.3.2", "Plans", marked="Selected"), row("1.3.3", "Schools")),),
    )
    flow = (flowchart(FLOW, caption="Review flowchart"), flowchart_table(FLOW, caption="Papers"))
    glossary = definitions(("Attachment", "A bond."), ("Children and young people in care", "All."))
    yield Section("Key priorities", (priorities,), appendix=True)
    yield Section("Review flowchart", flow, appendix=True)
    yield Section("Glossary", (glossary,), appendix=True)
    yield Section(
        "Suggestions",
        (_all_suggestions(suggestions),),
        anchor="suggestions",
        appendix=True,
        landscape=True,
    )


def _all_suggestions(count):
    columns = (
        Column("ID", 0.5, names_row=True),
        Column("Stakeholder", 1.2),
        Column("Suggested key area for quality improvement", 2),
        Column("Why is this important?", 2.5),
        Column("Why is this a key area for quality improvement?", 2.5),
        Column("Supporting information", 2),
    )
    longer = PROSE + "\nNext line"
    rows = [
        row(str(n), "SCM1", f"Area {n}", PROSE * 3, longer, "", anchor=f"suggestion-{n}")
        for n in range(1, count + 1)
    ]
    half = count // 2
    groups = (
        row_group(*rows[:half], heading="Training", anchor="group-training"),
        row_group(*rows[half:], heading="Stability of placements"),
    )
    return Table("All suggestions", columns, groups, anchor="all")
