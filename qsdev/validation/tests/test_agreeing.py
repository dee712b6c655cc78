"""What the committee agreed on a statement, and the chair on its wording."""

import pytest

from qsdev.committee.actions import end_meeting, note_leaving
from qsdev.committee.tests.conftest import members
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.consultation.tests.material import new_version
from qsdev.errors import RuleBroken
from qsdev.validation import actions
from qsdev.validation.models import AgreedChange, ChairAgreement
from statements.actions import remove_statement

__all__ = ["members"]


@pytest.fixture
def agree(round, meeting, people):
    """Records an outcome on statement 1."""

    def recorded(outcome="no_change", reason="It is clear.", number=1, **said):
        statement = round.topic.statements.get(number=number)
        said = {"meeting": meeting, "by": people["analyst"]} | said
        return actions.record_agreed_change(
            statement=statement, outcome=outcome, reason=reason, **said
        )

    return recorded


def test_change_names_its_version_and_the_themes_that_led_to_it(round, theme, agree, people):
    version = new_version(round.topic, 1, "Children are assessed.", people["analyst"])
    agreed = agree("changed", statement_version=version, themes=[theme])
    agreed.refresh_from_db()
    assert (agreed.statement_version, list(agreed.themes.all())) == (version, [theme])
    assert list(theme.agreed_changes.all()) == [agreed]


def test_change_is_refused_without_a_version_or_with_one_consulted_on(round, agree):
    consulted = round.topic.statements.get(number=1).latest
    for version, words in ((None, "Choose the version"), (consulted, "after consultation")):
        with pytest.raises(RuleBroken, match=words):
            agree("changed", statement_version=version)
    assert not AgreedChange.objects.exists()


def test_version_of_another_statement_cannot_carry_the_change(round, agree, people):
    other = new_version(round.topic, 2, "Something else.", people["analyst"])
    with pytest.raises(RuleBroken, match="of this statement"):
        agree("changed", statement_version=other)


def test_outcome_needs_a_reason_and_an_opened_meeting(agree, planned):
    with pytest.raises(RuleBroken, match="Say why"):
        agree(reason=" ")
    with pytest.raises(RuleBroken, match="not opened yet"):
        agree(meeting=planned)
    assert not AgreedChange.objects.exists()


def test_statement_that_was_removed_can_only_be_recorded_as_that(round, agree, people):
    statement = round.topic.statements.get(number=1)
    remove_statement(
        statement=statement, version=statement.version, reason="Agreed.", by=people["analyst"]
    )
    with pytest.raises(RuleBroken, match="record that it is to be removed"):
        agree()
    assert agree("removed").outcome == "removed"


def test_correction_names_what_it_takes_the_place_of_and_leaves_it_there(agree):
    first = agree()
    with pytest.raises(RuleBroken, match="recorded already"):
        agree("removed")
    second = agree("referred_back", reason="Misheard.", supersedes=first)
    with pytest.raises(RuleBroken, match="Somebody else"):
        agree("removed", supersedes=first)
    assert list(AgreedChange.objects.current()) == [second]
    assert AgreedChange.objects.count() == 2


def test_too_few_refer_back_and_agree_nothing_else(agree, meeting):
    kept = meeting.presences.first()
    meeting.presences.exclude(pk=kept.pk).delete()
    with pytest.raises(RuleBroken, match="no quorum for this statement: 1 of "):
        agree()
    assert not AgreedChange.objects.exists()
    assert agree("referred_back").outcome == "referred_back"


def test_who_is_withdrawn_from_the_area_does_not_count(members, round, agree):
    area = round.topic.statements.get(number=1).area
    for key in list(members)[1:6]:
        withdraw(round.topic, members, key, area)
    with pytest.raises(RuleBroken, match="no quorum for this statement: 4 of 5 voting"):
        agree()


def test_meeting_that_ended_counts_as_it_was_when_fullest(agree, meeting, people):
    everyone = list(meeting.presences.all())
    for one in everyone[1:]:
        note_leaving(meeting=meeting, person=one.person, by=people["chair"])
    end_meeting(meeting=meeting, by=people["chair"])
    meeting.refresh_from_db()
    assert agree().meeting == meeting


def test_later_version_needs_the_chairs_agreement_anew(round, people):
    statement = round.topic.statements.get(number=1)
    agreement = actions.agree_wording(statement_version=statement.latest, by=people["chair"])
    with pytest.raises(RuleBroken, match="agreed already"):
        actions.agree_wording(statement_version=statement.latest, by=people["chair"])
    later = new_version(round.topic, 1, "Other words.", people["analyst"])
    assert not later.chair_agreements.exists()
    with pytest.raises(RuleBroken, match="changed meanwhile"):
        actions.agree_wording(statement_version=agreement.statement_version, by=people["chair"])
    assert actions.agree_wording(statement_version=later, by=people["chair"]).pk


def test_agreement_is_taken_back_with_a_reason_and_can_be_given_again(round, people):
    version, by = round.topic.statements.get(number=1).latest, people["chair"]
    agreement = actions.agree_wording(statement_version=version, by=by)
    with pytest.raises(RuleBroken, match="Say why"):
        actions.withdraw_agreement(agreement=agreement, reason="", by=by)
    actions.withdraw_agreement(agreement=agreement, reason="A word is missing.", by=by)
    assert not ChairAgreement.objects.standing().exists()
    with pytest.raises(RuleBroken, match="taken back already"):
        actions.withdraw_agreement(agreement=agreement, reason="Again.", by=by)
    again = actions.agree_wording(statement_version=version, by=by)
    assert list(ChairAgreement.objects.standing()) == [again]
