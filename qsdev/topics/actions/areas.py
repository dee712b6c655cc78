"""Making, naming and ordering the improvement areas and their sub-areas."""

from django.db import transaction
from django.db.models import F, Max, ProtectedError

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.models import AreaKind, ImprovementArea, SubArea, Topic

#: Lifts a position out of the way while two areas change places.
ASIDE = 10_000


@transaction.atomic
def add_area(*, topic, title, by, kind=AreaKind.MAIN, reason="", explanation=""):
    """Add an improvement area after the others of its kind."""
    hold(topic.pk)
    check_title(topic.areas.all(), title)
    check_reason(kind, reason)
    area = ImprovementArea.objects.create(
        topic=topic,
        title=title,
        kind=kind,
        reason=reason,
        explanation=explanation,
        position=next_position(topic.areas.filter(kind=kind)),
    )
    record("added_area", area, by=by, kind=str(kind))
    return area


@transaction.atomic
def change_area(*, area, title, kind, by, version, reason="", explanation=""):
    """Rename an area, or move it to or from the additional areas, with the reason."""
    hold(area.topic_id)
    check_title(area.topic.areas.exclude(pk=area.pk), title)
    check_reason(kind, reason)
    others = area.topic.areas.filter(kind=kind)
    place = {} if others.filter(pk=area.pk).exists() else {"position": next_position(others)}
    unchanged = ImprovementArea.objects.filter(pk=area.pk, version=version)
    if not unchanged.update(
        title=title,
        kind=kind,
        reason=reason,
        explanation=explanation,
        **place,
        version=F("version") + 1,
    ):
        raise EditCollision(ImprovementArea.objects.get(pk=area.pk))
    record("changed_area", area, by=by, kind=str(kind), reason=str(reason))
    area.refresh_from_db()
    return area


@transaction.atomic
def move_area(*, area, direction, by):
    """Let an area change places with its neighbour before it ("up") or after it ("down")."""
    hold(area.topic_id)
    area.refresh_from_db()
    others = area.topic.areas.filter(kind=area.kind)
    if direction == "up":
        neighbour = others.filter(position__lt=area.position).last()
    else:
        neighbour = others.filter(position__gt=area.position).first()
    if neighbour:
        place, other_place = area.position, neighbour.position
        others.filter(pk=area.pk).update(position=ASIDE + place)
        others.filter(pk=neighbour.pk).update(position=place)
        others.filter(pk=area.pk).update(position=other_place)
        record("moved_area", area, by=by, direction=direction)
        area.refresh_from_db()
    return area


@transaction.atomic
def remove_area(*, area, by):
    """Remove an area that nothing is filed under or selected for."""
    record("removed_area", area, by=by)
    try:
        area.delete()
    except ProtectedError as error:
        raise RuleBroken(
            f"“{area}” still has suggestions, recommendations or texts: move them first."
        ) from error


@transaction.atomic
def add_sub_area(*, area, title, by):
    """Add a sub-area after the others of its area."""
    hold(area.topic_id)
    check_title(area.sub_areas.all(), title, "a sub-area")
    sub_area = SubArea.objects.create(
        area=area, title=title, position=next_position(area.sub_areas.all())
    )
    record("added_sub_area", sub_area, by=by, topic=area.topic_id, area=area.pk)
    return sub_area


@transaction.atomic
def change_sub_area(*, sub_area, title, by):
    """Rename a sub-area."""
    hold(sub_area.area.topic_id)
    check_title(sub_area.area.sub_areas.exclude(pk=sub_area.pk), title, "a sub-area")
    SubArea.objects.filter(pk=sub_area.pk).update(title=title)
    record("changed_sub_area", sub_area, by=by, topic=sub_area.area.topic_id)
    sub_area.refresh_from_db()
    return sub_area


@transaction.atomic
def remove_sub_area(*, sub_area, by):
    """Remove a sub-area that nothing is filed under or selected for."""
    record("removed_sub_area", sub_area, by=by, topic=sub_area.area.topic_id)
    try:
        sub_area.delete()
    except ProtectedError as error:
        raise RuleBroken(
            f"“{sub_area}” still has suggestions, recommendations or texts: move them first."
        ) from error


def hold(topic_id):
    """Let one person at a time change the areas of a topic, until the transaction ends."""
    Topic.objects.select_for_update().get(pk=topic_id)


def check_title(others, title, what="an area"):
    if not title.strip():
        raise RuleBroken("Give a title.")
    if others.filter(title__iexact=title).exists():
        raise RuleBroken(f"There is already {what} called “{title}”: choose another title.")


def check_reason(kind, reason):
    if (kind == AreaKind.ADDITIONAL) != bool(reason):
        raise RuleBroken("An additional area, and no other, has a reason for not progressing it.")


def next_position(areas):
    return (areas.aggregate(last=Max("position"))["last"] or 0) + 1
