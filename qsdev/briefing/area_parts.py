"""An area as its page shows it: what is written and selected for it and for each sub-area."""

from dataclasses import dataclass, field

from qsdev.documents.citing import cited_paragraphs
from qsdev.topics.models import ImprovementArea, SubArea
from recommendations.models import PracticeFinding, SelectedRecommendation
from stakeholders.models import AreaSummary


@dataclass
class AreaPart:
    """A sub-area, or the area itself, with its texts and its selected recommendations."""

    area: ImprovementArea
    sub_area: SubArea | None = None
    summary: AreaSummary | None = None
    practice: PracticeFinding | None = None
    selected: list[SelectedRecommendation] = field(default_factory=list)
    is_not_covered: bool = False

    @property
    def title(self):
        return str(self.sub_area or self.area)

    @property
    def silent_paragraphs(self):
        """The places of the summary's paragraphs that cite no suggestion, from 1."""
        paragraphs = cited_paragraphs(self.summary.text) if self.summary else ()
        return [place for place, one in enumerate(paragraphs, start=1) if not one.suggestions]

    @property
    def is_empty(self):
        """Whether nothing is written or selected here."""
        return not (self.summary or self.practice or self.selected or self.is_not_covered)


def parts_of(area):
    """The parts of an area in the paper's order.

    An area without sub-areas stands for itself; beside sub-areas it does where it has content.
    """
    parts = {sub_area.pk: AreaPart(area, sub_area) for sub_area in area.sub_areas.all()}
    whole = AreaPart(area)
    everywhere = {None: whole} | parts
    for summary in area.summaries.all():
        everywhere[summary.sub_area_id].summary = summary
    for practice in area.practice_findings.all():
        everywhere[practice.sub_area_id].practice = practice
    for selected in selections_of(area):
        everywhere[selected.sub_area_id].selected.append(selected)
    for mark in area.not_covered.all():
        everywhere[mark.sub_area_id].is_not_covered = True
    return list(parts.values()) if parts and whole.is_empty else [whole, *parts.values()]


def selections_of(area):
    """Recommendations by number, then research recommendations, in an order no database alters."""
    rows = area.selected_recommendations.select_related(
        "recommendation__guideline",
        "recommendation__section",
        "research_recommendation__guideline",
    )
    return sorted(rows, key=in_print_order)


def in_print_order(selected):
    one = selected.recommendation or selected.research_recommendation
    key = getattr(one, "sort_key", "")
    return selected.recommendation_id is None, one.guideline.reference, key, one.number
