"""The second meeting's package: per statement what was consulted on, said, changed, and asked."""

from django.utils.timezone import localdate

from qsdev.consultation.builder.report import redlined
from qsdev.consultation.builder.wording import NO_RESPONSE, counted, day, imprint
from qsdev.documents.blocks import Column, Document, Section, Table, Text
from qsdev.documents.shorthand import (
    cell,
    definitions,
    heading,
    numbered,
    paragraph,
    paragraphs,
    row,
    row_group,
)

THEMES = (
    Column("Theme", 2, names_row=True),
    Column("Comments", 0.9),
    Column("NICE’s response", 4),
)
ORGANISATIONS = (Column("Organisation", 4, names_row=True), Column("Comments", 1))
NOT_WRITTEN = "Not written."
MARKS = "Words that were added are in bold, words that were removed stand in square brackets."


def committee_package(material) -> Document:
    """Return the package as a content tree; of comments it holds themes and numbers alone."""
    title = f"Second committee meeting: {material.title}"
    return Document(
        title=title,
        sections=(
            introduction(material),
            *map(statement_section, material.statements),
            other_comments(material),
            *general_questions(material),
            organisations(material),
        ),
        imprint=(*imprint(material), "Quality Standards Advisory Committee"),
        front_matter=(facts(material),),
        date=localdate(material.meets_at),
        subject=f"Quality standard topic: {material.title}",
        keywords=tuple(filter(None, ("committee package", material.title, material.reference))),
        header=title,
        footer=f"{material.meeting} on {day(material.meets_at)}",
        contents_depth=1,
    )


def facts(material):
    """The facts of the cover."""
    pairs = (
        ("Quality standard topic", material.title),
        ("Reference", material.reference),
        ("Meeting", f"{material.meeting}, {day(material.meets_at)}"),
        ("Consultation", f"{day(material.opens_at)} to {day(material.closes_at)}"),
    )
    return definitions(*(pair for pair in pairs if pair[1]))


def introduction(material):
    """How many responded, what the package holds, and what the committee is asked."""
    words = (
        f"The draft quality standard on {material.title} was put to consultation from"
        f" {day(material.opens_at)} to {day(material.closes_at)}."
        f" {counted(len(material.organisations), 'organisation').capitalize()} responded with"
        f" {counted(material.comments, 'comment')}."
    )
    asked = (
        "For each statement this package gives the wording that was consulted on, the themes of"
        " the comments with NICE’s response, and the wording as it stands now with what was"
        f" changed. {MARKS} The committee is asked to agree, for each statement, whether it stays"
        " as it is, is changed, is removed or is to be looked at again."
    )
    return Section("About this package", (paragraph(words), paragraph(asked)), anchor="about")


def statement_section(one):
    """A statement: as consulted on, what was said, as it stands now, and what is asked."""
    blocks = [heading("As it was consulted on")]
    if one.was_consulted_on:
        blocks.append(paragraph(Text(one.consulted or NOT_WRITTEN, bold=True)))
        blocks += [heading("What was said of it"), *theme_blocks(one.themes, name_of(one))]
    else:
        blocks.append(paragraph("This statement was drafted after the consultation."))
    blocks += [heading("As it stands now"), *wording_blocks(one)]
    if one.questions:
        blocks += [heading("Questions to the committee"), numbered(*one.questions)]
    title = f"Statement {one.number}: {one.title}"
    return Section(title, tuple(blocks), anchor=f"statement-{one.number}", new_page=True)


def name_of(one):
    """A statement's name inside a sentence."""
    return f"statement {one.number}"


def theme_blocks(themes, name):
    """The themes as a table, or that nothing was said."""
    if not themes:
        return [paragraph("No comment was made.")]
    rows = (row(one.title, f"{one.comments:,}", response_cell(one)) for one in themes)
    return [Table(f"Themes of the comments on {name}", THEMES, (row_group(*rows),))]


def response_cell(theme):
    """NICE's response; one that is not agreed yet says so."""
    if not theme.response:
        return cell("Answered one by one" if theme.is_agreed else NO_RESPONSE)
    draft = () if theme.is_agreed else (paragraph(Text("Drafted, not agreed yet:", italic=True)),)
    return cell((*draft, *paragraphs(theme.response)))


def wording_blocks(one):
    """The wording now, with the parts that changed since consultation."""
    if one.is_removed:
        yield paragraph(f"The statement was removed. {one.reason_removed}")
        return
    yield paragraph(Text(one.now or NOT_WRITTEN, bold=True))
    if not one.was_consulted_on:
        return
    if not one.parts:
        yield paragraph("It is worded as it was consulted on.")
        return
    yield paragraph(f"What was changed since, up to version {one.version}:")
    for part in one.parts:
        yield paragraph(Text(f"{part.heading}: ", bold=True), *redlined(part.runs))


def other_comments(material):
    """What was said to the questions of the consultation, and of the draft as a whole."""
    sections = tuple(
        Section(
            one.title,
            (*paragraphs(one.text), *theme_blocks(one.themes, one.title.lower())),
        )
        for one in material.others
    )
    return Section("Other comments", (), sections, anchor="others", new_page=True)


def general_questions(material):
    """What the committee is asked on the standard as a whole."""
    if material.questions:
        yield Section(
            "Questions to the committee on the whole standard",
            (numbered(*material.questions),),
            anchor="questions",
        )


def organisations(material):
    """Who responded: organisations, with the number of their comments."""
    rows = [row(name, f"{count:,}") for name, count in material.organisations]
    title = "Organisations that responded"
    if not rows:
        return Section(title, (paragraph("No organisation responded."),), appendix=True)
    return Section(title, (Table(title, ORGANISATIONS, (row_group(*rows),)),), appendix=True)
