"""The consultation summary report: themes and responses, comments by place, changes of wording."""

from django.utils.timezone import localdate

from qsdev.consultation.builder.wording import (
    NO_RESPONSE,
    anchor_of,
    counted,
    day,
    front_matter,
    imprint,
)
from qsdev.documents.blocks import (
    Column,
    CrossReference,
    Document,
    Section,
    Table,
    Text,
)
from qsdev.documents.shorthand import (
    bullets,
    cell,
    heading,
    inlines,
    paragraph,
    paragraphs,
    row,
    row_group,
)

COLUMNS = (
    Column("Number", 0.9, names_row=True),
    Column("Organisation", 1.5),
    Column("Comment", 4),
    Column("Theme or response", 2.5),
)
RESPONDENTS = (
    Column("Organisation", 3, names_row=True),
    Column("Comments", 1),
    Column("Tobacco links", 2),
)
NOTHING = "No comment was made."


def report(material):
    """Return the summary report as a content tree; every comment stands in it once."""
    title = f"Consultation summary report: {material.title}"
    sections = [
        introduction(material),
        themes(material),
        by_place("Comments on the statements", material.statements),
        by_place("Answers to the questions", material.questions),
        by_place("Other comments", material.others),
        changes(material),
        respondents(material),
    ]
    return Document(
        title=title,
        sections=tuple(section for section in sections if section),
        imprint=imprint(material),
        front_matter=front_matter(material),
        date=localdate(material.closes_at),
        subject=f"Quality standard topic: {material.title}",
        keywords=tuple(filter(None, ("consultation", material.title, material.reference))),
        header=title,
        footer=f"Consultation closed on {day(material.closes_at)}",
    )


def introduction(material):
    """Return section 1: what was consulted on, who responded, what was refused."""
    count, organisations = len(material.comments), len(material.respondents)
    blocks = [
        paragraph(
            f"The draft quality standard on {material.title} was put to consultation from"
            f" {day(material.opens_at)} to {day(material.closes_at)}."
            f" {counted(organisations, 'organisation').capitalize()} responded with"
            f" {counted(count, 'comment')}. Each comment is printed once below, in the words of"
            " the organisation, with its theme or its response."
        )
    ]
    if material.refused:
        blocks.append(paragraph("Comments that were refused, by reason:"))
        blocks.append(bullets(*(f"{reason}: {number}" for reason, number in material.refused)))
    return Section("About this consultation", tuple(blocks))


def themes(material):
    """Return the themes with their responses, each naming its comments."""
    sections = tuple(
        Section(theme.title, tuple(theme_blocks(theme)), anchor=f"theme-{place}")
        for place, theme in enumerate(material.themes, start=1)
        if theme.numbers
    )
    if not sections:
        return Section("Themes and responses", (paragraph("The comments were answered singly."),))
    return Section("Themes and responses", (), sections)


def theme_blocks(theme):
    yield from paragraphs(theme.response) or (paragraph(NO_RESPONSE),)
    yield paragraph("Comments: ", *references(theme.numbers), ".")
    if theme.changes:
        yield paragraph("What it led to:")
        yield bullets(*theme.changes)


def references(numbers):
    """Inlines that lead to comments, by their numbers."""
    parts = []
    for place, number in enumerate(numbers):
        parts += [", "] * bool(place)
        parts.append(CrossReference(anchor_of(number)))
    return parts


def by_place(title, places):
    """Return the comments on each of some places; None where there are no such places."""
    if not places:
        return None
    return Section(title, (), tuple(map(place_section, places)))


def place_section(place):
    blocks = list(paragraphs(place.text))
    if not place.comments:
        return Section(place.title, (*blocks, paragraph(NOTHING)), anchor=place.key)
    table = Table(
        f"Comments on {place.title[:1].lower()}{place.title[1:]}",
        COLUMNS,
        (row_group(*map(comment_row, place.comments)),),
        anchor=f"{place.key}-table",
    )
    return Section(place.title, (*blocks, table), anchor=place.key)


def comment_row(one):
    """A comment's row; of a theme's response it names the theme, where the response stands."""
    answer = one.response if one.has_own_response else f"Theme: {one.theme}" if one.theme else ""
    words = [f"{one.section}:"] if one.section else []
    words += [f"On “{one.quote}”:"] if one.quote else []
    return row(
        str(one.number),
        one.organisation,
        cell([*(paragraph(Text(word, italic=True)) for word in words), *paragraphs(one.text)]),
        cell(answer or NO_RESPONSE),
        anchor=anchor_of(one.number),
    )


def changes(material):
    """Return the changes of wording: what was added and removed, and because of what."""
    if not material.changes:
        return Section("Changes of wording", (paragraph("No wording was changed so far."),))
    blocks = [
        paragraph(
            "Words that were added are in bold, words that were removed stand in square brackets."
        )
    ]
    for change in material.changes:
        blocks.append(heading(f"{change.statement}, version {change.version}"))
        for part, runs in change.parts:
            blocks.append(paragraph(Text(f"{part}: ", bold=True), *redlined(runs)))
        if change.reasons:
            blocks.append(bullets(*change.reasons))
    return Section("Changes of wording", tuple(blocks))


def redlined(runs):
    """Runs of words as inlines: added in bold, removed in square brackets and italics."""
    for kind, words in runs:
        if kind == "added":
            yield Text(words, bold=True)
        elif kind == "removed":
            yield Text(f"[removed: {words.strip()}] ", italic=True)
        else:
            yield from inlines(words)


def respondents(material):
    """Return the organisations that responded, and what they disclosed."""
    if not material.respondents:
        return None
    rows = (row(one.name, str(one.comments), one.tobacco) for one in material.respondents)
    table = Table("Organisations that responded", RESPONDENTS, (row_group(*rows),))
    return Section("Organisations that responded", (table,), appendix=True)
