"""What of a merger of two areas belongs to the topic: their sub-areas, and that it took place."""

from django.db import transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.actions.areas import add_sub_area
from qsdev.topics.actions.ordering import hold
from qsdev.topics.models import ImprovementArea


def check_merger(area, into):
    """Refuse to merge what is not two areas that stand in one topic."""
    if area.pk == into.pk or area.topic_id != into.topic_id:
        raise RuleBroken("Choose another area of this topic to merge it into.")
    standing = ImprovementArea.objects.order_by("pk").filter(pk__in=[area.pk, into.pk])
    if len(standing.select_for_update(no_key=True)) < 2:
        raise RuleBroken("One of the two areas was merged meanwhile: look at the list again.")


@transaction.atomic
def mark_area_merged(*, area, into, by):
    """Take an area out of every list because it is merged into another, which takes its sub-areas.

    A sub-area joins the other area's of the same title, or a new one of that title is added after
    the others. Returns a dict of each sub-area of `area` and that which takes its place. The
    caller moves what is filed, selected and written, in the same transaction.
    """
    hold(area.topic_id)
    check_merger(area, into)
    there = {sub_area.title.casefold(): sub_area for sub_area in into.sub_areas.all()}
    sub_areas = {
        sub_area: there.get(sub_area.title.casefold())
        or add_sub_area(area=into, title=sub_area.title, by=by)
        for sub_area in area.sub_areas.all()
    }
    merged = {"merged_into": into, "merged_by": by, "merged_at": timezone.now()}
    ImprovementArea.objects.filter(pk=area.pk).update(**merged)
    record("merged_area", area, by=by, into=into.pk)
    area.refresh_from_db()
    return sub_areas
