"""What a closed round came to: every figure worked out by hand, and nothing shown too soon."""

from fractions import Fraction

import pytest

from qsdev.committee import actions
from qsdev.committee.models import Reveal
from qsdev.committee.results import order_of, results_of
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.topics.tests.pages import address, count_queries, words_of

KEYS = (
    *("chair", "standing_member", "standing_two"),
    *("specialist_member", "specialist_two", "specialist_three"),
    *("lay_member", "lay_two", "lay_three"),
)


@pytest.fixture
def closed(open_round, rate, members):
    """A closed round whose first two areas nine members rated."""

    def close(first=(8, 9, 8, 9, 7, 8, 9, 8, 2), second=(5, 6, 4, 7, 7, 8, 3, 5, 1), **options):
        round = open_round(**options)
        for place, ratings in enumerate((first, second)):
            for key, overall in zip(KEYS, ratings, strict=True):
                if overall:
                    rate(round, place, key, overall)
        return actions.close_round(round=round, by=members["chair"])

    return close


def test_figures_by_hand(closed, members):
    result = results_of(closed(), reader=members["lay_three"], sees_all=True)[0]
    found = result.figures

    assert (result.raters, result.own.overall, result.withdrawn, result.not_rated) == (9, 2, 0, ())
    assert found.counts == (0, 1, 0, 0, 0, 0, 1, 4, 3)
    assert (found.median, found.lowest, found.highest) == (8, 2, 9)
    assert found.mean == Fraction(68, 9)
    assert found.share_high == Fraction(800, 9)  # eight of nine
    assert found.share_low == Fraction(100, 9)  # one of nine
    assert (found.p30, found.p70, found.ipr) == (8, 9, 1)  # at places 3 and 7 of nine
    assert found.ipras == Fraction("7.6")  # 2.35 + 1.5 × 3.5
    assert result.has_consensus
    assert result.proposals == (("Progress", 9), ("Discuss", 0), ("Do not progress", 0))


def test_groups_of_three_are_shown_apart(closed, members):
    groups = dict(results_of(closed(), reader=members["chair"], sees_all=True)[0].groups)

    assert {name: found.median for name, found in groups.items()} == {
        "Standing members": 8,
        "Specialist members": 8,
        "Lay members": 8,
    }
    assert {name: found.raters for name, found in groups.items()} == dict.fromkeys(groups, 3)


def test_no_group_is_shown_where_one_has_two(closed, members):
    round = closed(first=(8, 9, 8, 9, 7, 8, 9, 8, 0))

    result = results_of(round, reader=members["chair"], sees_all=True)[0]
    assert result.groups == ()
    assert result.not_rated == ("Lay Three",)


def test_withdrawn_member_is_left_out_of_the_figures(
    open_round, closed, demonstration, members, issued
):
    withdraw(demonstration, members, "lay_three", issued.areas.first().area)
    round = closed(first=(8, 9, 8, 9, 7, 8, 9, 8, 0))

    first, second = results_of(round, reader=members["lay_three"], sees_all=True)[:2]
    assert (first.raters, first.figures.lowest, first.withdrawn, first.own) == (8, 7, 1, None)
    assert first.not_rated == ()
    assert (second.raters, second.withdrawn) == (9, 0)


def test_withdrawal_after_closing_changes_no_figure(closed, demonstration, members):
    """The difference would be that member's own rating."""
    round = closed()
    before = results_of(round, reader=members["chair"], sees_all=True)[0].figures
    withdraw(demonstration, members, "lay_three", round.rated_areas.first().issued_area.area)

    assert results_of(round, reader=members["chair"], sees_all=True)[0].figures == before


def test_figures_of_fewer_than_three_are_not_shown(closed, member_client):
    round = closed(first=(8, 2, 0, 0, 0, 0, 0, 0, 0))
    page = words_of(member_client("chair").get(address("committee:rating_results", round.number)))

    assert "Fewer than three members rated this area" in page


def test_order_by_hand(closed):
    """First area: 8 members of nine rate it above the second; the ninth rates it 2 to 1."""
    first, second = order_of(closed())

    assert [place.place for place in first.places] == [1, 1, 1, 1]
    assert [place.place for place in second.places] == [2, 2, 2, 2]
    assert all(place.is_firm for place in first.places)


def test_second_round_stands_beside_the_first(closed, members, rate):
    first = closed()
    second = actions.plan_second_round(
        follows=first, opens_at=first.closed_at, closes_at=first.closes_at, by=members["chair"]
    )
    for key in KEYS:
        rate(second, 0, key, 9)
    actions.close_round(round=second, by=members["chair"])

    result = results_of(second, reader=members["lay_three"], sees_all=True)[0]
    assert (result.figures.median, result.earlier.figures.median) == (9, 8)
    assert (result.own.overall, result.earlier.own.overall) == (9, 2)


def test_members_see_only_what_the_chair_revealed(closed, members, member_client):
    round = closed(reveal=Reveal.BY_CHAIR)
    page = address("committee:rating_results", 1)
    order = address("committee:area_order", 1)
    client = member_client("lay_two")
    hidden = words_of(client.get(page))
    actions.reveal_results(round=round, rated_area=round.rated_areas.first(), by=members["chair"])
    shown = words_of(client.get(page))

    assert ("Median" in hidden, "No result is revealed yet" in hidden) == (False, True)
    assert shown.count("Your rating") == 1
    assert "has not revealed the other areas" in shown
    assert "the result of every area is revealed" in words_of(client.get(order))
    assert words_of(member_client("chair").get(page)).count("Your rating") == 2
    actions.reveal_results(round=round, by=members["chair"])
    assert "Schulze" in words_of(client.get(order))


def test_first_round_that_was_not_revealed_does_not_show_in_the_second(
    closed, members, rate, member_client
):
    first = closed(reveal=Reveal.BY_CHAIR)
    second = actions.plan_second_round(
        follows=first, opens_at=first.closed_at, closes_at=first.closes_at, by=members["chair"]
    )
    for key in KEYS:
        rate(second, 0, key, 9)
    actions.close_round(round=second, by=members["chair"])
    actions.reveal_results(round=second, by=members["chair"])
    results = address("committee:rating_results", 2)

    assert words_of(member_client("lay_three").get(results)).count("(before: 2)") == 1
    assert "(before: 8)" not in words_of(member_client("lay_three").get(results))
    assert "(before: 8)" in words_of(member_client("chair").get(results))


def test_order_waits_for_seven_raters_and_ranges_for_nine(closed):
    eight = closed(first=(8, 9, 8, 9, 7, 8, 9, 8, 0))

    assert {place.best for one in order_of(eight) for place in one.places} == {None}


def test_no_order_of_six(closed):
    assert order_of(closed(first=(8,) * 6 + (0,) * 3, second=(7,) * 6 + (0,) * 3)) == []


def test_comments_reach_the_chair_without_names_and_no_member(
    open_round, rate, members, member_client
):
    round = open_round()
    for key in KEYS:
        rate(round, 0, key, 7, comment="Comment of a member." if key == "lay_two" else "")
    actions.close_round(round=round, by=members["chair"])
    page = address("committee:rating_results", 1)

    chair = words_of(member_client("chair").get(page))
    assert "Comment of a member." in chair
    assert "Lay Two" not in chair
    for key in ("lay_two", "observer", "analyst"):
        assert "Comment of a member." not in words_of(member_client(key).get(page))


def test_results_take_as_many_queries_for_two_areas_as_for_five(closed, member_client, rate):
    round = closed()
    client = member_client("chair")
    page = address("committee:rating_results", 1)
    two = count_queries(client, page)
    type(round).objects.filter(pk=round.pk).update(closed_at=None)
    for place in (2, 3, 4):
        for key in KEYS:
            rate(round, place, key, 6)
    actions.close_round(round=round, by=round.paper.issued_by)

    assert count_queries(client, page) == two
