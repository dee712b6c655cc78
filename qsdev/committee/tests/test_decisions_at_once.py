"""Several recorders decide on one area at the same moment: one decision stands, others are told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.audit.models import Event
from qsdev.audit.verification import verify_chain
from qsdev.committee import actions
from qsdev.committee.models import Decision, Meeting, MeetingKind, Outcome
from qsdev.errors import RuleBroken
from stakeholders.tests.test_triage_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
RECORDERS, ROUNDS = 8, 5


@pytest.fixture
def meeting(issued, demonstration, members):
    """A quorate meeting under way."""
    by = {"by": members["chair"]}
    starts_at = timezone.now() + timedelta(days=1)
    planned = actions.plan_meeting(
        topic=demonstration, kind=MeetingKind.FIRST, starts_at=starts_at, **by
    )
    actions.open_meeting(meeting=planned, **by)
    for member in members.values():
        actions.note_arrival(meeting=planned, person=member, **by)
    return planned


def recorder(meeting, area, number, standing, by):
    """Records a decision, or a correction of the standing one, as one of several people."""

    def record():
        return actions.record_decision(
            meeting=Meeting.objects.get(pk=meeting.pk),
            issued_area=area,
            outcome=Outcome.PRIORITISED,
            reason=f"Reason {number}.",
            supersedes=standing,
            by=by,
        )

    return record


def test_of_eight_recorders_at_once_one_decides_and_seven_are_told(meeting, issued, members):
    area, standing = issued.areas.first(), None
    for _ in range(ROUNDS):
        tasks = [recorder(meeting, area, n, standing, members["chair"]) for n in range(RECORDERS)]
        results = at_once(tasks)
        made = [one for one in results if isinstance(one, Decision)]
        told = [one for one in results if isinstance(one, RuleBroken)]
        assert (len(made), len(told)) == (1, RECORDERS - 1)
        assert list(Decision.objects.current()) == made
        standing = Decision.objects.get(pk=made[0].pk)

    assert Decision.objects.count() == ROUNDS
    assert Event.objects.filter(verb="recorded_decision").count() == ROUNDS
    assert not verify_chain(meeting.topic_id).problems


def test_person_who_is_noted_eight_times_at_once_is_there_once(meeting, people, members):
    def arrive():
        return actions.note_arrival(
            meeting=Meeting.objects.get(pk=meeting.pk), person=people["observer"], by=people["lead"]
        )

    results = at_once([arrive] * RECORDERS)

    assert [one for one in results if isinstance(one, Exception)] == []
    assert meeting.presences.filter(person=people["observer"]).count() == 1
