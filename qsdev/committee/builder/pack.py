"""The pack that members take along: an area a page with space for notes, as it was issued."""

from django.utils import timezone

from qsdev.briefing.builder.wording import day
from qsdev.briefing.models import BriefingPaper
from qsdev.builds.kinds import document
from qsdev.committee.builder.frozen import FrozenPaper
from qsdev.documents.blocks import Column, Document, RowGroup, Section, Table, Text
from qsdev.documents.reading import walk
from qsdev.documents.shorthand import definitions, paragraph, row

PACK = "committee.pack"
NOTE_LINES = 14


@document(PACK, file_name="committee-pack")
def build_pack(topic, subject_id) -> Document:
    """Return the pack of the issued paper `subject_id`: every area as issued, in its order."""
    paper = BriefingPaper.objects.select_related("build").get(pk=subject_id, topic=topic)
    frozen, sections, printed = FrozenPaper(paper), [], set()
    for area in paper.areas.all():
        section = frozen.area(area, printed=printed)
        printed |= {one.anchor for one in walk(section) if getattr(one, "anchor", "")}
        sections.append(with_notes(section))
    original = frozen.document
    return Document(
        title="Committee pack",
        subtitle=topic.title,
        sections=tuple(sections),
        imprint=original.imprint,
        front_matter=(front_of(topic, paper),),
        footnotes=original.footnotes,
        date=original.date,
        subject=f"Areas of the briefing paper, version {paper.version}, with space for notes",
        header=f"{topic.title}: committee pack",
        footer=f"From the briefing paper, version {paper.version}",
        contents_depth=1,
    )


def front_of(topic, paper):
    issued = timezone.localtime(paper.issued_at).date()
    facts = [
        ("Quality standard topic", topic.title),
        ("Briefing paper", f"Version {paper.version}, issued on {day(issued)}"),
    ]
    if topic.committee_meeting_on:
        facts.append(("Committee meeting", day(topic.committee_meeting_on)))
    return definitions(*facts)


def with_notes(section):
    """A section on a page of its own, with a box for notes at its end."""
    lines = "\n".join(["\u00a0"] * NOTE_LINES)
    box = Table(
        f"Your notes on “{section.heading}”",
        (Column("Notes"),),
        (RowGroup((row(paragraph(Text(lines))),)),),
    )
    notes = Section("Your notes", (box,))
    return Section(
        section.heading,
        section.blocks,
        (*section.sections, notes),
        anchor=section.anchor,
        new_page=True,
    )
