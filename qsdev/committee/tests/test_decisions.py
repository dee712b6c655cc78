"""Decisions: with a reason, with a quorum, and corrected only by a decision that names the old."""

import pytest

from qsdev.committee import actions
from qsdev.committee.models import Decision, Outcome, prioritised_areas
from qsdev.committee.tests.test_meetings import arrive, opened, planned
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.errors import RuleBroken
from qsdev.topics.models import AdditionalReason
from qsdev.topics.tests.pages import address, words_of

__all__ = ["opened", "planned"]
FIVE = ("chair", "standing_member", "standing_two", "lay_member", "lay_two")


@pytest.fixture
def decide(opened, members, issued):
    """`decide(0, Outcome.PRIORITISED)`: the chair records a decision on the area at a place."""
    arrive(opened, members, *FIVE)

    def decided(place, outcome, reason="It matters.", **more):
        return actions.record_decision(
            meeting=opened,
            issued_area=issued.areas.all()[place],
            outcome=outcome,
            reason=reason,
            by=members["chair"],
            **more,
        )

    return decided


def test_prioritised_areas_are_those_whose_standing_decision_says_so(decide, demonstration, issued):
    areas = [one.area for one in issued.areas.all()]
    first = decide(0, Outcome.PRIORITISED, conditions="Data must be found.")
    decide(1, Outcome.NOT_PRIORITISED)
    decide(2, Outcome.MERGED, merged_with=issued.areas.first())
    decide(3, Outcome.ADDITIONAL, additional_reason=AdditionalReason.NOT_IN_SOURCE)
    decide(4, Outcome.DEFERRED)

    assert list(prioritised_areas(demonstration)) == [areas[0]]
    assert (first.conditions, first.item.title) == ("Data must be found.", areas[0].title)
    assert [one.outcome for one in areas[2].decisions.all()] == ["merged"]


def test_decision_is_corrected_only_by_one_that_names_it(decide, demonstration):
    old = decide(0, Outcome.PRIORITISED)
    with pytest.raises(RuleBroken, match="corrects the old one"):
        decide(0, Outcome.DEFERRED)
    new = decide(0, Outcome.DEFERRED, supersedes=old)
    with pytest.raises(RuleBroken, match="just now"):
        decide(0, Outcome.NOT_PRIORITISED, supersedes=old)

    assert list(Decision.objects.current()) == [new]
    assert not Decision.objects.get(pk=old.pk).is_current
    assert not prioritised_areas(demonstration).exists()


@pytest.mark.parametrize(
    ("outcome", "more", "words"),
    [
        (Outcome.PRIORITISED, {"reason": " "}, "Say why"),
        (Outcome.MERGED, {}, "with which other area"),
        (Outcome.ADDITIONAL, {}, "agreed reason"),
    ],
)
def test_decision_says_all_that_its_outcome_needs(decide, outcome, more, words):
    with pytest.raises(RuleBroken, match=words):
        decide(0, outcome, **more)
    assert not Decision.objects.exists()


def test_area_is_not_merged_with_itself(decide, issued):
    with pytest.raises(RuleBroken, match="with which other area"):
        decide(0, Outcome.MERGED, merged_with=issued.areas.first())


def test_without_a_quorum_an_area_can_only_be_deferred(decide, opened, members):
    actions.note_leaving(meeting=opened, person=members["lay_two"], by=members["chair"])
    with pytest.raises(RuleBroken, match="4 of 5 voting members"):
        decide(0, Outcome.PRIORITISED)

    assert decide(0, Outcome.DEFERRED).is_current


def test_withdrawn_members_do_not_make_the_quorum(decide, demonstration, members, issued):
    withdraw(demonstration, members, "lay_two", issued.areas.first().area)
    with pytest.raises(RuleBroken, match="no quorum for this area"):
        decide(0, Outcome.PRIORITISED)

    assert decide(1, Outcome.PRIORITISED).is_current


def test_decisions_are_recorded_only_while_the_meeting_is_under_way(decide, opened, members):
    actions.end_meeting(meeting=opened, by=members["chair"])
    with pytest.raises(RuleBroken, match="not under way"):
        decide(0, Outcome.PRIORITISED)


def test_chair_records_and_corrects_on_the_page(decide, opened, issued, member_client):
    client = member_client("chair")
    area = issued.areas.first()
    page = address("committee:decision_create", opened.pk, area.pk)
    wrong = client.post(page, {"outcome": "merged", "reason": "Alike."})
    assert "Choose the area with which it is merged" in words_of(wrong)
    client.post(page, {"outcome": "deferred", "reason": "Data is missing."})
    old = Decision.objects.get()
    late = client.post(page, {"outcome": "prioritised", "reason": "It was found."})
    assert "was decided on already" in words_of(late)
    assert f'name="standing" value="{old.pk}"' in late.content.decode()
    client.post(page, {"outcome": "prioritised", "reason": "It was found.", "standing": old.pk})

    shown = words_of(member_client("observer").get(address("committee:decision_list")))
    assert "Prioritised It was found." in shown
    assert "Replaced: deferred. Data is missing." in shown
    assert Decision.objects.current().get().supersedes == old


def test_decisions_page_says_what_is_open(decide, issued, member_client):
    decide(0, Outcome.PRIORITISED)
    page = words_of(member_client("lay_two").get(address("committee:decision_list")))

    assert f"Not decided yet {issued.areas.all()[1].title}" in page
