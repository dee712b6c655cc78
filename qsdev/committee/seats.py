"""Who sits with a topic's committee, in the groups in which papers and minutes list them."""

from dataclasses import dataclass

from django.utils import timezone

from qsdev.accounts.roles import Role
from qsdev.committee.models import Member

#: The headings of the list, and the roles under each; the chair stands first.
HEADINGS = (
    ("Chair", (Role.CHAIR,)),
    ("Standing members", (Role.STANDING_MEMBER,)),
    ("Lay members", (Role.LAY_MEMBER,)),
    ("Specialist members", (Role.SPECIALIST_MEMBER,)),
    ("Invited experts", (Role.INVITED_EXPERT,)),
    ("Observers", (Role.OBSERVER,)),
)


@dataclass(frozen=True)
class Seat:
    """A person's term in one role, and whether it runs now."""

    member: Member
    is_current: bool

    @property
    def name(self):
        return self.member.user.name


@dataclass(frozen=True)
class Seats:
    """The people of one group, by name; terms that ended come last."""

    heading: str
    seats: tuple[Seat, ...]


def seats_of(members):
    """Everyone of `members`, with their users, group by group; empty groups are left out."""
    now = timezone.now()
    by_role = {}
    for member in members:
        runs = member.started_at <= now and (member.ended_at is None or member.ended_at > now)
        by_role.setdefault(member.role, []).append(Seat(member, runs))
    found = []
    for heading, roles in HEADINGS:
        seats = [seat for role in roles for seat in by_role.get(role, [])]
        if seats:
            seats.sort(key=lambda seat: (not seat.is_current, seat.name))
            found.append(Seats(heading, tuple(seats)))
    return found
