"""The order of areas by four methods, and how much one member could change it.

A ballot is {area: overall rating}: what one member gave to the areas that they rated; areas of
equal rating are tied on it, and an area that is not on it (its member took no part, or did not
rate it) is compared with nothing. An area's place is one more than the number of areas that the
method puts above it, so that 1 is the highest and areas that it cannot tell apart share a place. An
order is {area: place}; areas that nobody rated are in none.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from fractions import Fraction

from qsdev.committee.figures.ratings import figures_of

Ballot = dict[Hashable, int]
Order = dict[Hashable, int]


@dataclass(frozen=True)
class Place:
    """An area's place by one method, and the range of places if any one member were left out.

    Where ranges were not asked for, best and worst are None.
    """

    place: int
    best: int | None
    worst: int | None

    @property
    def is_firm(self) -> bool:
        """Whether no one member could have changed it."""
        return self.best == self.worst == self.place


def places_by(scores: dict) -> Order:
    """Return places by descending score; equal scores share a place, and the next is skipped."""
    return {
        area: 1 + sum(other > score for other in scores.values()) for area, score in scores.items()
    }


def rated_areas(ballots: list[Ballot]) -> list:
    """The areas that are on any ballot, in the order in which they first appear."""
    return list(dict.fromkeys(area for ballot in ballots for area in ballot))


def ratings_by_area(ballots: list[Ballot]) -> dict:
    return {
        area: [ballot[area] for ballot in ballots if area in ballot]
        for area in rated_areas(ballots)
    }


def by_mean(ballots: list[Ballot]) -> Order:
    """Order areas by the mean of their ratings."""
    rated = ratings_by_area(ballots)
    return places_by({area: figures_of(values).mean for area, values in rated.items()})


def by_median(ballots: list[Ballot]) -> Order:
    """Order areas by the median of their ratings."""
    rated = ratings_by_area(ballots)
    return places_by({area: figures_of(values).median for area, values in rated.items()})


def borda_points(ballot: Ballot) -> dict:
    """The points that a ballot gives: an area's share of the others on it that it is above.

    A tie counts one half. Points are shares, from 0 to 1, so that the ballot of a member who took
    no part in some areas weighs as much as another. A ballot of one area gives no points.
    """
    others = len(ballot) - 1
    if others < 1:
        return {}
    return {
        area: Fraction(
            sum(2 * (rating > other) + (rating == other) for other in ballot.values()) - 1,
            2 * others,
        )
        for area, rating in ballot.items()
    }


def by_borda(ballots: list[Ballot]) -> Order:
    """Order areas by the mean of the Borda points that ballots give them.

    Source: de Borda JC (1784) Mémoire sur les élections au scrutin; ties are averaged as in Emerson
    P (2013) The original Borda count and partial voting, Social Choice and Welfare 40: 353-8.
    """
    given = {area: [] for area in rated_areas(ballots)}
    for ballot in ballots:
        for area, points in borda_points(ballot).items():
            given[area].append(points)
    return places_by(
        {area: Fraction(sum(points), len(points)) for area, points in given.items() if points}
    )


def preferences(ballots: list[Ballot]) -> dict:
    """How many ballots rate one area above another, of those that rate both: {(a, b): number}."""
    areas = rated_areas(ballots)
    return {
        (one, other): sum(
            one in ballot and other in ballot and ballot[one] > ballot[other] for ballot in ballots
        )
        for one in areas
        for other in areas
        if one != other
    }


def strongest_paths(areas: list, preferred: dict) -> dict:
    """The strength of the strongest path from each area to each other: {(a, b): strength}.

    A path's strength is that of its weakest link; a link is a pair that more ballots prefer than
    oppose, as strong as the ballots that prefer it ("winning votes").
    """
    strength = {
        pair: number if number > preferred[pair[::-1]] else 0 for pair, number in preferred.items()
    }
    for through in areas:
        for start in areas:
            for end in areas:
                if len({through, start, end}) == 3:
                    by_way = min(strength[start, through], strength[through, end])
                    strength[start, end] = max(strength[start, end], by_way)
    return strength


def by_schulze(ballots: list[Ballot]) -> Order:
    """Order areas by Schulze's method: above all to which their strongest path is the stronger.

    Source: Schulze M (2011) A new monotonic, clone-independent, reversal symmetric, and
    Condorcet-consistent single-winner election method, Social Choice and Welfare 36: 267-303.
    """
    areas = rated_areas(ballots)
    strength = strongest_paths(areas, preferences(ballots))
    return {
        area: 1
        + sum(strength[other, area] > strength[area, other] for other in areas if other != area)
        for area in areas
    }


METHODS: dict[str, Callable[[list[Ballot]], Order]] = {
    "mean": by_mean,
    "median": by_median,
    "borda": by_borda,
    "schulze": by_schulze,
}


def orders_of(
    ballots: list[Ballot], *, with_ranges: bool = True
) -> dict[str, dict[Hashable, Place]]:
    """Return each method's order, with ranges unless told otherwise: {"mean": {area: Place}, …}.

    The range covers the places of an area on all ballots and with any one ballot left out. Only
    the range is returned, never whose ballot makes it. From few ballots ratings can be worked out
    all the same: who shows an order sees to it that there are enough.
    """
    if not with_ranges:
        return {
            name: {area: Place(place, None, None) for area, place in method(ballots).items()}
            for name, method in METHODS.items()
        }
    fewer = [ballots[:number] + ballots[number + 1 :] for number in range(len(ballots))]
    return {name: ranges_of(method, ballots, fewer) for name, method in METHODS.items()}


def ranges_of(method, ballots, fewer) -> dict[Hashable, Place]:
    """One method's order of all ballots, with the places in each of the lists `fewer`."""
    others = [method(some) for some in fewer]
    found = {}
    for area, place in method(ballots).items():
        places = [place, *(order[area] for order in others if area in order)]
        found[area] = Place(place, min(places), max(places))
    return found
