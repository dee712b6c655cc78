"""Making and naming the improvement areas and their sub-areas."""

from django.db import transaction
from django.db.models import ProtectedError

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import hold, next_position
from qsdev.topics.models import AreaKind, ImprovementArea, SubArea


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
        **first_change(by),
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
    said = {"title": title, "kind": kind, "reason": reason, "explanation": explanation}
    change_row(row=area, version=version, by=by, **said, **place)
    record("changed_area", area, by=by, kind=str(kind), reason=str(reason))
    return area


@transaction.atomic
def remove_area(*, area, by):
    """Remove an area that nothing is filed under or selected for."""
    record("removed_area", area, by=by)
    try:
        area.delete()
    except ProtectedError as error:
        raise RuleBroken(
            f"“{area}” still has suggestions, recommendations or texts, or another area was merged "
            "into it: merge it into another area instead."
        ) from error


@transaction.atomic
def add_sub_area(*, area, title, by):
    """Add a sub-area after the others of its area."""
    hold(area.topic_id)
    check_title(area.sub_areas.all(), title, "a sub-area")
    sub_area = SubArea.objects.create(
        area=area,
        title=title,
        position=next_position(area.sub_areas.all()),
        **first_change(by),
    )
    record("added_sub_area", sub_area, by=by, topic=area.topic_id, area=area.pk)
    return sub_area


@transaction.atomic
def change_sub_area(*, sub_area, title, version, by):
    """Rename a sub-area."""
    hold(sub_area.area.topic_id)
    check_title(sub_area.area.sub_areas.exclude(pk=sub_area.pk), title, "a sub-area")
    change_row(row=sub_area, version=version, by=by, title=title)
    record("changed_sub_area", sub_area, by=by, topic=sub_area.area.topic_id)
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


def check_title(others, title, what="an area"):
    if not title.strip():
        raise RuleBroken("Give a title.")
    if others.filter(title__iexact=title).exists():
        raise RuleBroken(f"There is already {what} called “{title}”: choose another title.")


def check_reason(kind, reason):
    if (kind == AreaKind.ADDITIONAL) != bool(reason):
        raise RuleBroken("An additional area, and no other, has a reason for not progressing it.")
