"""The front matter: who publishes the paper, what it is about and for which meeting."""

from qsdev.briefing.builder.material import PaperMaterial
from qsdev.briefing.builder.wording import day
from qsdev.documents.blocks import Block
from qsdev.documents.shorthand import definitions

INSTITUTE = "National Institute for Health and Care Excellence"


def imprint(material: PaperMaterial) -> tuple[str, ...]:
    """Return the lines above the title."""
    return tuple(line for line in (INSTITUTE, material.directorate, material.series) if line)


def title(material: PaperMaterial) -> str:
    """Return the paper's title, which is also the name readers see on its window."""
    return f"Briefing paper: {material.title or 'untitled topic'}"


def front_matter(material: PaperMaterial) -> tuple[Block, ...]:
    """Return the facts of the cover: topic, reference, output, date of the meeting."""
    facts = (
        ("Quality standard topic", material.title),
        ("Reference", material.reference),
        ("Output", material.output),
        (
            "Date of Quality Standards Advisory Committee meeting",
            day(material.meeting_on) or "To be confirmed",
        ),
    )
    return (definitions(*(fact for fact in facts if fact[1])),)


def footer(material: PaperMaterial) -> str:
    """Return the line at the foot of each page."""
    meeting = day(material.meeting_on)
    words = "Quality Standards Advisory Committee"
    return f"{words}, {meeting}" if meeting else words
