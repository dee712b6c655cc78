"""All statements of a topic at a glance: how far each is, and what it rests on."""

from collections import defaultdict
from dataclasses import dataclass

from qsdev.committee.models import Decision
from qsdev.trail.links import Page, page_in
from qsdev.trail.steps.areas import Families
from qsdev.trail.steps.comments import comment_counts
from qsdev.trail.steps.statements import how_far
from stakeholders.models import Filing


@dataclass(frozen=True)
class StatementLine:
    """A statement in the list: how far it is, its area, what was decided, and its numbers."""

    title: str
    page: Page
    far: str
    area: str
    decided: str
    versions: int
    suggestions: int
    comments: int


def overview_of(topic):
    """A line for each statement by number, removed ones too; the queries do not grow with them."""
    rows = list(topic.statements.select_related("area").order_by("number"))
    families = Families(topic)
    areas = families.of(row.area_id for row in rows)
    outcomes = Decision.objects.filter(topic=topic).current().order_by("decided_at")
    decided = {one.area_id: one.get_outcome_display() for one in outcomes}
    filed = defaultdict(set)
    filings = Filing.objects.filter(area__in=areas).order_by()
    for area, suggestion in filings.values_list("area", "suggestion"):
        filed[area].add(suggestion)
    far, comments = how_far(rows), comment_counts(rows)
    return [
        StatementLine(
            title=str(row),
            page=page_in(topic, "trail:statement_trail", row.number),
            far=far[row.pk],
            area=row.area.title,
            decided=decided.get(row.area_id, ""),
            versions=row.version,
            suggestions=len(filed[families.standing(row.area_id)]),
            comments=comments.get(row.pk, 0),
        )
        for row in rows
    ]
