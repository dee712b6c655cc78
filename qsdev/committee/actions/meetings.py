"""Planning and running a meeting: its times, its state, who is there."""

from django.db import transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.briefing.models import PaperState
from qsdev.committee.models import (
    AgendaItem,
    Apology,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import hold

NOT_OPEN = "The meeting is not under way: open it first."


@transaction.atomic
def plan_meeting(*, topic, kind, starts_at, by, place="", quorum_percent=50):
    """Plan a meeting; the first has the areas of the issued paper on its agenda, in its order."""
    hold(topic.pk)
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    if paper is None:
        raise RuleBroken("The committee meets on an issued paper: issue the briefing paper first.")
    check_percent(quorum_percent)
    meeting = Meeting.objects.create(
        topic=topic,
        kind=kind,
        paper=paper,
        starts_at=starts_at,
        place=place,
        quorum_percent=quorum_percent,
        **first_change(by),
    )
    if kind == MeetingKind.FIRST:
        AgendaItem.objects.bulk_create(
            AgendaItem(
                meeting=meeting,
                position=position,
                title=area.title,
                issued_area=area,
                **first_change(by),
            )
            for position, area in enumerate(paper.areas.all(), start=1)
        )
    record("planned_meeting", meeting, by=by, kind=str(kind))
    return meeting


@transaction.atomic
def change_meeting(*, meeting, version, by, **changes):
    """Change when and where a meeting is, its quorum, or who else was present."""
    if meeting.has_ended and set(changes) - {"others_present"}:
        raise RuleBroken("The meeting has ended: only who else was present can be added.")
    check_percent(changes.get("quorum_percent", meeting.quorum_percent))
    change_row(row=meeting, version=version, by=by, **changes)
    record("changed_meeting", meeting, by=by, fields=sorted(changes))
    return meeting


@transaction.atomic
def open_meeting(*, meeting, by):
    """Open a planned meeting; one meeting of a topic is under way at a time."""
    hold(meeting.topic_id)
    if meeting.topic.meetings.filter(state=MeetingState.OPEN).exists():
        raise RuleBroken("A meeting of this topic is under way already.")
    opened = Meeting.objects.filter(pk=meeting.pk, state=MeetingState.PLANNED).update(
        state=MeetingState.OPEN, opened_at=timezone.now()
    )
    if not opened:
        raise RuleBroken("This meeting was held already: plan another.")
    meeting.refresh_from_db()
    record("opened_meeting", meeting, by=by)
    return meeting


@transaction.atomic
def end_meeting(*, meeting, by):
    """End a meeting that is under way: everyone leaves, and the item under discussion ends."""
    now = timezone.now()
    ended = Meeting.objects.filter(pk=meeting.pk, state=MeetingState.OPEN).update(
        state=MeetingState.ENDED, ended_at=now, current_item=None
    )
    if not ended:
        raise RuleBroken(NOT_OPEN)
    meeting.presences.filter(left_at=None).update(left_at=now)
    meeting.items.filter(ended_at=None).exclude(started_at=None).update(ended_at=now)
    meeting.refresh_from_db()
    record("ended_meeting", meeting, by=by)
    return meeting


@transaction.atomic
def note_arrival(*, meeting, person, by):
    """Note that somebody of the topic is there from now on; apologies they sent are withdrawn."""
    check_open(meeting)
    check_belongs(meeting, person)
    if meeting.presences.filter(person=person, left_at=None).exists():
        return None
    presence = Presence.objects.create(meeting=meeting, person=person)
    meeting.apologies.filter(person=person).delete()
    record("noted_arrival", presence, by=by, topic=meeting.topic_id, person=person.pk)
    return presence


@transaction.atomic
def note_leaving(*, meeting, person, by):
    """Note that somebody has left; who comes back arrives anew."""
    check_open(meeting)
    there = meeting.presences.filter(person=person, left_at=None)
    if there.update(left_at=timezone.now()):
        record("noted_leaving", meeting, by=by, person=person.pk)


@transaction.atomic
def note_apology(*, meeting, person, by):
    """Note that somebody sent apologies, before the meeting or during it."""
    if meeting.has_ended:
        raise RuleBroken("The meeting has ended.")
    check_belongs(meeting, person)
    if meeting.presences.filter(person=person).exists():
        raise RuleBroken(f"{person.name} is or was there: apologies are for who does not come.")
    apology, is_new = Apology.objects.get_or_create(meeting=meeting, person=person)
    if is_new:
        record("noted_apology", apology, by=by, topic=meeting.topic_id, person=person.pk)
    return apology


def check_open(meeting):
    """Hold the meeting's row, and refuse unless it is under way."""
    if not Meeting.objects.select_for_update().get(pk=meeting.pk).is_open:
        raise RuleBroken(NOT_OPEN)


def check_belongs(meeting, person):
    if not meeting.topic.roles_of(person):
        raise RuleBroken(f"{person.name} has no role in this topic now.")


def check_percent(percent):
    if not 1 <= percent <= 100:
        raise RuleBroken("A quorum is a share from 1% to 100%.")
