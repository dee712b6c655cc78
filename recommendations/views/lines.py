"""What the lists of recommendations show of each one: where it is selected, or why it is not."""

from dataclasses import dataclass, field

from recommendations.forms.selection import candidates, code
from recommendations.models import SelectedRecommendation


@dataclass(slots=True)
class Line:
    """A recommendation or research recommendation, with its use in a topic."""

    code: str
    recommendation: object
    used_in: list = field(default_factory=list)  # pairs of area and sub-area, or None for that
    reason: object = None

    @property
    def is_research(self):
        return self.code.startswith("q")

    @property
    def is_key_priority(self):
        return not self.is_research and self.recommendation.is_key_priority

    @property
    def section(self):
        """The heading it stands under; a guideline's research recommendations have one of ours."""
        return "Research recommendations" if self.is_research else self.recommendation.section.title

    @property
    def is_unexplained(self):
        """Whether it is a key priority that is neither selected nor left out for a reason."""
        return self.is_key_priority and not self.used_in and not self.reason

    def is_shown(self, show):
        """Whether the filter `show` of the list shows it."""
        return {
            "key": self.is_key_priority,
            "research": self.is_research,
            "selected": bool(self.used_in),
            "unused": not self.used_in,
            "unexplained": self.is_unexplained,
        }.get(show, True)


def lines_of(topic):
    """A line for each recommendation of the topic's sources, in the order of the guidelines."""
    lines = {value: Line(value, each) for value, each in candidates(topic).items()}
    for selected in selections_of(topic):
        value = code(selected.recommendation_id, selected.research_recommendation_id)
        if value in lines:
            lines[value].used_in.append((selected.area, selected.sub_area))
    for reason in topic.reasons_not_selected.all():
        value = code(reason.recommendation_id, None)
        if value in lines:
            lines[value].reason = reason
    return list(lines.values())


def selections_of(topic):
    """The topic's selections in the order of its areas, those without a sub-area first."""
    selections = SelectedRecommendation.objects.filter(area__topic=topic)
    return sorted(selections.select_related("area", "sub_area"), key=place_of)


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
