"""Rules about recommendations: that what is cited exists, is quoted once and is accounted for."""

import re
from collections import Counter, defaultdict

from qsdev.briefing.builder.selected import POINTS_INTO_SOURCE, in_full, selected_in
from qsdev.briefing.builder.wording import listed
from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding
from qsdev.briefing.checks.printed import NAME, quoted_text
from qsdev.briefing.checks.prose import all_prose
from qsdev.briefing.checks.rules import rule
from qsdev.documents.blocks import Quotation
from qsdev.documents.reading import plain_text

NUMBER = r"\d{1,3}(?:\.\d{1,3}){1,3}"
MENTION = re.compile(
    rf"\brecommendations?\s+({NUMBER}(?:(?:,| and| or| to|,? and)\s{NUMBER})*)", re.I
)


def mentioned_numbers(text: str) -> list[str]:
    """Return the numbers in "recommendation 1.4.2" and "recommendations 1.5.5 and 1.5.6"."""
    return [number for found in MENTION.findall(text) for number in re.findall(NUMBER, found)]


def _area_finding(paper, printed, message, part="recommendations"):
    area = paper.material.area_by_anchor.get(printed.anchor)
    mend = mending.selection(area.pk) if area else None
    return Finding(message, "area", area.pk if area else "", f"{printed.anchor}-{part}", mend)


@rule("recommendation_outside_sources", "error", "Recommendations come from declared sources")
def recommendation_outside_sources(paper):
    """A recommendation is cited from a guideline that the topic does not rest on."""
    declared = {one.reference for one in paper.material.guidelines}
    for printed in paper.printed.areas:
        for name in _cited_names(printed):
            reference = NAME.match(name).group(1)
            if reference not in declared:
                yield _area_finding(
                    paper,
                    printed,
                    f"{name} is listed in “{printed.title}”, but {reference} is not a development "
                    "source of this topic. Declare the source or take the recommendation out.",
                )
    for prose in all_prose(paper.material):
        for found in NAME.finditer(prose.text):
            if found.group(1) not in declared:
                yield prose.finding(
                    f"{found.group()} is cited in {prose.name}, but {found.group(1)} is not a "
                    "development source of this topic. Declare the source or change the text."
                )


@rule("recommendation_unknown", "error", "Recommendations exist in their source")
def recommendation_unknown(paper):
    """A recommendation is cited by a number that no declared source has."""
    guidelines = paper.material.guidelines
    known = {one.name for each in guidelines for one in (*each.recommendations, *each.research)}
    declared = {one.reference for one in guidelines}
    numbers = {one.number for each in guidelines for one in each.recommendations}
    for printed in paper.printed.areas:
        for name in _cited_names(printed):
            if name not in known and NAME.match(name).group(1) in declared:
                yield _area_finding(
                    paper,
                    printed,
                    f"{name} is listed in “{printed.title}”, but the guideline has no such "
                    "recommendation. Select the one that is meant.",
                )
    for prose in all_prose(paper.material) if declared else ():
        for number in dict.fromkeys(mentioned_numbers(prose.text)):
            if number not in numbers:
                yield prose.finding(
                    f"Recommendation {number} is cited in {prose.name}, but no development source "
                    "has it. Correct the number."
                )


def _cited_names(printed):
    names = [name for part in printed.parts for name in part.listed]
    return dict.fromkeys(names + [one.name for one in printed.quotations if one.name])


@rule("recommendation_twice", "error", "No recommendation stands twice in one cell")
def recommendation_twice(paper):
    """A cell of an area's table lists the same recommendation more than once."""
    for printed in paper.printed.areas:
        for part in printed.parts:
            for name, count in Counter(part.listed).items():
                if count > 1:
                    yield _area_finding(
                        paper,
                        printed,
                        f"{name} is listed {count} times beside “{part.title}”. Select it once.",
                    )


@rule("listed_without_full_text", "error", "What is listed is printed in full")
def listed_without_full_text(paper):
    """An area's table lists a recommendation whose text does not follow."""
    for printed in paper.printed.areas:
        quoted = {one.name for one in printed.quotations if one.text.strip()}
        for name in dict.fromkeys(name for part in printed.parts for name in part.listed):
            if name not in quoted:
                yield _area_finding(
                    paper,
                    printed,
                    f"{name} is listed in “{printed.title}”, but its text does not follow. "
                    "Import its text with the guideline, or take it out.",
                )


@rule("full_text_not_listed", "error", "What is printed in full is listed")
def full_text_not_listed(paper):
    """A recommendation is printed in full in an area whose table does not list it."""
    for printed in paper.printed.areas:
        names = {name for part in printed.parts for name in part.listed}
        for quotation in printed.quotations:
            if quotation.name and quotation.name not in names:
                yield _area_finding(
                    paper,
                    printed,
                    f"{quotation.name} is printed in full in “{printed.title}”, but its table "
                    "does not list it. Select it for a sub-area, or take it out.",
                )


@rule("heading_without_number", "error", "Every quoted recommendation says which it is")
def heading_without_number(paper):
    """A recommendation in full stands under a heading without its guideline and number."""
    for printed in paper.printed.areas:
        for quotation in printed.quotations:
            if not quotation.name:
                yield _area_finding(
                    paper,
                    printed,
                    f"A recommendation in “{printed.title}” is headed “{quotation.heading}”, "
                    "which does not give both guideline and number. Give both.",
                )


@rule("quoted_differently", "error", "A recommendation has one text wherever it is quoted")
def quoted_differently(paper):
    """The same recommendation is printed with two texts, or not as the guideline has it."""
    texts, places = defaultdict(set), defaultdict(list)
    for area in paper.material.areas:
        for one in in_full(area):
            if isinstance(one, Quotation):
                name = NAME.search(plain_text(one.heading)).group()
                texts[name].add(quoted_text(one))
    for printed in paper.printed.areas:
        for quotation in printed.quotations:
            if quotation.name:
                texts[quotation.name].add(quotation.text)
                places[quotation.name].append(printed)
    for name, printed in places.items():
        if len(texts[name]) > 1:
            titles = listed(dict.fromkeys(f"“{one.title}”" for one in printed))
            yield _area_finding(
                paper,
                printed[0],
                f"{name} is quoted in {titles} in words that differ from its stored text. "
                "Build the paper anew, so that it quotes the stored text.",
            )


@rule("source_reference_unmarked", "warning", "Numbers of the source are marked as its own")
def source_reference_unmarked(paper):
    """A quoted text points to an appendix, section or recommendation as if it were this paper's."""
    for printed in paper.printed.areas:
        for quotation in printed.quotations:
            found = POINTS_INTO_SOURCE.search(quotation.text)
            if found and not quotation.note:
                yield _area_finding(
                    paper,
                    printed,
                    f"{quotation.name} mentions “{found.group()}” of its guideline, which a "
                    "reader could look for in this paper. Say that it is the guideline's own.",
                )


@rule("source_reference_marked", "note", "Texts that point into their source")
def source_reference_marked(paper):
    """A recommendation in the paper points into its guideline; the paper says so beneath it."""
    printed = {one.name: one for area in paper.material.areas for one in selected_in(area)}
    for guideline in paper.material.guidelines:
        printed |= {one.name: one for one in guideline.key_priorities}
    for one in sorted(printed.values(), key=lambda one: (one.guideline, one.sort_key)):
        found = POINTS_INTO_SOURCE.findall(one.text)
        if found:
            yield Finding(
                f"{one.name} mentions {listed(f'“{words}”' for words in dict.fromkeys(found))} of "
                "its guideline. The paper says beneath it that these are the guideline's own.",
                "recommendation",
                one.pk,
                "development-sources",
                mending.recommendations(),
            )


@rule("key_priority_left_behind", "warning", "Key priorities that point to selected ones")
def key_priority_left_behind(paper):
    """A key priority points to recommendations that are selected, and is not selected itself."""
    selected = _selected_names(paper)
    for guideline in paper.material.guidelines:
        for priority in guideline.key_priorities:
            pointed = _pointed_to(priority, selected)
            if pointed and _is_unaccounted(paper, priority, selected):
                yield _priority_finding(
                    f"{priority.name} is a key priority and points to {listed(pointed)}, selected "
                    "here, but is not selected itself. Select it or say why not.",
                    priority,
                )


@rule("key_priority_not_used", "warning", "Key priorities are used, or it is said why not")
def key_priority_not_used(paper):
    """A key priority is selected nowhere, and nobody has said why."""
    selected = _selected_names(paper)
    for guideline in paper.material.guidelines:
        for priority in guideline.key_priorities:
            pointed = _pointed_to(priority, selected)  # a rule of its own
            if not pointed and _is_unaccounted(paper, priority, selected):
                yield _priority_finding(
                    f"{priority.name} is a key priority for implementation and is selected for no "
                    "area. Select it or say why not.",
                    priority,
                )


@rule("key_priority_set_aside", "note", "Key priorities that are not used, with the reason")
def key_priority_set_aside(paper):
    """A key priority is selected nowhere, and somebody has said why."""
    selected = _selected_names(paper)
    for guideline in paper.material.guidelines:
        for priority in guideline.key_priorities:
            reason = paper.material.reason_not_selected.get(priority.name)
            if reason and priority.name not in selected:
                yield _priority_finding(
                    f"{priority.name} is a key priority and is not selected. The reason given: "
                    f"{reason}",
                    priority,
                )


@rule("research_not_used", "note", "Recommendations for research that are not used")
def research_not_used(paper):
    """A recommendation for research is selected nowhere."""
    used = {one.name for area in paper.material.areas for p in area.parts for one in p.research}
    for guideline in paper.material.guidelines:
        for research in guideline.research:
            if research.name not in used:
                yield Finding(
                    f"{research.heading}: selected for no area. Select it if it fits one.",
                    "research_recommendation",
                    research.pk,
                    "development-sources",
                    mending.recommendations(),
                )


def _priority_finding(message, priority):
    mend = mending.reason_not_selected(priority.pk)
    return Finding(message, "recommendation", priority.pk, "key-priorities", mend)


def _pointed_to(priority, selected):
    """Return the numbers of selected recommendations that a key priority's text points to."""
    numbers = dict.fromkeys(mentioned_numbers(priority.text))
    name = f"NICE {priority.guideline} Recommendation "
    return [one for one in numbers if name + one in selected and one != priority.number]


def _selected_names(paper):
    return {one.name for area in paper.material.areas for one in selected_in(area)}


def _is_unaccounted(paper, priority, selected):
    return priority.name not in selected and not paper.material.reason_not_selected.get(
        priority.name
    )
