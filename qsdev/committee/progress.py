"""Who has rated how much of a round: a member's own areas, and for the chair who has rated."""

from dataclasses import dataclass

from qsdev.accounts.models import User
from qsdev.committee.models import Group, RatedArea, Rating


@dataclass(frozen=True)
class AreaToRate:
    """An area of a round as one member meets it: their own rating, or that they take no part."""

    rated_area: RatedArea
    own: Rating | None
    is_withdrawn: bool

    @property
    def title(self):
        return self.rated_area.issued_area.title


@dataclass(frozen=True)
class MemberProgress:
    """How many of the areas that a member is to rate they have rated; never what they gave."""

    name: str
    group: Group
    rated: int
    to_rate: int

    @property
    def is_done(self):
        return self.rated >= self.to_rate


def areas_for(round, member):
    """The areas of a round for one member, in the paper's order."""
    rows = round.rated_areas.select_related("issued_area", "round")
    own = {
        one.rated_area_id: one
        for one in Rating.objects.filter(rated_area__round=round, member=member)
    }
    absent = round.absent
    return [
        AreaToRate(
            row,
            own.get(row.pk),
            bool({(member.pk, None), (member.pk, row.issued_area.area_id)} & absent),
        )
        for row in rows
    ]


def progress_of(round):
    """Each voting member's progress, by name."""
    voters, absent = round.voters, round.absent
    areas = set(round.rated_areas.values_list("issued_area__area", flat=True))
    rated = {person: set() for person in voters}
    rows = Rating.objects.filter(rated_area__round=round, member__in=voters).order_by()
    for person, area in rows.values_list("member", "rated_area__issued_area__area"):
        rated[person].add(area)
    found = []
    for person in User.objects.filter(pk__in=voters).order_by("name", "pk"):
        out = {area for member, area in absent if member == person.pk}
        to_rate = set() if None in out else areas - out
        counts = len(rated[person.pk] & to_rate), len(to_rate)
        found.append(MemberProgress(person.name, voters[person.pk], *counts))
    return found
