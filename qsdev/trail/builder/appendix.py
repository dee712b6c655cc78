"""The appendix: the trail of every statement as picture and table, and all raw cells in full."""

from django.utils import timezone

from qsdev.builds.kinds import document
from qsdev.consultation.builder.wording import INSTITUTE, day
from qsdev.documents.blocks import Column, CrossReference, Document, Picture, Section, Table, Text
from qsdev.documents.shorthand import cell, definitions, paragraph, paragraphs, row, row_group
from qsdev.trail.links import RAW_CELLS
from qsdev.trail.picture import draw_pages, in_words
from qsdev.trail.steps.statements import how_far
from qsdev.trail.steps.suggestions import Uses, cells_in_full, suggestions_with
from qsdev.trail.walks import statement_trails

APPENDIX = "trail.appendix"
COLUMNS = (Column("On the trail", 2, names_row=True), Column("What is known of it", 5))
CELLS = (Column("Column", 1.2, names_row=True), Column("As it was read from the file", 5))
NO_STATEMENTS = "No statement is drafted yet."
NO_CELLS = "No suggestion is filed in the area of a statement."


@document(APPENDIX, file_name="trail")
def build_appendix(topic, subject_id) -> Document:
    """Return the trail of every statement of the topic, from the rows as they are now."""
    rows = list(topic.statements.select_related("replaced_by").order_by("number"))
    areas = {row.area_id for row in rows}
    used = suggestions_with(list(Uses(topic, area__in=areas).areas))
    cells = [(one, cells_in_full(topic, one)) for one in used]
    return appendix(topic, statement_trails(topic, rows), list(how_far(rows).values()), cells)


def appendix(topic, trails, far, cells) -> Document:
    """Return the document of trails; `far` says how far each is, `cells` what suggestions held."""
    return Document(
        title="From each statement to its sources",
        subtitle=topic.title,
        sections=(
            overview(trails, far),
            *(trail_section(trail) for trail in trails),
            cells_section(cells),
        ),
        imprint=tuple(line for line in (INSTITUTE, topic.directorate, topic.series) if line),
        front_matter=(front_of(topic),),
        date=timezone.localdate(),
        subject=f"The trail of the quality statements on {topic.title}",
        keywords=("quality standard", topic.title),
        header=f"{topic.title}: trail",
        footer="For the team that develops the standard",
        contents_depth=1,
    )


def front_of(topic):
    """The facts of the cover."""
    found = (
        ("Quality standard topic", topic.title),
        ("Reference", topic.reference),
        ("As recorded on", day(timezone.now())),
    )
    return definitions(*(one for one in found if one[1]))


def overview(trails, far):
    """What the appendix is, and how far each statement has come."""
    lead = paragraph(
        "For each statement: the sentence that was published, its versions, the comments that"
        " changed it, the committee’s decision, the suggestions of its area and the recommendations"
        " it rests on. The last part holds the cells of the tables in which the suggestions came.",
        style="lead",
    )
    if not trails:
        return Section("Statements", (lead, paragraph(NO_STATEMENTS)))
    columns = (Column("Statement", 4, names_row=True), Column("How far it is", 2))
    lines = (row(trail.title, words) for trail, words in zip(trails, far, strict=True))
    table = Table("Statements and how far each is", columns, (row_group(*lines),))
    return Section("Statements", (lead, table))


def trail_section(trail):
    """A statement's trail: the picture, then the same steps with all that is known."""
    groups = tuple(row_group(*step_rows(step), heading=step.heading) for step in trail.all_steps)
    table = Table(f"{trail.title}: every step", COLUMNS, groups)
    return Section(trail.title, (*pictures(trail), table), new_page=True)


def pictures(trail):
    """The picture in parts that fit a page; the first says in words what all of them show."""
    drawn = draw_pages(trail)
    for place, svg in enumerate(drawn, start=1):
        part = f", part {place} of {len(drawn)}" if len(drawn) > 1 else ""
        words = in_words(trail) if place == 1 else f"{trail.title}: the trail goes on{part}."
        yield Picture(svg, words, caption=f"{trail.title}: the way it came{part}")


def step_rows(step):
    """A row for each link of a step, or one that says that there is none."""
    if step.remark:
        yield row(step.remark.label, cell(paragraphs(step.remark.text)))
    for link in step.links:
        yield row(link.title, cell(facts_of(link) or where_in_full(link)))
    if step.missing and not step.links:
        yield row(step.missing, "")


def where_in_full(link):
    """Where the appendix prints raw cells in full; nothing of other links."""
    if link.page and link.page.fragment == RAW_CELLS:
        return paragraph("In full in ", CrossReference(RAW_CELLS), ".")
    return ""


def facts_of(link):
    """What is known of a link, each fact after its label."""
    return tuple(block for fact in link.facts for block in fact_blocks(fact))


def fact_blocks(fact):
    """A fact as paragraphs, the first of which begins with its label."""
    first, _, rest = fact.text.replace("\r\n", "\n").strip().partition("\n\n")
    return paragraph(Text(f"{fact.label}. ", bold=True), first), *paragraphs(rest)


def cells_section(cells):
    """Every raw cell of the suggestions, as it was read; a mark stands where one was redacted."""
    groups = tuple(
        row_group(
            *(
                row(fact.label, cell(paragraphs(fact.text)))
                for link in links
                for fact in (*link.words, *link.facts)
            ),
            heading=f"Suggestion {one.number}, {one.stakeholder.name}: {links[0].title}",
        )
        for one, links in cells
        if links
    )
    groups = groups or (row_group(row(cell(NO_CELLS, span=len(CELLS)))),)
    table = Table("The suggestions as they came", CELLS, groups, anchor=RAW_CELLS)
    words = paragraph("Each cell as the imported file held it, also where it was corrected later.")
    return Section("Raw cells of the suggestions", (words, table), appendix=True, landscape=True)
