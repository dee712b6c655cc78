"""Cohen's kappa, by figures worked out by hand."""

import pytest

from stakeholders.agreement import agreement, words_for


def pairs(table):
    return [pair for pair, count in table.items() for _ in range(count)]


def test_kappa_of_two_readers_of_fifty_grants():
    found = agreement(pairs({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}))

    # 35 of 50 alike; by chance .5 x .6 + .5 x .4 = .5, so (.7 - .5) / .5
    assert (found.items, found.agreed, found.share) == (50, 35, 0.7)
    assert found.kappa == pytest.approx(0.4)


def test_kappa_is_one_where_all_is_alike_and_below_zero_where_nothing_is():
    assert agreement([("a", "a"), ("b", "b")]).kappa == 1
    assert agreement([("a", "b"), ("b", "a")]).kappa == -1


def test_kappa_is_not_defined_where_both_know_one_place_alone():
    assert agreement([("a", "a")] * 3).kappa is None


def test_nothing_is_no_agreement():
    assert agreement([]) is None


@pytest.mark.parametrize(
    ("kappa", "words"),
    [(0.9, "almost perfect"), (0.8, "substantial"), (0.41, "moderate"), (0.3, "fair"),
     (0.1, "slight"), (0.0, "slight"), (-0.2, "poor")],
)  # fmt: skip
def test_words_are_those_of_landis_and_koch(kappa, words):
    assert words_for(kappa) == words
