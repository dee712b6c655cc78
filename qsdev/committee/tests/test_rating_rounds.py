"""Rating rounds: what is fixed when, one at a time, and who may see what came out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.briefing.actions import withdraw_paper
from qsdev.committee import actions
from qsdev.committee.models import RatingRound, Reveal
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.models import AreaKind
from qsdev.topics.tests.pages import address, words_of

DAY = timedelta(days=1)


def test_round_rates_the_main_areas_on_three_criteria_unless_it_says_otherwise(open_round):
    round = open_round()

    assert {one.issued_area.kind for one in round.rated_areas.all()} == {AreaKind.MAIN}
    assert round.rated_areas.count() == 5
    assert list(round.criteria.values_list("name", flat=True)) == [
        "Need for improvement",
        "Impact on outcomes",
        "Can be measured",
    ]
    assert (round.least_high, round.most_low, round.is_open) == (70, 15, True)


def test_round_needs_an_issued_paper(demonstration, people):
    now = timezone.now()
    with pytest.raises(RuleBroken, match="issue the briefing paper first"):
        actions.plan_round(
            topic=demonstration, opens_at=now, closes_at=now + DAY, by=people["chair"]
        )
    assert not RatingRound.objects.exists()


def test_rounds_do_not_overlap(open_round, demonstration, members):
    round = open_round()
    later = round.closes_at - timedelta(hours=1)
    with pytest.raises(RuleBroken, match="one round is open at a time"):
        actions.plan_round(
            topic=demonstration, opens_at=later, closes_at=later + DAY, by=members["chair"]
        )
    assert RatingRound.objects.count() == 1


def test_round_whose_opening_time_is_past_opens_at_once(open_round, members, member_client):
    first = open_round(criteria=[])
    actions.close_round(round=first, by=members["chair"])
    page = address("committee:rating_round_repeat", 1)
    form = member_client("chair").get(page).context["form"]
    second = actions.plan_second_round(
        follows=first, opens_at=first.opens_at, closes_at=first.closes_at, by=members["chair"]
    )

    assert first.closed_at < second.opens_at <= timezone.now()
    assert second.is_open
    assert form.initial["opens_on"] == timezone.localdate()


def test_areas_and_thresholds_are_fixed_when_the_round_opens(open_round, members):
    now = timezone.now()
    round = open_round()
    later = now + 9 * DAY
    actions.change_rating_round(
        round=round, version=1, by=members["chair"], closes_at=later, least_high=60
    )

    round.refresh_from_db()
    assert (round.closes_at, round.least_high) == (later, 70)


def test_planned_round_changes_whole_and_only_from_the_version_that_was_opened(
    demonstration, issued, members
):
    now = timezone.now()
    times = {"opens_at": now + DAY, "closes_at": now + 2 * DAY}
    round = actions.plan_round(topic=demonstration, by=members["chair"], **times)
    areas = [one.issued_area for one in round.rated_areas.all()][:2]
    criteria = [("Can it be counted?", "No", "Yes")]
    change = {"round": round, "by": members["chair"], "areas": areas, "criteria": criteria}
    actions.change_rating_round(version=1, least_high=80, **times, **change)

    assert [one.issued_area for one in round.rated_areas.all()] == areas
    assert [one.name for one in round.criteria.all()] == ["Can it be counted?"]
    assert RatingRound.objects.get().least_high == 80
    with pytest.raises(EditCollision):
        actions.change_rating_round(version=1, least_high=90, **times, **change)
    assert RatingRound.objects.get().least_high == 80


def test_closed_round_stays_as_it_is(open_round, members):
    round = actions.close_round(round=open_round(), by=members["chair"])

    assert round.has_closed
    with pytest.raises(RuleBroken, match="not open"):
        actions.close_round(round=round, by=members["chair"])
    with pytest.raises(RuleBroken, match="it stays as it is"):
        actions.change_rating_round(
            round=round, version=1, by=members["chair"], closes_at=timezone.now() + DAY
        )


def test_second_round_keeps_criteria_and_threshold(open_round, members):
    first = open_round(least_high=75, criteria=[("Worth it", "No", "Yes")])
    now = timezone.now()
    times = {"opens_at": now + 8 * DAY, "closes_at": now + 9 * DAY}
    with pytest.raises(RuleBroken, match="not closed yet"):
        actions.plan_second_round(follows=first, by=members["chair"], **times)
    actions.close_round(round=first, by=members["chair"])
    second = actions.plan_second_round(follows=first, by=members["chair"], **times)

    assert (second.number, second.follows, second.least_high) == (2, first, 75)
    assert [one.name for one in second.criteria.all()] == ["Worth it"]
    assert second.rated_areas.count() == first.rated_areas.count()
    with pytest.raises(RuleBroken, match="follows rating round 1 already"):
        actions.plan_second_round(follows=first, by=members["chair"], **times)


def test_no_second_round_on_a_paper_that_was_withdrawn(open_round, members, people, issued):
    first = actions.close_round(round=open_round(), by=members["chair"])
    withdraw_paper(paper=issued, reason="A table is wrong.", by=people["lead"])
    first.paper.refresh_from_db()
    now = timezone.now()
    with pytest.raises(RuleBroken, match="withdrawn since"):
        actions.plan_second_round(
            follows=first, opens_at=now, closes_at=now + DAY, by=members["chair"]
        )


def test_result_is_revealed_area_by_area_and_never_before_closing(open_round, members):
    round = open_round(reveal=Reveal.BY_CHAIR)
    first, second = round.rated_areas.all()[:2]
    with pytest.raises(RuleBroken, match="still open"):
        actions.reveal_results(round=round, rated_area=first, by=members["chair"])
    actions.close_round(round=round, by=members["chair"])
    actions.reveal_results(round=round, rated_area=first, by=members["chair"])

    revealed = [one for one in round.rated_areas.all() if one.is_revealed]
    assert revealed == [first]
    assert second not in revealed


def test_chair_plans_changes_and_closes_a_round_in_the_browser_s_words(
    demonstration, issued, member_client
):
    client = member_client("chair")
    form = {
        **{
            "opens_on_day": "1",
            "opens_on_month": "3",
            "opens_on_year": "2030",
            "opens_time": "09:00",
        },
        **{
            "closes_on_day": "9",
            "closes_on_month": "3",
            "closes_on_year": "2030",
            "closes_time": "17:00",
        },
        "areas": [area.pk for area in issued.areas.filter(kind=AreaKind.MAIN)],
        "criteria": "Need | Little | Great",
        **{"least_high": "70", "most_low": "15", "reveal": "by_chair", "version": "0"},
    }
    page = client.post(address("committee:rating_round_create"), form, follow=True)
    assert "Rating round 1 is planned." in words_of(page)
    assert "Opens on 1 March 2030, 09:00" in words_of(page)

    wrong = client.post(address("committee:rating_round_edit", 1), {**form, "criteria": "Need"})
    assert "as name | words at 1 | words at 9" in words_of(wrong)
    refused = client.post(address("committee:rating_round_close", 1), follow=True)
    assert "Rating round 1 is not open." in words_of(refused)


def test_page_without_a_paper_teaches(demonstration, people, client_as):
    page = words_of(client_as("chair").get(address("committee:rating_round_create")))
    assert "No paper is issued" in page


@pytest.mark.parametrize("key", ["standing_member", "lay_member", "observer", "analyst"])
def test_only_chair_and_lead_run_rounds_and_see_who_has_rated(open_round, rate, member_client, key):
    round = open_round()
    rate(round, 0, "lay_two", 8)
    client = member_client(key)

    page = words_of(client.get(address("committee:rating_round_detail", 1)))
    assert "Who has rated" not in page
    assert client.post(address("committee:rating_round_close", 1)).status_code == 403
    assert "Lay Two" in words_of(
        member_client("chair").get(address("committee:rating_round_detail", 1))
    )
