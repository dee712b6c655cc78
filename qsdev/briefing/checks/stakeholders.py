"""Rules about who suggested what: names, abbreviations, numbers of respondents."""

import re
from collections import Counter

from qsdev.briefing.builder.contributors import (
    MEMBERS,
    cited_numbers,
    contributors_of,
    shown_name,
    stakeholders_of,
)
from qsdev.briefing.builder.material import ADDITIONAL_AREAS
from qsdev.briefing.builder.suggestions import suggestion_anchor
from qsdev.briefing.builder.wording import counted, listed
from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding
from qsdev.briefing.checks.prose import all_prose
from qsdev.briefing.checks.rules import rule
from stakeholders.models.register import name_key

KEY_AREA = "key_area"


@rule("abbreviation_not_in_legend", "error", "Every abbreviation used is in the legend")
def abbreviation_not_in_legend(paper):
    """The summary table or the prose uses an abbreviation that the legend lacks."""
    legend = paper.printed.legend
    missing = dict.fromkeys(
        one for row in paper.printed.summary_rows for one in row.stakeholders if one not in legend
    )
    for abbreviation in missing:
        yield Finding(
            f"“{abbreviation}” stands in the table of stakeholders, but the legend does not say "
            "who that is. Give the stakeholder an abbreviation and a full name in the register.",
            "stakeholder",
            abbreviation,
            "responses",
            mending.register(),
        )
    names = {one.abbreviation for one in paper.material.register if one.abbreviation}
    for prose in all_prose(paper.material):
        for abbreviation in sorted(_words_of(prose.text, names) - set(legend) - set(missing)):
            yield prose.finding(
                f"“{abbreviation}” is used in {prose.name}, but the legend does not have it, "
                "because no summary cites a suggestion of theirs. Cite one or write the name out."
            )


def _words_of(text, abbreviations):
    return {one for one in abbreviations if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)}


@rule("legend_entry_unused", "error", "Every entry of the legend is used")
def legend_entry_unused(paper):
    """The legend explains an abbreviation that the table of stakeholders does not use."""
    used = {one for row in paper.printed.summary_rows for one in row.stakeholders}
    for abbreviation, name in paper.printed.legend.items():
        if abbreviation not in used:
            yield Finding(
                f"The legend explains “{abbreviation}” ({name}), which the table does not use. "
                "Build the paper anew, so that the legend follows the table.",
                "stakeholder",
                abbreviation,
                "responses",
                mending.register(),
            )


@rule("stakeholders_not_those_cited", "error", "Stakeholders of an area are those cited there")
def stakeholders_not_those_cited(paper):
    """The table gives an area stakeholders other than those whose suggestions it cites."""
    material = paper.material
    groups = {area.title: (area,) for area in material.main_areas}
    groups[ADDITIONAL_AREAS] = material.additional_areas
    for row in paper.printed.summary_rows:
        expected = stakeholders_of(groups.get(row.title, ()), material)
        if row.title in groups and set(row.stakeholders) != set(expected):
            yield Finding(
                f"The table names {listed(row.stakeholders) or 'nobody'} for “{row.title}”, but "
                f"its summary cites {listed(expected) or 'nobody'}. Build the paper anew.",
                anchor="responses",
            )


@rule("cited_differ_from_filed", "note", "Stakeholders cited in an area and filed there agree")
def cited_differ_from_filed(paper):
    """An area's summary cites other contributors than those with suggestions filed there."""
    material = paper.material
    for area in material.areas:
        filed = {
            one.contributor
            for one in material.suggestions
            if one.contributor
            and not one.reason_not_used
            and (one.area == area.anchor or area.anchor in one.also_in)
        }
        cited = set(contributors_of(cited_numbers(area), material))
        parts = _names("filed there but not cited: ", filed - cited, material)
        parts += _names("cited but not filed there: ", cited - filed, material)
        if parts:
            yield Finding(
                f"In “{area.title}” contributors differ: {'; '.join(parts)}. Cite their "
                "suggestions in the summary or file them elsewhere.",
                "area",
                area.pk,
                area.anchor,
                mending.summary(area.pk, area.parts[0].sub_area if area.parts else None),
            )


def _names(words, contributors, material):
    shown = sorted({shown_name(one, material) for one in contributors}, key=str.casefold)
    return [words + listed(shown)] if shown else []


@rule("respondents_differ", "warning", "The number who responded is the number of contributors")
def respondents_differ(paper):
    """The stated number of stakeholders differs from the organisations that made suggestions."""
    material = paper.material
    stated = material.round.stated_respondents if material.round else None
    organisations, members = len(material.organisations), len(material.specialist_members)
    if stated is not None and stated != organisations:
        yield Finding(
            f"The number said to have responded is {stated:,}, but the suggestions come from "
            f"{counted(organisations, 'organisation')} and, counted apart, "
            f"{counted(members, 'specialist committee member')}. Correct the stated number.",
            "round",
            material.round.pk,
            "responses",
            mending.engagement(material.round.pk),
        )


@rule("suggestion_without_stakeholder", "error", "No suggestion lacks a stakeholder")
def suggestion_without_stakeholder(paper):
    """A suggestion has nobody who made it."""
    for suggestion in paper.material.suggestions:
        if not shown_name(suggestion.contributor, paper.material).strip():
            yield about(suggestion, "has no stakeholder. Say who made it")


@rule("stakeholder_not_registered", "error", "Names come from the register")
def stakeholder_not_registered(paper):
    """The appendix, or the prose, names a stakeholder otherwise than the register does."""
    material = paper.material
    known = {one.name for one in material.register}
    known |= {shown_name(one, material) for one in material.specialist_members} | set(MEMBERS)
    for printed in paper.printed.suggestions:
        if printed.stakeholder and printed.stakeholder not in known:
            yield Finding(
                f"Row {printed.number} is printed as “{printed.stakeholder}”, which is not a name "
                "in the register. Build the paper anew, or add the stakeholder.",
                "suggestion",
                int(printed.number) if printed.number.isdecimal() else printed.number,
                "suggestions",
                mending.register(),
            )
    for prose in all_prose(material):
        for one in material.register:
            for alias in _aliases_in(prose.text, one):
                yield prose.finding(
                    f"{prose.name[:1].upper()}{prose.name[1:]} writes “{alias}”, which the "
                    f"register has as “{one.name}”. Use that name or “{one.abbreviation}”."
                )


def _aliases_in(text, contributor):
    for alias in contributor.aliases:
        if alias in text and alias not in contributor.name:
            rest = text.replace(contributor.name, "")
            if re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", rest):
                yield alias


@rule("printed_name_not_registered", "note", "Names in imported tables are in the register")
def printed_name_not_registered(paper):
    """A table names a contributor in a way that the register does not know."""
    for suggestion in paper.material.suggestions:
        made_by, name = suggestion.contributor, suggestion.name_in_table
        if made_by and name.strip() and not made_by.is_specialist_member:
            names = (made_by.name, made_by.abbreviation, *made_by.aliases)
            if name_key(name) not in map(name_key, names):
                yield about(
                    suggestion,
                    f"came in under “{name.strip()}” and was taken to be from “{made_by.name}”. "
                    "Add that spelling to the register if it will come again",
                )


@rule("too_many_key_areas", "warning", "A contributor suggests no more key areas than invited")
def too_many_key_areas(paper):
    """A contributor has more key areas than the exercise invites."""
    material = paper.material
    most = material.round.key_areas_each if material.round else 5
    counts = Counter(
        one.contributor for one in material.suggestions if one.kind == KEY_AREA and one.contributor
    )
    for contributor, count in counts.items():
        if count > most:
            yield Finding(
                f"{contributor.name} has {count} key areas, where up to {most} were invited. "
                "Mark some as developmental areas or evidence sources, if that is what they are.",
                "stakeholder",
                contributor.name,
                "suggestions",
                mending.suggestion(_first_of(contributor, material)),
            )


def _first_of(contributor, material):
    return next(one.number for one in material.suggestions if one.contributor == contributor)


@rule("appendix_title_unfit", "error", "The appendix's title fits the contributors in it")
def appendix_title_unfit(paper):
    """The title of the appendix names contributors that are not there, or leaves some out."""
    section = paper.printed.sections.get("suggestions")
    kinds = {
        "stakeholder": bool(paper.material.organisations),
        "specialist committee member": bool(paper.material.specialist_members),
    }
    title = section.heading.replace("stakeholder engagement", "").lower() if section else ""
    unfit = [kind for kind, there in kinds.items() if (kind in title) != there]
    if section and unfit:
        yield Finding(
            f"The appendix is called “{section.heading}”, which does not fit whether "
            f"{listed(f'{kind}s' for kind in unfit)} made suggestions. Build the paper anew.",
            anchor="suggestions",
        )


def about(suggestion, words) -> Finding:
    """Return a finding about one suggestion: "Suggestion 13 …"."""
    return Finding(
        f"Suggestion {suggestion.number} {words}.",
        "suggestion",
        suggestion.number,
        suggestion_anchor(suggestion.number),
        mending.suggestion(suggestion.number),
    )
