"""Who is at a meeting now, and whether there is a quorum: for the whole, and for an area."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from qsdev.accounts.models import User
from qsdev.committee.figures.quorum import Quorum, quorum_of
from qsdev.committee.models import Member, withdrawals
from qsdev.committee.seats import seats_of
from qsdev.errors import RuleBroken


@dataclass(frozen=True)
class Attendee:
    """Somebody of the topic as the chair's page lists them."""

    person: User
    seat: str
    is_present: bool
    arrived_at: datetime | None
    sent_apologies: bool
    has_left: bool


class Attendance:
    """A meeting's presences, read once: who votes, who is there, who takes no part where."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.moment = meeting.ended_at or timezone.now()
        self.presences = list(meeting.presences.select_related("person"))
        members = Member.objects.filter(topic=meeting.topic_id).at(self.moment)
        self.members = list(members.select_related("user"))
        self.appointed = set(members.by_group())
        self.absent = withdrawals(meeting.topic, at=self.moment)

    @property
    def present(self):
        """The ids of everyone who is there; of an ended meeting, who was there at its end."""
        if self.meeting.ended_at:
            return {one.person_id for one in self.presences if one.left_at == self.meeting.ended_at}
        return {one.person_id for one in self.presences if one.left_at is None}

    def withdrawn_from(self, area):
        """The ids of voting members who take no part in an area (None: in the topic)."""
        places = {None, area and area.pk}
        return {member for member, place in self.absent if place in places} & self.appointed

    def quorum(self, area=None) -> Quorum:
        """The quorum now; for an area, without those who are withdrawn from it."""
        return quorum_of(
            appointed=self.appointed,
            present=self.present,
            withdrawn=self.withdrawn_from(area),
            percent=self.meeting.quorum_percent,
        )

    def fullest_quorum(self, area=None) -> Quorum:
        """The quorum now; of a meeting that ended, when most of those who vote were there.

        For what is recorded of a meeting afterwards: some may have left before its end.
        """
        if not self.meeting.ended_at:
            return self.quorum(area)
        quorums = [self.quorum_at(one.arrived_at, area) for one in self.presences]
        return max(quorums, key=lambda one: one.present, default=self.quorum(area))

    def people(self):
        """Everyone who sits with the committee, in the order in which minutes list them."""
        apologies = set(self.meeting.apologies.values_list("person", flat=True))
        last = {one.person_id: one for one in self.presences}
        present = self.present
        found = {}
        for seats in seats_of(self.members):
            for seat in seats.seats:
                person = seat.member.user
                presence = last.get(person.pk)
                found.setdefault(
                    person.pk,
                    Attendee(
                        person=person,
                        seat=seat.member.get_role_display(),
                        is_present=person.pk in present,
                        arrived_at=presence and presence.arrived_at,
                        sent_apologies=person.pk in apologies,
                        has_left=presence is not None and presence.left_at is not None,
                    ),
                )
        return list(found.values())

    def changes(self):
        """When the meeting gained or lost its quorum: (moment, whether reached, Quorum) triples."""
        moments = {one.arrived_at for one in self.presences}
        ended = self.meeting.ended_at
        moments |= {one.left_at for one in self.presences if one.left_at and one.left_at != ended}
        found, before = [], None
        for moment in sorted(moments):
            quorum = self.quorum_at(moment)
            if quorum.is_reached != before:
                found.append((moment, quorum.is_reached, quorum))
                before = quorum.is_reached
        return found

    def quorum_at(self, moment, area=None) -> Quorum:
        """The quorum of the whole meeting, or for an area, at a moment of it."""
        there = {
            one.person_id
            for one in self.presences
            if one.arrived_at <= moment and (one.left_at is None or one.left_at > moment)
        }
        return quorum_of(
            appointed=self.appointed,
            present=there,
            withdrawn=self.withdrawn_from(area),
            percent=self.meeting.quorum_percent,
        )


def check_quorum(quorum, words):
    """Refuse what needs a quorum where there is none, in `words` of {present} and {needed}."""
    if not quorum.is_reached:
        raise RuleBroken(words.format(present=quorum.present, needed=quorum.needed))
