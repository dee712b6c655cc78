"""Who is said to have suggested what: stakeholders of an area, abbreviations, their legend.

The stakeholders of an area are those whose suggestions its summary cites. Nobody types them.
"""

from qsdev.briefing.builder.citations import cited_suggestions
from qsdev.briefing.builder.material import Area, Contributor, PaperMaterial

ONE_MEMBER = "SCM"
SEVERAL_MEMBERS = "SCMs"
MEMBERS = {
    ONE_MEMBER: "Specialist committee member",
    SEVERAL_MEMBERS: "Specialist committee members",
}


def shown_name(contributor: Contributor | None, material: PaperMaterial) -> str:
    """Return the name printed beside a suggestion: never more of a member than the pseudonym."""
    if contributor is None:
        return ""
    if contributor.is_specialist_member and not material.shows_member_numbers:
        return ONE_MEMBER
    return contributor.name


def cited_numbers(area: Area) -> tuple[int, ...]:
    """Return the suggestions that the summaries of an area cite, each once and in order."""
    texts = (part.summary for part in area.parts)
    return tuple(dict.fromkeys(number for text in texts for number in cited_suggestions(text)))


def contributors_of(numbers, material: PaperMaterial) -> tuple[Contributor, ...]:
    """Return the distinct contributors of the suggestions with these numbers."""
    known = material.suggestion_by_number
    found = (known[number].contributor for number in numbers if number in known)
    return tuple(dict.fromkeys(contributor for contributor in found if contributor))


def stakeholders_of(areas, material: PaperMaterial) -> tuple[str, ...]:
    """Return the abbreviations of those whose suggestions the areas' summaries cite."""
    numbers = (number for area in areas for number in cited_numbers(area))
    return abbreviations(contributors_of(numbers, material))


def abbreviations(contributors) -> tuple[str, ...]:
    """Return organisations by abbreviation, then "SCMs" for several members or "SCM" for one."""
    names = {one.abbreviation or one.name for one in contributors if not one.is_specialist_member}
    members = len({one for one in contributors if one.is_specialist_member})
    together = {0: (), 1: (ONE_MEMBER,)}.get(members, (SEVERAL_MEMBERS,))
    return (*sorted(names, key=lambda name: (name.casefold(), name)), *together)


def legend(used, material: PaperMaterial) -> tuple[tuple[str, str], ...]:
    """Return what each of the abbreviations in `used` stands for, as the register has it."""
    names = {one.abbreviation: one.name for one in material.organisations if one.abbreviation}
    known = {**names, **MEMBERS}
    order = sorted(set(used) & set(known), key=lambda one: (one in MEMBERS, one.casefold(), one))
    return tuple((abbreviation, known[abbreviation]) for abbreviation in order)
