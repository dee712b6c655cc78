"""Builds the content tree of a briefing paper from a topic's rows.

`gather` reads the rows, once; everything after it is made from those values alone.
"""

from qsdev.briefing.builder.areas import improvement_areas
from qsdev.briefing.builder.front import footer, front_matter, imprint, title
from qsdev.briefing.builder.gathering import gather
from qsdev.briefing.builder.glossary import glossary
from qsdev.briefing.builder.introduction import introduction
from qsdev.briefing.builder.key_priorities import key_priorities
from qsdev.briefing.builder.material import PaperMaterial
from qsdev.briefing.builder.overview import overview
from qsdev.briefing.builder.prose import footnotes
from qsdev.briefing.builder.review import review_flowchart
from qsdev.briefing.builder.suggestions import spreadsheet, suggestions
from qsdev.briefing.builder.summary import summary
from qsdev.documents.blocks import Document

__all__ = ["build_document", "build_paper_content", "gather", "suggestion_table"]


def build_paper_content(topic) -> Document:
    """Return the briefing paper of a topic as a content tree; the database is only read."""
    return build_document(gather(topic))


def suggestion_table(topic) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
    """Return the headings and the rows of a topic's suggestions, as spreadsheets take them."""
    return spreadsheet(gather(topic))


def build_document(material: PaperMaterial) -> Document:
    """Return the briefing paper that the material makes."""
    return Document(
        title=title(material),
        sections=(
            introduction(material),
            overview(material),
            summary(material),
            improvement_areas(material),
            key_priorities(material),
            review_flowchart(material),
            glossary(material),
            suggestions(material),
        ),
        imprint=imprint(material),
        front_matter=front_matter(material),
        footnotes=footnotes(material),
        date=material.meeting_on,
        subject=f"Quality standard topic: {material.title}",
        keywords=tuple(filter(None, ("briefing paper", material.title, material.reference))),
        header=title(material),
        footer=footer(material),
    )
