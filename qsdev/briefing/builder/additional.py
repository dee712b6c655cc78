"""The last part of section 4: areas gathered apart, each with the reason why."""

from qsdev.briefing.builder.material import ADDITIONAL_AREAS, Area, PaperMaterial
from qsdev.briefing.builder.prose import prose
from qsdev.briefing.builder.wording import day
from qsdev.documents.blocks import Section
from qsdev.documents.shorthand import heading, paragraph


def additional_areas(material: PaperMaterial) -> Section:
    """Return the section of the additional areas: introduction, then each with its reason."""
    blocks = [paragraph(_introduction()), paragraph(_when_discussed(material))]
    for area in material.additional_areas:
        blocks += [heading(area.heading, anchor=area.anchor)]
        blocks += _area(area, material)
    return Section(ADDITIONAL_AREAS, tuple(blocks), anchor="additional-areas")


def _introduction():
    return (
        "Stakeholders also put forward the areas below. They are kept apart from the areas above, "
        "because they do not lend themselves to a quality statement, lie outside the referral, "
        "or need to be talked through by the Committee first. The reason stands with each."
    )


def _when_discussed(material):
    meeting = day(material.meeting_on)
    when = f"at the end of its meeting on {meeting}" if meeting else "at the end of its meeting"
    return f"The Committee can discuss them {when}."


def _area(area: Area, material):
    blocks = []
    for part in area.parts:
        if part.sub_area is not None:
            blocks.append(heading(part.heading, depth=2))
        depth = 2 if part.sub_area is None else 3
        blocks += prose(part.summary, material, depth=depth)
    blocks += [paragraph(area.reason_sentence)] * bool(area.reason_sentence)
    return (*blocks, *prose(area.explanation, material, depth=2))
