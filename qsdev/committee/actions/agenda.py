"""The agenda: its items and their order, and the item under discussion."""

from django.db import transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.committee.actions.meetings import check_open
from qsdev.committee.models import ActionPoint, AgendaItem, DiscussionPoint, Meeting
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import exchange, next_position, put_in_order


@transaction.atomic
def add_item(*, meeting, title, by, minutes=None):
    """Add an item that is no area, for example "Matters arising", after the others."""
    hold_meeting(meeting)
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=next_position(meeting.items.all()),
        title=title,
        minutes=minutes,
        **first_change(by),
    )
    record("added_agenda_item", item, by=by, topic=meeting.topic_id)
    return item


@transaction.atomic
def change_item(*, item, title, minutes, version, by):
    """Change an item's title and how long it is to take; an area keeps its title."""
    if item.issued_area_id and title != item.title:
        raise RuleBroken("An area stands on the agenda under the title that was issued.")
    change_row(row=item, version=version, by=by, title=title, minutes=minutes)
    record("changed_agenda_item", item, by=by, topic=item.meeting.topic_id)
    return item


@transaction.atomic
def remove_item(*, item, by):
    """Take an item off the agenda before it was discussed."""
    meeting = hold_meeting(item.meeting)
    if item.started_at or any(
        rows.exists() for rows in (item.decisions, item.points, item.action_points)
    ):
        raise RuleBroken("It was discussed already: it stays on the agenda.")
    record("removed_agenda_item", item, by=by, topic=meeting.topic_id)
    item.delete()


@transaction.atomic
def move_item(*, item, direction, by):
    """Let an item change places with its neighbour before it ("up") or after it ("down")."""
    meeting = hold_meeting(item.meeting)
    if exchange(meeting.items.all(), item.pk, direction):
        record("moved_agenda_item", item, by=by, topic=meeting.topic_id, direction=direction)


@transaction.atomic
def order_agenda(*, meeting, area_order, by):
    """Put the areas on the agenda in this order of issued areas; other items keep their places."""
    hold_meeting(meeting)
    items = list(meeting.items.all())
    of_area = {item.issued_area_id: item for item in items if item.issued_area_id}
    if sorted(of_area) != sorted(area_order):
        raise RuleBroken("The agenda changed meanwhile: look at it again.")
    areas = iter(area_order)
    order = [of_area[next(areas)] if item.issued_area_id else item for item in items]
    if put_in_order(meeting.items.all(), [item.pk for item in order]):
        record("ordered_agenda", meeting, by=by)


@transaction.atomic
def start_item(*, item, by):
    """Begin to discuss an item; the one before it ends."""
    meeting = item.meeting
    check_open(meeting)
    now = timezone.now()
    others = meeting.items.filter(ended_at=None).exclude(pk=item.pk).exclude(started_at=None)
    others.update(ended_at=now)
    meeting.items.filter(pk=item.pk, started_at=None).update(started_at=now)
    meeting.items.filter(pk=item.pk).update(ended_at=None)
    Meeting.objects.filter(pk=meeting.pk).update(current_item=item)
    record("started_item", item, by=by, topic=meeting.topic_id)


@transaction.atomic
def end_item(*, item, by):
    """End the discussion of an item."""
    meeting = item.meeting
    check_open(meeting)
    started = meeting.items.filter(pk=item.pk, ended_at=None).exclude(started_at=None)
    if not started.update(ended_at=timezone.now()):
        raise RuleBroken("It is not under discussion.")
    Meeting.objects.filter(pk=meeting.pk, current_item=item).update(current_item=None)
    record("ended_item", item, by=by, topic=meeting.topic_id)


@transaction.atomic
def add_point(*, item, text, by):
    """Note a point of the discussion, as the minutes will give it."""
    check_held(item.meeting)
    point = DiscussionPoint.objects.create(item=item, text=text, recorded_by=by, **first_change(by))
    record("added_point", point, by=by, topic=item.meeting.topic_id, item=item.pk)
    return point


@transaction.atomic
def change_point(*, point, text, version, by):
    """Word a point of the discussion anew."""
    change_row(row=point, version=version, by=by, text=text)
    record("changed_point", point, by=by, topic=point.item.meeting.topic_id)
    return point


@transaction.atomic
def add_action_point(*, meeting, text, owner, by, item=None, due_on=None):
    """Note what somebody is asked to do, by whom and until when."""
    check_held(meeting)
    point = ActionPoint.objects.create(
        meeting=meeting, item=item, text=text, owner=owner, due_on=due_on, **first_change(by)
    )
    record("added_action_point", point, by=by, topic=meeting.topic_id)
    return point


@transaction.atomic
def change_action_point(*, action_point, version, by, text, owner, due_on=None, is_done=False):
    """Change what is to be done, or say that it is done."""
    done_at = (action_point.done_at or timezone.now()) if is_done else None
    said = {"text": text, "owner": owner, "due_on": due_on, "done_at": done_at}
    change_row(row=action_point, version=version, by=by, **said)
    record("changed_action_point", action_point, by=by, topic=action_point.meeting.topic_id)
    return action_point


def check_held(meeting):
    """Points are noted while a meeting is under way, and afterwards while minutes are written."""
    if not (meeting.is_open or meeting.has_ended):
        raise RuleBroken("The meeting has not been opened yet.")


def hold_meeting(meeting):
    """The meeting, which nobody else changes until the transaction ends; not once it has ended."""
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if held.has_ended:
        raise RuleBroken("The meeting has ended: its agenda stays as it is.")
    return held
