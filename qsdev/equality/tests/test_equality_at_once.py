"""A stage is completed while others record: what is closed holds exactly what was recorded."""

import pytest

from qsdev.equality.models import EqualityIssue, Stage, StageCompletion
from qsdev.equality.tests.material import WORDS
from qsdev.errors import RuleBroken
from stakeholders.tests.test_triage_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 6


def test_no_issue_slips_into_a_stage_while_it_is_closed(assessment):
    assessment.issue()
    assessment.answer()

    def complete():
        while True:
            try:
                return assessment.complete()
            except RuleBroken as refusal:
                if "changed this stage" not in str(refusal):
                    raise

    outcomes = at_once([complete, *[lambda: assessment.issue(description=WORDS)] * WRITERS])

    closed, *others = outcomes
    recorded = [one for one in others if isinstance(one, EqualityIssue)]
    refused = [one for one in others if isinstance(one, RuleBroken)]
    assert len(recorded) + len(refused) == WRITERS
    numbers = [one["number"] for one in StageCompletion.objects.get().content["issues"]]
    assert closed.equality_stage.stage == Stage.ENGAGEMENT
    assert numbers == list(range(1, len(recorded) + 2))
    assert numbers == list(EqualityIssue.objects.values_list("number", flat=True))
