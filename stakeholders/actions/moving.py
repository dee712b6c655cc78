"""Moving the summaries of an area to the one that it is merged into."""

from django.db import transaction

from stakeholders.actions.summaries import write_summary
from stakeholders.models import AreaSummary


@transaction.atomic
def move_summaries(*, area, into, sub_areas, by):
    """Put an area's summaries together with those of another one; returns how many moved.

    `sub_areas` says which sub-area of the other area takes each one's place. Where both have a
    text they stand one after the other, the other area's first.
    """
    targets = {old.pk: new for old, new in sub_areas.items()}
    moved = list(AreaSummary.objects.filter(area=area))
    for summary in moved:
        sub_area = targets.get(summary.sub_area_id)
        there = AreaSummary.objects.filter(area=into, sub_area=sub_area).first()
        summary.delete()
        write_summary(
            area=into,
            sub_area=sub_area,
            text=f"{there.text}\n\n{summary.text}" if there else summary.text,
            version=there.version if there else 0,
            by=by,
        )
    return len(moved)
