"""Section 2: the topic, told before the suggestions, and the frameworks it could serve."""

from qsdev.briefing.builder.material import Framework, OverviewText, PaperMaterial
from qsdev.briefing.builder.prose import prose
from qsdev.briefing.builder.wording import titled
from qsdev.documents.blocks import Column, CrossReference, Section, Table, Text
from qsdev.documents.shorthand import cell, inlines, paragraph, row, row_group

NOT_WRITTEN = "This part has not been written yet."


def overview(material: PaperMaterial) -> Section:
    """Return section 2; parts that are optional stand last, and only where the topic has them."""
    always = [part for part in material.overview if not part.is_optional]
    optional = [part for part in material.overview if part.is_optional]
    sections = (
        *(_part(part, material) for part in always),
        _frameworks(material),
        *(_part(part, material) for part in optional),
    )
    return Section("Overview", (), sections, "overview")


def overview_anchor(part: OverviewText) -> str:
    """Return the name of the place where a part of the overview is printed."""
    return f"overview-{part.kind.replace('_', '-')}"


def _part(part, material):
    blocks = prose(part.text, material) or (paragraph(NOT_WRITTEN),)
    if part.kind == "focus" and material.glossary:
        pointer = paragraph("Terms are explained in ", CrossReference("glossary"), ".")
        blocks = (*blocks, pointer)
    return Section(part.heading, blocks, anchor=overview_anchor(part))


def _frameworks(material):
    heading, anchor = "National outcome frameworks", "frameworks"
    if not material.frameworks:
        words = "No national outcomes framework has been named for this topic."
        return Section(heading, (paragraph(words),), anchor=anchor)
    blocks = [_pointer(len(material.frameworks))]
    for place, framework in enumerate(material.frameworks, start=1):
        blocks.append(_table(framework, f"framework-{place}"))
        blocks += [paragraph(framework.note, style="note")] * bool(framework.note)
    return Section(heading, tuple(blocks), anchor=anchor)


def _pointer(count):
    words = "what the quality standard could help to achieve in national outcome frameworks."
    first = CrossReference("framework-1")
    if count == 1:
        return paragraph(first, f" shows {words}")
    joint = " and " if count == 2 else " to "
    return paragraph(first, joint, CrossReference(f"framework-{count}"), f" show {words}")


def _table(framework: Framework, anchor: str):
    has_status = any(entry.status for domain in framework.domains for entry in domain.entries)
    columns = [
        Column("Domain", 2, names_row=True),
        Column(framework.entries_heading, 4),
    ]
    columns += [Column("Status", 2)] * has_status
    rows = (_row(domain, has_status) for domain in framework.domains)
    return Table(
        titled(framework.title, "Untitled framework"), columns, (row_group(*rows),), anchor=anchor
    )


def _row(domain, has_status):
    name = f"{domain.number} {domain.title}".strip()
    cells = [name, cell([_entry(entry) for entry in domain.entries])]
    if has_status:
        told = [entry for entry in domain.entries if entry.status]
        cells.append(cell([paragraph(f"{_named(entry)}: {entry.status}") for entry in told]))
    return row(*cells)


def _entry(entry):
    words = f"{entry.number} {entry.text}".strip()
    return paragraph(*inlines(Text(words, bold=entry.kind == "heading")))


def _named(entry):
    return entry.number or entry.text
