"""Rules about what a paper cannot do without: each part written, each area provided for."""

import re
from collections import Counter

from qsdev.briefing.builder.areas import part_anchor
from qsdev.briefing.builder.overview import overview_anchor
from qsdev.briefing.builder.wording import listed
from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding
from qsdev.briefing.checks.prose import part_subject
from qsdev.briefing.checks.rules import rule

#: The share of a heading's telling words that a recommendation must have to be worth a look.
TELLING_SHARE = 0.6
#: A word that stands in more than this share of the recommendations tells nothing.
COMMON_SHARE = 0.3
SHOWN = 5
SMALL_WORDS = "a an and are as at be by for from in into is it of on or that the their to with who"


@rule("topic_incomplete", "error", "The topic's own facts are there")
def topic_incomplete(paper):
    """The meeting, the development source or the engagement exercise is missing."""
    material = paper.material
    if material.meeting_on is None:
        yield Finding(
            "The date of the committee meeting is missing. Give it.",
            "topic",
            "",
            "",
            mending.topic(),
        )
    if not any(not guideline.is_further for guideline in material.guidelines):
        yield Finding(
            "No key development source is declared. Declare the guideline that the topic rests on.",
            "topic",
            "",
            "development-sources",
            mending.recommendations(),
        )
    if material.round is None:
        yield Finding(
            "No engagement exercise is recorded. Add it with its dates.",
            "topic",
            "",
            "responses",
            mending.topic(),
        )


@rule("source_without_title", "error", "Development sources have their title and year")
def source_without_title(paper):
    """A guideline was announced, and its title and year have not come with an import yet."""
    for guideline in paper.material.guidelines:
        if not guideline.title:
            yield Finding(
                f"The full title and the year of {guideline.name} are missing. Declare it as a "
                "source again, with both.",
                "topic",
                "",
                "development-sources",
                mending.source(),
            )


@rule("nothing_to_discuss", "error", "There are suggestions, and areas to discuss")
def nothing_to_discuss(paper):
    """No suggestion was imported, or no improvement area was added."""
    if not paper.material.suggestions:
        yield Finding(
            "No suggestion has been imported. Import the stakeholder table.",
            "topic",
            "",
            "",
            mending.imports(),
        )
    if not paper.material.main_areas:
        yield Finding(
            "No improvement area has been added. Add those that the committee is to discuss.",
            "topic",
            "",
            "",
            mending.areas(),
        )


@rule("overview_not_written", "error", "The overview is written")
def overview_not_written(paper):
    """A part of section 2 that every paper has is empty."""
    for part in paper.material.overview:
        if not part.is_optional and not part.text.strip():
            yield Finding(
                f"“{part.heading}” is not written yet. Write it.",
                "overview",
                part.kind,
                overview_anchor(part),
                mending.overview(part.kind),
            )


@rule("summary_not_written", "error", "Every area and sub-area has a summary")
def summary_not_written(paper):
    """An area or sub-area has no summary of suggestions."""
    for area in paper.material.areas:
        for part in area.parts:
            if not part.summary.strip() and _needs_text(area, part):
                yield _finding(
                    f"“{part.title}” has no summary of suggestions yet. Write it.",
                    area,
                    part,
                    "summary",
                    mending.summary(area.pk, part.sub_area),
                )


@rule("practice_not_recorded", "warning", "Current practice is recorded everywhere")
def practice_not_recorded(paper):
    """Nothing is recorded for a part of a main area: neither findings nor that none were found."""
    for area in paper.material.main_areas:
        for part in area.parts:
            if not part.practice.strip() and not part.none_found and _needs_text(area, part):
                yield _finding(
                    f"Nothing is recorded about current practice in “{part.title}”. Write what "
                    "was found, or record that nothing was.",
                    area,
                    part,
                    "practice",
                    mending.practice(area.pk, part.sub_area),
                )


@rule("recommendations_not_settled", "warning", "Recommendations are settled everywhere")
def recommendations_not_settled(paper):
    """A part of a main area has no recommendation and is not marked as not directly covered."""
    for area in paper.material.main_areas:
        for part in area.parts:
            selected = part.recommendations or part.research
            if not selected and not part.not_covered and _needs_text(area, part):
                yield _selection_finding(
                    f"“{part.title}” has no recommendation and is not marked as not directly "
                    "covered. Select one or mark it.",
                    area,
                    part,
                )


@rule("not_covered_but_selected", "error", "What is not covered has no recommendations")
def not_covered_but_selected(paper):
    """A part is marked as not directly covered, and has recommendations."""
    for area in paper.material.areas:
        for part in area.parts:
            if part.not_covered and (part.recommendations or part.research):
                names = listed(one.name for one in (*part.recommendations, *part.research))
                yield _selection_finding(
                    f"“{part.title}” is marked as not directly covered, and {names} is selected "
                    "for it. Take one of the two back.",
                    area,
                    part,
                )


@rule("additional_area_holds_more", "warning", "Additional areas have a summary and a reason")
def additional_area_holds_more(paper):
    """Something is recorded for an additional area that the paper does not print there."""
    for area in paper.material.additional_areas:
        for part in area.parts:
            more = ["recommendations"] * bool(part.recommendations or part.research)
            more += ["current practice"] * bool(part.practice or part.none_found)
            if more:
                yield _selection_finding(
                    f"“{part.title}” is an additional area, where the paper prints no "
                    f"{listed(more, last='or')}. Make it a main area, or take them out.",
                    area,
                    part,
                )


@rule("not_covered_but_found", "note", "What is not covered was looked for in the whole guideline")
def not_covered_but_found(paper):
    """A part is marked as not directly covered, and the guideline has words of its heading."""
    known = [one for each in paper.material.guidelines for one in each.recommendations]
    words = {one.name: _stems(f"{one.section} {one.text}") for one in known}
    common = Counter(stem for stems in words.values() for stem in stems)
    for area in paper.material.areas:
        for part in area.parts:
            telling = {s for s in _stems(part.title) if common[s] <= COMMON_SHARE * len(known)}
            if not part.not_covered or not telling:
                continue
            least = TELLING_SHARE * len(telling)
            found = [one.name for one in known if len(words[one.name] & telling) >= least]
            if found:
                yield _selection_finding(
                    f"“{part.title}” is marked as not directly covered, but "
                    f"{listed(found[:SHOWN])} has words of its heading. See whether it fits.",
                    area,
                    part,
                )


def _needs_text(area, part):
    """An area that has sub-areas need say nothing beside them."""
    return part.sub_area is not None or not area.sub_areas


def _finding(message, area, part, section, mend):
    return Finding(message, *part_subject(area, part), part_anchor(area, part, section), mend)


def _selection_finding(message, area, part):
    mend = mending.selection(area.pk, part.sub_area)
    anchor = area.anchor if area.is_additional else f"{area.anchor}-recommendations"
    return Finding(message, *part_subject(area, part), anchor, mend)


def _stems(text):
    """Return the words of a text cut to their stems, so that "assessing" meets "assessment"."""
    words = set(re.findall(r"[a-z]{3,}", text.casefold())) - set(SMALL_WORDS.split())
    return {re.sub(r"(?<=\w{3})(?:ing|ed|es|s)$", "", word)[:6] for word in words}
