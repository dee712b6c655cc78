"""Locks what two people could otherwise settle in contradictory ways at the same moment."""

from qsdev.errors import RuleBroken
from qsdev.topics.models import ImprovementArea, Topic


def locked_topic(topic):
    """The topic, locked until the transaction ends."""
    return Topic.objects.select_for_update().get(pk=topic.pk)


def locked_area(area, sub_area):
    """The area, locked until the transaction ends; the sub-area, if any, must be its own."""
    if sub_area is not None and sub_area.area_id != area.pk:
        raise RuleBroken(f"Choose a sub-area of {area}: {sub_area} belongs to another area.")
    return ImprovementArea.objects.select_for_update().select_related("topic").get(pk=area.pk)
