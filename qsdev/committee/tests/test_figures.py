"""The figures of ratings agree with published examples, with hand calculation and with reason."""

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qsdev.committee.figures.groups import may_split
from qsdev.committee.figures.orders import (
    METHODS,
    borda_points,
    by_borda,
    by_mean,
    by_schulze,
    orders_of,
    preferences,
    strongest_paths,
)
from qsdev.committee.figures.quorum import quorum_of
from qsdev.committee.figures.ratings import figures_of, percentile

RATINGS = st.lists(st.integers(1, 9), min_size=1, max_size=26)
BALLOTS = st.lists(
    st.dictionaries(st.sampled_from("ABCDE"), st.integers(1, 9), max_size=5),
    min_size=1,
    max_size=9,
)

#: Schulze (2011), example 1: 45 voters and 5 candidates.
FORTY_FIVE = {
    "ACBED": 5,
    "ADECB": 5,
    "BEDAC": 8,
    "CABED": 3,
    "CAEBD": 7,
    "CBADE": 2,
    "DCEBA": 7,
    "EBADC": 8,
}


def ballots_of(rankings):
    """Ballots from strings of candidates, the best first."""
    return [
        {candidate: 9 - place for place, candidate in enumerate(ranking)}
        for ranking, number in rankings.items()
        for _ in range(number)
    ]


def test_published_panel_of_fifteen_agrees():
    """BMJ Open 2012;2:e001431, table 1: the RAND/UCLA method applied to one criterion."""
    found = figures_of([4, 5, 6] + [7] * 5 + [8] * 5 + [9] * 2)

    assert (found.median, found.p30, found.p70, found.ipr) == (7, 7, 8, 1)
    assert found.ipras == Fraction("6.1")
    assert not found.has_disagreement


def test_three_of_nine_at_either_end_disagree():
    """The manual's classic definition for nine raters: three in each outer third."""
    found = figures_of([1, 1, 1, 5, 5, 5, 9, 9, 9])

    assert (found.p30, found.p70, found.ipr, found.ipras) == (1, 9, 8, Fraction("2.35"))
    assert found.has_disagreement


def test_every_panel_of_nine_with_three_at_each_end_disagrees():
    panels = [
        panel
        for panel in combinations_with_replacement(range(1, 10), 9)
        if panel[2] <= 3 and panel[6] >= 7
    ]

    assert len(panels) == 5925
    assert all(figures_of(panel).has_disagreement for panel in panels)


def test_figures_by_hand():
    found = figures_of([2, 5, 7, 7, 8, 9, 9, 3])

    assert found.counts == (0, 1, 1, 0, 1, 0, 2, 1, 2)
    assert (found.mean, found.median) == (Fraction(50, 8), 7)
    assert (found.lowest, found.highest) == (2, 9)
    assert (found.share_high, found.share_low) == (Fraction(125, 2), 25)
    assert (found.p30, found.p70) == (Fraction("4.4"), Fraction("8.3"))  # at places 2.7 and 6.3


def test_nobody_rated_and_off_the_scale():
    assert figures_of([]) is None
    with pytest.raises(ValueError, match="from 1 to 9"):
        figures_of([0, 5])


@pytest.mark.parametrize(
    ("high", "low", "others", "agreed"),
    [(7, 1, 2, True), (7, 0, 3, True), (6, 0, 4, False), (14, 3, 3, False), (8, 2, 0, False)],
)
def test_consensus_is_at_least_the_first_share_and_under_the_second(high, low, others, agreed):
    found = figures_of([8] * high + [2] * low + [5] * others)

    assert found.has_consensus(least_high=70, most_low=15) is agreed


def test_percentile_of_few():
    assert percentile([4], 30) == percentile([4], 70) == 4
    assert (percentile([2, 8], 30), percentile([2, 8], 50), percentile([2, 8], 70)) == (2, 5, 8)


@given(RATINGS)
def test_figures_stay_on_the_scale_and_in_order(ratings):
    found = figures_of(ratings)

    assert found.lowest <= found.p30 <= found.median <= found.p70 <= found.highest
    assert found.lowest <= found.mean <= found.highest
    assert sum(found.counts) == found.raters == len(ratings)
    assert figures_of(ratings[::-1]) == found


def test_schulze_s_own_example_agrees():
    ballots = ballots_of(FORTY_FIVE)
    preferred = preferences(ballots)
    paths = strongest_paths(list("ABCDE"), preferred)

    assert (preferred["A", "B"], preferred["B", "D"], preferred["E", "D"]) == (20, 33, 31)
    assert [paths["A", other] for other in "BCDE"] == [28, 28, 30, 24]
    assert [paths["E", other] for other in "ABCD"] == [25, 28, 28, 31]
    assert by_schulze(ballots) == {"E": 1, "A": 2, "C": 3, "B": 4, "D": 5}


def test_schulze_shares_places_where_ballots_cancel_out():
    assert by_schulze(ballots_of({"ABC": 1, "BAC": 1})) == {"A": 1, "B": 1, "C": 3}


def test_borda_by_hand_with_ties_and_an_area_left_out():
    ballots = [{"A": 9, "B": 5, "C": 5}, {"A": 3, "B": 8}]

    assert borda_points(ballots[0]) == {"A": 1, "B": Fraction(1, 4), "C": Fraction(1, 4)}
    assert borda_points(ballots[1]) == {"A": 0, "B": 1}
    assert by_borda(ballots) == {"B": 1, "A": 2, "C": 3}  # 5/8, 1/2, 1/4


def test_mean_shares_a_place_and_skips_the_next():
    assert by_mean([{"A": 7, "B": 7, "C": 2}]) == {"A": 1, "B": 1, "C": 3}


def test_range_says_what_one_member_could_change():
    ballots = [{"A": 9, "B": 1}, {"A": 5, "B": 6}, {"A": 5, "B": 6}]
    places = orders_of(ballots)

    assert by_mean(ballots) == {"A": 1, "B": 2}
    assert (places["mean"]["A"].best, places["mean"]["A"].worst) == (1, 2)
    assert (places["schulze"]["B"].place, places["schulze"]["B"].worst) == (1, 1)
    assert places["schulze"]["A"].best == 1  # without one of the last two, they tie


@given(BALLOTS, st.randoms(use_true_random=False))
def test_order_of_ballots_does_not_matter(ballots, chance):
    shuffled = chance.sample(ballots, len(ballots))

    assert orders_of(shuffled) == orders_of(ballots)


@given(BALLOTS)
def test_unanimous_favourite_wins_by_every_method(ballots):
    favoured = [
        {**{area: min(rating, 8) for area, rating in ballot.items()}, "F": 9} for ballot in ballots
    ]

    for name, method in METHODS.items():
        order = method(favoured)
        firsts = [area for area, place in order.items() if place == 1]
        others = len(order) > 1  # Borda orders nothing where nobody rated a second area
        assert (name, firsts) == (name, ["F"] if others or name != "borda" else [])


@given(BALLOTS)
def test_place_lies_in_its_range(ballots):
    for places in orders_of(ballots).values():
        for place in places.values():
            assert 1 <= place.best <= place.place <= place.worst


@pytest.mark.parametrize(
    ("sizes", "split"),
    [
        ({"standing": 3, "specialist": 3, "lay": 3}, True),
        ({"standing": 12, "specialist": 3, "lay": 2}, False),
        ({"standing": 9, "specialist": 3, "lay": 0}, True),
        ({"standing": 9, "specialist": 2, "lay": 0}, False),
        ({"standing": 9, "specialist": 0, "lay": 0}, False),
        ({}, False),
    ],
)
def test_groups_are_shown_whole_or_not_at_all(sizes, split):
    assert may_split(sizes) is split


def test_who_is_withdrawn_is_appointed_and_not_present():
    nine = set(range(9))
    whole = quorum_of(appointed=nine, present={0, 1, 2, 3, 4}, percent=50)
    fewer = quorum_of(appointed=nine, present={0, 1, 2, 3, 4}, withdrawn={0, 8}, percent=50)

    assert (whole.needed, whole.present, whole.is_reached) == (5, 5, True)
    assert (fewer.needed, fewer.present, fewer.is_reached, fewer.missing) == (5, 4, False, 1)
    assert not quorum_of(appointed=set(), present=set(), percent=50).is_reached


def test_who_is_present_without_being_appointed_does_not_count():
    assert quorum_of(appointed={1, 2}, present={1, 7, 8}, percent=100).present == 1
