"""Putting the improvement areas, and the sub-areas of one, in the order of the paper."""

from django.db import transaction
from django.db.models import F, Max

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic

#: Lifts positions out of the way while others take them.
ASIDE = 10_000


@transaction.atomic
def move_area(*, area, direction, by):
    """Let an area change places with its neighbour before it ("up") or after it ("down")."""
    hold(area.topic_id)
    if exchange(area.topic.areas.filter(kind=area.kind), area.pk, direction):
        record("moved_area", area, by=by, direction=direction)
    area.refresh_from_db()
    return area


@transaction.atomic
def order_areas(*, topic, order, by):
    """Put the main areas, or the additional ones, in the order of these ids."""
    hold(topic.pk)
    for areas in (topic.areas.main(), topic.areas.additional()):
        if set(order) & set(areas.values_list("pk", flat=True)):
            check_complete(areas, order, "areas")
            if put_in_order(areas, order):
                record("ordered_areas", topic, by=by, order=order)
            return
    raise RuleBroken("None of these areas is there any more: look at the list again.")


@transaction.atomic
def move_sub_area(*, sub_area, direction, by):
    """Let a sub-area change places with its neighbour before it ("up") or after it ("down")."""
    hold(sub_area.area.topic_id)
    if exchange(sub_area.area.sub_areas.all(), sub_area.pk, direction):
        topic = sub_area.area.topic_id
        record("moved_sub_area", sub_area, by=by, topic=topic, direction=direction)
    sub_area.refresh_from_db()
    return sub_area


@transaction.atomic
def order_sub_areas(*, area, order, by):
    """Put an area's sub-areas in the order of these ids."""
    hold(area.topic_id)
    check_complete(area.sub_areas.all(), order, "sub-areas")
    if put_in_order(area.sub_areas.all(), order):
        record("ordered_sub_areas", area, by=by, order=order)


def hold(topic_id):
    """Let one person at a time change the areas of a topic, until the transaction ends."""
    Topic.objects.select_for_update().get(pk=topic_id)


def next_position(rows):
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1


def exchange(rows, pk, direction):
    """Let a row change places with its neighbour; whether it had one on that side."""
    order = list(rows.order_by("position").values_list("pk", flat=True))
    if pk not in order:
        raise RuleBroken("It is not there any more: look at the list again.")
    place = order.index(pk)
    other = place - 1 if direction == "up" else place + 1
    if not 0 <= other < len(order):
        return False
    order[place], order[other] = order[other], order[place]
    return put_in_order(rows, order)


def check_complete(rows, order, what):
    """Refuse an order that leaves one out, names one twice, or names another's."""
    if sorted(order) != sorted(rows.values_list("pk", flat=True)):
        raise RuleBroken(
            f"Somebody added, moved or removed {what} meanwhile: this is how they stand now. Put "
            "them in order again."
        )


def put_in_order(rows, order):
    """Give the rows the positions 1, 2, 3 … in the order of their ids; whether any changed."""
    if list(rows.order_by("position").values_list("pk", flat=True)) == order:
        return False
    rows.update(position=F("position") + ASIDE)
    for position, pk in enumerate(order, start=1):
        rows.filter(pk=pk).update(position=position)
    return True
