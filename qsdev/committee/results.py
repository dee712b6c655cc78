"""A closed round's ratings as figures: who took no part is left out, and nobody is named.

What a person may see is decided by the page; nothing here says who gave what, except a reader's
own rating to that reader.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from qsdev.accounts.models import User
from qsdev.committee.figures.groups import LEAST, may_split
from qsdev.committee.figures.orders import Place, orders_of
from qsdev.committee.figures.ratings import RatingFigures, figures_of
from qsdev.committee.models import Group, Proposal, RatedArea, Rating
from qsdev.topics.models import ImprovementArea

BAR_HEIGHT = 60
#: With fewer ballots than these, orders and ranges let one member's ratings be worked out (decision
#: record 0011 tells what was tried).
LEAST_FOR_ORDER, LEAST_FOR_RANGES = 7, 9


@dataclass(frozen=True)
class Bar:
    """How many gave one rating, with the height of its bar and where it begins, in pixels."""

    rating: int
    count: int
    height: int
    left: int

    @property
    def top(self):
        return 16 + BAR_HEIGHT - self.height

    @property
    def middle(self):
        return self.left + 12

    @property
    def above(self):
        return self.top - 4


@dataclass(frozen=True)
class AreaResult:
    """What one area's ratings come to in one round."""

    rated_area: RatedArea
    raters: int
    figures: RatingFigures | None
    has_consensus: bool
    own: Rating | None
    reader_rates: bool
    not_rated: tuple[str, ...]
    withdrawn: int
    proposals: tuple[tuple[str, int], ...]
    criteria: tuple[tuple[str, RatingFigures], ...]
    groups: tuple[tuple[str, RatingFigures], ...]
    comments: tuple[str, ...]
    earlier: "AreaResult | None" = field(default=None)

    @property
    def title(self):
        return self.rated_area.issued_area.title

    @property
    def too_few(self):
        """Whether so few rated that a member could work out another's rating."""
        return 0 < self.raters < LEAST

    @property
    def distribution_in_words(self):
        """The distribution for who does not see the bars: "1 gave 2, 4 gave 8"."""
        counted = enumerate(self.figures.counts, start=1)
        return ", ".join(f"{count} gave {rating}" for rating, count in counted if count)

    @property
    def bars(self):
        """The distribution as bars, from 1 to 9."""
        most = max(self.figures.counts) or 1
        return [
            Bar(rating, count, round(BAR_HEIGHT * count / most), 30 * (rating - 1) + 4)
            for rating, count in enumerate(self.figures.counts, start=1)
        ]


@dataclass(frozen=True)
class OrderedArea:
    """An area's places by the four methods."""

    area: ImprovementArea
    title: str
    places: tuple[Place, ...]


class RoundRatings:
    """The ratings of one round, read once: those of members who take part in the area."""

    def __init__(self, round):
        self.round = round
        self.voters = round.voters
        self.absent = round.absent
        self.rated_areas = list(
            round.rated_areas.select_related("issued_area__area", "round", "revealed_by")
        )
        rows = Rating.objects.filter(rated_area__round=round).order_by("receipt")
        self.by_area = {one.pk: [] for one in self.rated_areas}
        self.areas = {one.pk: one.issued_area.area_id for one in self.rated_areas}
        for rating in rows.prefetch_related("scores__criterion"):
            if self.takes_part(rating.member_id, self.areas[rating.rated_area_id]):
                self.by_area[rating.rated_area_id].append(rating)

    def takes_part(self, member, area):
        """Whether the member votes and is withdrawn neither from the area nor from the topic."""
        return member in self.voters and not {(member, None), (member, area)} & self.absent

    def part_takers(self, rated_area):
        """The voting members who take part in an area."""
        area = self.areas[rated_area.pk]
        return {member for member in self.voters if self.takes_part(member, area)}

    def ballots(self, rated_areas):
        """What each member gave to these areas, as the figures take it."""
        given = {}
        for one in rated_areas:
            for rating in self.by_area[one.pk]:
                given.setdefault(rating.member_id, {})[one.pk] = rating.overall
        return list(given.values())


def results_of(round, *, reader, sees_all=False):
    """Return the areas' results that the reader may see, in the paper's order.

    Members see those that are revealed, each with their own rating; who `sees_all` (the chair and
    the lead) sees every area of a closed round. Where a round follows another, so does each result.
    """
    if not round.has_closed:
        return []
    before = {}
    if round.follows_id:
        found = all_results(round.follows, reader)
        before = {one.rated_area.issued_area_id: shown(one, sees_all) for one in found}
    return [
        replace(one, earlier=before.get(one.rated_area.issued_area_id))
        for one in all_results(round, reader)
        if sees_all or one.rated_area.is_revealed
    ]


def shown(result, sees_all):
    """An earlier round's result as far as the reader may see it: their own rating in any case."""
    if sees_all or result.rated_area.is_revealed:
        return result
    return replace(result, figures=None, proposals=(), criteria=(), groups=(), comments=())


def all_results(round, reader):
    ratings = RoundRatings(round)
    names = dict(User.objects.filter(pk__in=ratings.voters).values_list("pk", "name"))
    return [result_of(one, ratings, names, reader) for one in ratings.rated_areas]


def result_of(rated_area, ratings, names, reader):
    """One area's result."""
    rows = ratings.by_area[rated_area.pk]
    members = ratings.part_takers(rated_area)
    figures = figures_of([row.overall for row in rows]) if len(rows) >= LEAST else None
    round = ratings.round
    thresholds = {"least_high": round.least_high, "most_low": round.most_low}
    rated = {row.member_id for row in rows}
    return AreaResult(
        rated_area=rated_area,
        raters=len(rows),
        figures=figures,
        has_consensus=bool(figures) and figures.has_consensus(**thresholds),
        own=next((row for row in rows if reader and row.member_id == reader.pk), None),
        reader_rates=reader is not None and reader.pk in members,
        not_rated=tuple(sorted(names[member] for member in members - rated)),
        withdrawn=len(set(ratings.voters) - members),
        proposals=proposals_of(rows) if figures else (),
        criteria=criteria_of(rows) if figures else (),
        groups=groups_of(rows, ratings.voters) if figures else (),
        comments=tuple(row.comment for row in rows if row.comment),
    )


def proposals_of(rows):
    """How many proposed what: (words, number) pairs."""
    counted = Counter(row.proposal for row in rows)
    return tuple((label, counted[value]) for value, label in Proposal.choices)


def criteria_of(rows):
    """Figures of each criterion, in the round's order."""
    given = {}
    for row in rows:
        for score in row.scores.all():
            given.setdefault(score.criterion, []).append(score.score)
    ordered = sorted(given, key=lambda criterion: criterion.position)
    return tuple((criterion.name, figures_of(given[criterion])) for criterion in ordered)


def groups_of(rows, voters):
    """Figures by group of members; none where somebody's rating could be worked out from them."""
    given = {}
    for row in rows:
        given.setdefault(voters[row.member_id], []).append(row.overall)
    if not may_split({group: len(values) for group, values in given.items()}):
        return ()
    return tuple((group.label, figures_of(given[group])) for group in Group if group in given)


def order_of(round):
    """The areas that enough members rated, with their places by each method, by Schulze's first."""
    ratings = RoundRatings(round)
    rated = ratings.by_area
    enough = [one for one in ratings.rated_areas if len(rated[one.pk]) >= LEAST_FOR_ORDER]
    with_ranges = all(len(rated[one.pk]) >= LEAST_FOR_RANGES for one in enough)
    found = orders_of(ratings.ballots(enough), with_ranges=with_ranges)
    ordered = [
        OrderedArea(
            one.issued_area.area,
            one.issued_area.title,
            tuple(found[method].get(one.pk) for method in ("mean", "median", "borda", "schulze")),
        )
        for one in enough
    ]
    return sorted(ordered, key=lambda one: (one.places[3].place, one.places[0].place))


def by_agreement(round, issued_areas, *, contested_first):
    """The ids of issued areas in order of agreement in a closed round, or the other way round.

    Agreed is consensus; then neither; contested is disagreement. Areas alike keep their order, and
    those that too few rated come last.
    """
    found = {one.rated_area.issued_area.area_id: one for one in all_results(round, reader=None)}

    def rank(area):
        result = found.get(area.area_id)
        if result is None or result.figures is None:
            return 3
        if result.figures.has_disagreement:
            return 0 if contested_first else 2
        return (2 if contested_first else 0) if result.has_consensus else 1

    return [area.pk for area in sorted(issued_areas, key=rank)]
