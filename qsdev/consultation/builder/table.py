"""The public table of comments and responses, as a document and as a spreadsheet."""

from django.utils.timezone import localdate

from qsdev.consultation.builder.wording import (
    NO_RESPONSE,
    anchor_of,
    counted,
    day,
    front_matter,
    imprint,
)
from qsdev.documents.blocks import Column, Document, Section, Table
from qsdev.documents.shorthand import cell, paragraph, paragraphs, row, row_group

COLUMNS = (
    Column("Number", 0.8, names_row=True),
    Column("Organisation", 1.4),
    Column("Section", 1),
    Column("Comment", 4),
    Column("Response", 4),
)
SPREADSHEET_COLUMNS = (
    "Number",
    "Organisation",
    "About",
    "Section",
    "Passage that was marked",
    "Comment",
    "Theme",
    "Response",
)
WIDTHS = (8, 30, 22, 22, 30, 60, 28, 60)
NONE_YET = "No comment was made."


def comment_table(material):
    """Return the table as a content tree; every comment stands in it once, with its response."""
    title = f"Consultation comments and responses: {material.title}"
    groups = tuple(
        row_group(*map(comment_row, place.comments), heading=place.title)
        for place in material.places
        if place.comments
    )
    table = Table(
        "Comments and responses",
        COLUMNS,
        groups or (row_group(row(cell(NONE_YET, span=len(COLUMNS)))),),
        anchor="comments-table",
    )
    words = (
        f"{counted(len(material.comments), 'comment')} of"
        f" {counted(len(material.respondents), 'organisation')}, in their own words; a mark stands"
        " where confidential or identifying material was redacted."
    )
    return Document(
        title=title,
        sections=(Section("Comments and responses", (paragraph(words), table), landscape=True),),
        imprint=imprint(material),
        front_matter=front_matter(material),
        date=localdate(material.closes_at),
        subject=f"Quality standard topic: {material.title}",
        keywords=tuple(filter(None, ("consultation", material.title, material.reference))),
        header=title,
        footer=f"Consultation closed on {day(material.closes_at)}",
        contents_depth=0,
    )


def comment_row(one):
    return row(
        str(one.number),
        one.organisation,
        one.section or "–",
        cell(paragraphs(one.text)),
        cell(paragraphs(one.response) or NO_RESPONSE),
        anchor=anchor_of(one.number),
    )


def spreadsheet(material):
    """Return headings and rows of the comments, in the order of the table."""
    rows = tuple(
        (
            one.number,
            one.organisation,
            one.about,
            one.section,
            one.quote,
            one.text,
            one.theme,
            one.response or NO_RESPONSE,
        )
        for one in material.comments
    )
    return SPREADSHEET_COLUMNS, rows
