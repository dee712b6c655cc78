"""Several people record at one moment: one record stands, the others are told, nothing is lost."""

import pytest

from qsdev.audit.verification import verify_history
from qsdev.errors import EditCollision, RuleBroken
from qsdev.validation import actions
from qsdev.validation.models import (
    AgreedChange,
    AgreedOutcome,
    ChairAgreement,
    SupportingOrganisation,
    SupportState,
)
from stakeholders.models import Stakeholder
from stakeholders.tests.test_triage_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


def told(results, kind=RuleBroken):
    return sum(isinstance(one, kind) for one in results)


def test_of_several_records_of_one_outcome_one_stands(round, meeting, people):
    statement, standing = round.topic.statements.get(number=1), None
    for turn in (1, 2):
        results = at_once(
            [
                lambda number=number, standing=standing: actions.record_agreed_change(
                    meeting=meeting,
                    statement=statement,
                    outcome=AgreedOutcome.NO_CHANGE,
                    reason=f"Reason {number}.",
                    supersedes=standing,
                    by=people["chair"],
                )
                for number in range(PEOPLE)
            ]
        )
        assert told(results) == PEOPLE - 1
        assert AgreedChange.objects.count() == turn
        standing = AgreedChange.objects.current().get()
    assert [one.problems for one in verify_history()] == [[], []]


def test_wording_is_agreed_once(round, meeting, people):
    version = round.topic.statements.get(number=1).latest

    def agree():
        return actions.agree_wording(statement_version=version, by=people["chair"])

    assert told(at_once([agree] * PEOPLE)) == PEOPLE - 1
    assert ChairAgreement.objects.standing().count() == 1


def test_supporter_is_added_once_and_taken_on_by_one(round, people):
    organisation = Stakeholder.objects.organisations().first()

    def add():
        return actions.add_supporter(
            topic=round.topic, stakeholder=organisation, by=people["analyst"]
        )

    assert told(at_once([add] * PEOPLE)) == PEOPLE - 1

    def invite():
        row = SupportingOrganisation.objects.get(pk=added.pk)
        row.version = added.version  # as each of them had opened it
        return actions.change_supporter(
            organisation=row,
            version=added.version,
            state=SupportState.INVITED,
            by=people["analyst"],
        )

    added = SupportingOrganisation.objects.get()
    results = at_once([invite] * PEOPLE)
    assert told(results, (RuleBroken, EditCollision)) == PEOPLE - 1
    assert added.history.count() == 2
