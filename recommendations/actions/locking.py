"""Locks what two people could otherwise settle in contradictory ways at the same moment."""

from django.db.models import F
from django.utils import timezone

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.models import ImprovementArea, Topic


def locked_topic(topic):
    """The topic, locked until the transaction ends."""
    return Topic.objects.select_for_update().get(pk=topic.pk)


def locked_area(area, sub_area):
    """The area, locked until the transaction ends; the sub-area, if any, must be its own."""
    if sub_area is not None and sub_area.area_id != area.pk:
        raise RuleBroken(f"Choose a sub-area of {area}: {sub_area} belongs to another area.")
    standing = ImprovementArea.objects.select_for_update(of=("self",)).select_related("topic")
    locked = standing.filter(pk=area.pk).first()
    if locked is None:
        raise RuleBroken(f"{area} was merged or removed meanwhile: open the areas anew.")
    return locked


def write_version(model, pk, version, changes, by):
    """Change the row if it is still the version that the person saw; otherwise say who did."""
    unchanged = model.objects.filter(pk=pk, version=version)
    last = {"version": F("version") + 1, "changed_by": by, "changed_at": timezone.now()}
    if not unchanged.update(**changes, **last):
        raise EditCollision(model.objects.select_related("changed_by").get(pk=pk))


def first_version(by):
    """What a row says of its beginning: who wrote it and when."""
    return {"changed_by": by, "changed_at": timezone.now()}
