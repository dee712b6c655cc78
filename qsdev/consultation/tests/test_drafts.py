"""The draft goes to consultation with its questions, frozen as it stood."""

import pytest

from qsdev.consultation import actions
from qsdev.consultation.tests.material import new_version
from qsdev.errors import RuleBroken
from qsdev.topics.actions import open_round
from qsdev.topics.models import RoundKind


def planned(round, people, kind=RoundKind.CONSULTATION):
    """Another round of the same topic, without a draft."""
    return open_round(
        topic=round.topic,
        kind=kind,
        opens_at=round.opens_at,
        closes_at=round.closes_at,
        by=people["lead"],
    )


def test_draft_holds_the_statements_and_the_standard_questions(round):
    statements = round.consultation_draft.statements.all()
    assert [one.number for one in statements] == [1, 2, 3, 4]
    assert [one.is_standard for one in round.questions.all()] == [True] * 3


def test_issued_words_stay_when_the_statement_changes(round, people):
    before = round.consultation_draft.statements.get(number=1).text
    new_version(round.topic, 1, "Something else.", people["analyst"])
    assert round.consultation_draft.statements.get(number=1).text == before


def test_draft_is_issued_once(round, people):
    with pytest.raises(RuleBroken, match="issued already"):
        actions.issue_draft(round=round, by=people["lead"])


def test_engagement_exercise_has_no_draft(round, people):
    engagement = planned(round, people, RoundKind.ENGAGEMENT)
    with pytest.raises(RuleBroken, match="Choose a consultation"):
        actions.issue_draft(round=engagement, by=people["lead"])


def test_own_questions_follow_the_standard_ones(round, people):
    other, by = planned(round, people), people["analyst"]
    actions.add_question(round=other, text="Is it clear?", by=by)
    last = actions.add_question(round=other, text="Is it short?", by=by)
    actions.remove_question(question=other.questions.get(number=4), by=by)
    last.refresh_from_db()
    assert (last.number, other.questions.count()) == (4, 4)


def test_standard_question_stays(round, people):
    other = planned(round, people)
    actions.add_question(round=other, text="Is it clear?", by=people["analyst"])
    with pytest.raises(RuleBroken, match="every consultation"):
        actions.remove_question(question=other.questions.get(number=1), by=people["analyst"])
    assert other.questions.count() == 4


def test_questions_stay_once_the_draft_is_issued(round, people):
    with pytest.raises(RuleBroken, match="stay as they are"):
        actions.add_question(round=round, text="Is it clear?", by=people["analyst"])
    assert round.questions.count() == 3
