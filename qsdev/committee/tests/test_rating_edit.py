"""Rating an area: in private, with a receipt, until the round closes."""

import re

import pytest

from qsdev.committee import actions
from qsdev.committee.models import ChairAction, InterestKind, Proposal, Rating
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions import end_role
from qsdev.topics.tests.pages import address, words_of


def filled(round, overall=8, version=0, **more):
    """The rating form with one figure everywhere."""
    scores = {f"criterion_{one.pk}": overall for one in round.criteria.all()}
    given = {"overall": overall, "proposal": "progress", "comment": "", "version": version}
    return scores | given | more


def page_of(round, place=0):
    return address("committee:rating_edit", round.number, round.rated_areas.all()[place].pk)


def withdraw(topic, members, key, area):
    """A member declares an interest and the chair withdraws them."""
    declared = actions.declare_interest(
        topic=topic, area=area, kind=InterestKind.INDIRECT, description="A cousin.", by=members[key]
    )
    return actions.act_on_interest(
        declaration=declared,
        action=ChairAction.WITHDRAWAL,
        reason="Too close.",
        version=1,
        by=members["chair"],
    )


def test_rating_is_saved_with_a_receipt_and_can_be_changed(open_round, rate):
    round = open_round()
    first = rate(round, 0, "lay_member", 7, comment=" Worth it. ")
    receipt = first.receipt
    changed = rate(round, 0, "lay_member", 9, version=1)

    assert Rating.objects.get() == changed
    assert (changed.overall, changed.version, changed.comment) == (9, 2, "")
    assert {one.score for one in changed.scores.all()} == {9}
    assert changed.receipt != receipt


def test_same_rating_sent_twice_is_saved_once(open_round, rate):
    round = open_round()
    first, second = (rate(round, 0, "lay_member", 7) for _ in range(2))

    assert Rating.objects.count() == 1
    assert first.receipt == second.receipt


def test_other_window_s_rating_is_not_overwritten(open_round, rate):
    round = open_round()
    rate(round, 0, "lay_member", 7)
    with pytest.raises(EditCollision) as collision:
        rate(round, 0, "lay_member", 3)
    rate(round, 0, "lay_member", 8, version=1)
    with pytest.raises(EditCollision):
        rate(round, 0, "lay_member", 2, version=1)

    assert collision.value.current.overall == 7
    assert Rating.objects.get().overall == 8


def test_nothing_is_saved_before_opening_or_after_closing(open_round, rate, members):
    round = actions.close_round(round=open_round(), by=members["chair"])
    with pytest.raises(RuleBroken, match="has closed, so this rating was not saved"):
        rate(round, 0, "lay_member", 7)
    assert not Rating.objects.exists()


def test_every_criterion_is_rated(open_round, rate):
    round = open_round()
    with pytest.raises(RuleBroken, match="each criterion"):
        rate(round, 0, "lay_member", 7, scores={})
    assert not Rating.objects.exists()


def test_who_does_not_vote_does_not_rate(open_round, demonstration, people):
    round = open_round()
    end_role(topic_role=demonstration.roles.get(user=people["lay_member"]), by=people["lead"])
    for key in ("lay_member", "observer", "invited_expert", "analyst"):
        with pytest.raises(RuleBroken, match="Only voting members"):
            actions.rate_area(
                rated_area=round.rated_areas.first(),
                overall=5,
                proposal=Proposal.DISCUSS,
                scores=dict.fromkeys(round.criteria.values_list("pk", flat=True), 5),
                by=people[key],
            )
    assert not Rating.objects.exists()


def test_withdrawn_member_finds_no_form_and_cannot_send_one(
    open_round, demonstration, members, member_client
):
    round = open_round()
    area = round.rated_areas.first().issued_area.area
    withdraw(demonstration, members, "lay_two", area)
    client = member_client("lay_two")

    page = client.get(page_of(round))
    assert "You take no part in this area" in words_of(page)
    assert 'type="radio"' not in page.content.decode()
    client.post(page_of(round), filled(round))
    assert not Rating.objects.exists()
    assert client.post(page_of(round, 1), filled(round)).status_code == 302
    assert Rating.objects.count() == 1


def test_member_withdrawn_from_the_topic_rates_no_area(open_round, demonstration, members, rate):
    round = open_round()
    withdraw(demonstration, members, "lay_two", None)
    with pytest.raises(RuleBroken, match="You take no part"):
        rate(round, 3, "lay_two", 7)


def test_form_gives_a_receipt_and_leads_to_the_next_area(open_round, member_client):
    round = open_round()
    client = member_client("standing_member")
    page = client.post(page_of(round), filled(round), follow=True)
    saved = Rating.objects.get()

    assert page.redirect_chain[-1][0] == page_of(round, 1)
    assert f"Receipt {saved.receipt}. You can change it until" in words_of(page)
    again = words_of(client.get(page_of(round)))
    assert f"receipt {saved.receipt}" in again


def test_form_says_which_scale_is_missing(open_round, member_client):
    round = open_round()
    page = member_client("standing_member").post(page_of(round), filled(round, overall=""))

    assert page.status_code == 422
    assert "Choose from 1 to 9 for “Overall”" in words_of(page)
    assert "Choose from 1 to 9 for “Can be measured”" in words_of(page)


def test_form_that_comes_too_late_keeps_what_was_typed(open_round, member_client, members):
    round = open_round()
    actions.close_round(round=round, by=members["chair"])
    page = member_client("standing_member").post(page_of(round), filled(round, comment="Typed."))

    assert page.status_code == 422
    assert "has closed, so this rating was not saved" in words_of(page)
    assert "Typed." in page.content.decode()
    assert not Rating.objects.exists()


def test_form_opened_in_two_windows_shows_both(open_round, member_client, rate):
    round = open_round()
    rate(round, 0, "standing_member", 4)
    page = member_client("standing_member").post(page_of(round), filled(round, overall=9))

    words = words_of(page)
    assert "changed this after you opened it" in words
    assert "What is saved: Need for improvement 4, Impact on outcomes 4, Can be measured 4" in words
    assert 'name="version" value="1"' in page.content.decode()
    assert Rating.objects.get().overall == 4


def test_second_round_shows_the_first_rating(open_round, member_client, rate, members):
    first = open_round()
    rate(first, 0, "standing_member", 4)
    actions.close_round(round=first, by=members["chair"])
    second = actions.plan_second_round(
        follows=first, opens_at=first.closed_at, closes_at=first.closes_at, by=members["chair"]
    )
    page = words_of(member_client("standing_member").get(page_of(second)))

    assert page.count("You gave 4 in the round before") == 4
    assert "You gave" not in words_of(member_client("lay_two").get(page_of(second)))


def test_pages_are_the_same_whatever_another_member_gave(open_round, member_client, rate):
    """Until the round closes: the bytes of every page of the round, for every other member."""
    round = open_round()
    pages = [
        page_of(round),
        address("committee:rating_round_detail", 1),
        address("committee:rating_results", 1),
        address("committee:area_order", 1),
        address("committee:committee_detail"),
    ]
    clients = [member_client(key) for key in ("standing_member", "observer", "analyst")]

    def seen():
        tokens = r'name="csrfmiddlewaretoken" value="[^"]+"'
        return [
            re.sub(tokens, "", client.get(page).content.decode())
            for client in clients
            for page in pages
        ]

    before = seen()
    rate(round, 0, "lay_two", 2, comment="Planted.")
    rate(round, 1, "lay_two", 9)
    assert seen() == before
