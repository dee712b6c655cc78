"""Section 4: the improvement areas, each with suggestions, recommendations, current practice."""

from qsdev.briefing.builder.additional import additional_areas
from qsdev.briefing.builder.material import Area, PaperMaterial, Part
from qsdev.briefing.builder.prose import prose
from qsdev.briefing.builder.selected import selected_recommendations
from qsdev.documents.blocks import Block, Section
from qsdev.documents.shorthand import heading, paragraph

NOT_SUMMARISED = "No summary has been written yet."
NOT_SEARCHED = "Nothing has been recorded about current practice yet."
NONE_FOUND = (
    "The search brought up no published study of current practice here. What is said rests on the "
    "knowledge and experience of those who made the suggestions."
)


def improvement_areas(material: PaperMaterial) -> Section:
    """Return section 4: one part for each main area, and a last one for the additional areas."""
    sections = [area_section(area, material) for area in material.main_areas]
    if material.additional_areas:
        sections.append(additional_areas(material))
    blocks = () if sections else (paragraph("No improvement area has been set up yet."),)
    return Section("Suggested improvement areas", blocks, tuple(sections), "improvement-areas")


def area_section(area: Area, material: PaperMaterial) -> Section:
    """Return the section of one main area with its three parts."""
    return Section(
        area.heading,
        (),
        (
            _summary(area, material),
            selected_recommendations(area, material),
            _practice(area, material),
        ),
        area.anchor,
    )


def under_sub_areas(area: Area, section: str, blocks_of) -> tuple[Block, ...]:
    """Return `blocks_of(part, depth)` for each part, each sub-area's under its own heading."""
    blocks = []
    for part in area.parts:
        if part.sub_area is not None:
            title = part.heading
            blocks.append(heading(title, anchor=part_anchor(area, part, section)))
        blocks += blocks_of(part, depth=1 if part.sub_area is None else 2)
    return tuple(blocks)


def part_anchor(area: Area, part: Part, section: str) -> str:
    """Return the place of a part in its area's "summary" or "practice"."""
    if area.is_additional:
        return area.anchor
    anchor = f"{area.anchor}-{section}"
    return anchor if part.sub_area is None else f"{anchor}-{area.parts.index(part) + 1}"


def _summary(area, material):
    def blocks_of(part, depth):
        return prose(part.summary, material, depth=depth) or (paragraph(NOT_SUMMARISED),)

    blocks = under_sub_areas(area, "summary", blocks_of)
    return Section("Summary of suggestions", blocks, anchor=f"{area.anchor}-summary")


def _practice(area, material):
    def blocks_of(part, depth):
        return _found(part, material, depth)

    blocks = under_sub_areas(area, "practice", blocks_of)
    return Section("Current UK practice", blocks, anchor=f"{area.anchor}-practice")


def _found(part: Part, material, depth):
    found = prose(part.practice, material, depth=depth)
    if part.none_found:
        return (*found, paragraph(NONE_FOUND))
    return found or (paragraph(NOT_SEARCHED),)
