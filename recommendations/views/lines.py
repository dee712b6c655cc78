"""What the lists of recommendations show of each one: where it is selected, or why it is not."""

import re
from dataclasses import dataclass, field

from recommendations.forms.selection import RESEARCH, candidates, code
from recommendations.models import SelectedRecommendation

RESEARCH_HEADING = "Research recommendations"
NUMBERED = re.compile(r"\d+(?:\.\d+)+")


@dataclass(slots=True)
class Line:
    """A recommendation or research recommendation, with its use in a topic."""

    code: str
    recommendation: object
    selections: list = field(default_factory=list)
    here: object = None  # its selection for the area or sub-area that the page is about
    reason: object = None  # why it is not selected anywhere
    hint: object = None  # why a machine takes it to be near the area

    @property
    def used_in(self):
        """Pairs of an area and a sub-area (or None), the page's own place left out."""
        return [(each.area, each.sub_area) for each in self.selections]

    @property
    def is_unused(self):
        return not self.selections and not self.here

    @property
    def is_research(self):
        return self.code.startswith("q")

    @property
    def is_key_priority(self):
        return not self.is_research and self.recommendation.is_key_priority

    @property
    def strength(self):
        return "" if self.is_research else self.recommendation.strength

    @property
    def section(self):
        """The heading it stands under; a guideline's research recommendations have one of ours."""
        return RESEARCH_HEADING if self.is_research else self.recommendation.section.title

    @property
    def section_code(self):
        """How the filter names that heading in an address."""
        return RESEARCH if self.is_research else str(self.recommendation.section_id)

    @property
    def is_unexplained(self):
        """Whether it is a key priority that is neither selected nor left out for a reason."""
        return self.is_key_priority and self.is_unused and not self.reason

    def says(self, words):
        """Whether it has all the words; "1.3.1" finds that number but not 1.3.10."""
        title = self.recommendation.title if self.is_research else ""
        text = f"{self.recommendation.number} {title} {self.recommendation.text}".casefold()
        return all(
            re.search(rf"(?<![\d.]){re.escape(word)}(?!\d)", text)
            if NUMBERED.fullmatch(word)
            else word in text
            for word in words.casefold().split()
        )


def lines_of(topic):
    """A line for each recommendation of the topic's sources, in the order of the guidelines."""
    lines = {value: Line(value, each) for value, each in candidates(topic).items()}
    for selected in selections_of(topic):
        value = code(selected.recommendation_id, selected.research_recommendation_id)
        if value in lines:
            lines[value].selections.append(selected)
    for reason in topic.reasons_not_selected.all():
        value = code(reason.recommendation_id, None)
        if value in lines:
            lines[value].reason = reason
    return list(lines.values())


def lines_for(topic, area, sub_area, *, shows_hints):
    """The same lines as the page of one area or sub-area wants them: what is its own apart."""
    hints = {}
    if shows_hints:
        hints = {hint.recommendation_id: hint for hint in area.recommendation_hints.all()}
    lines = lines_of(topic)
    for line in lines:
        own = [each for each in line.selections if (each.area, each.sub_area) == (area, sub_area)]
        line.here = own[0] if own else None
        line.selections = [each for each in line.selections if each is not line.here]
        line.hint = None if line.is_research else hints.get(line.recommendation.pk)
    return lines


def selections_of(topic):
    """The topic's selections in the order of its areas, those without a sub-area first."""
    selections = SelectedRecommendation.objects.filter(area__topic=topic)
    return sorted(selections.select_related("area", "sub_area", "selected_by"), key=place_of)


def place_of(selected):
    """Where a selection stands in the paper."""
    area, sub_area = selected.area, selected.sub_area
    return area.is_additional, area.position, sub_area.position if sub_area else 0, selected.pk


def in_sections(lines):
    """Pairs of a guideline and its sections, each a pair of a title and the lines under it."""
    guidelines = {}
    for line in lines:
        sections = guidelines.setdefault(line.recommendation.guideline, {})
        sections.setdefault(line.section, []).append(line)
    return [(guideline, list(sections.items())) for guideline, sections in guidelines.items()]


def in_pages(lines, *, most_lines, most_characters):
    """The lines in pages that hold no more than so many lines, and (but for one) characters."""
    pages, room = [[]], most_characters
    for line in lines:
        room -= len(line.recommendation.text)
        if pages[-1] and (room < 0 or len(pages[-1]) == most_lines):
            pages.append([])
            room = most_characters - len(line.recommendation.text)
        pages[-1].append(line)
    return pages
