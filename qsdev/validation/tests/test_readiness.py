"""What must be done before publication: everything named, nothing once it is done."""

import pytest

from qsdev.consultation.actions import redact_comment
from qsdev.consultation.tests.material import new_version
from qsdev.topics.actions import open_round
from qsdev.validation import actions
from qsdev.validation.models import AgreedChange, StepKind, StepOutcome
from qsdev.validation.readiness import outstanding
from qsdev.validation.tests.material import TAKEN_ON, agree_all, approve, issue_report
from statements.actions import remove_statement


def words(topic):
    return [one.words for one in outstanding(topic)]


@pytest.fixture
def ready(round, theme, meeting, people):
    """A topic of which nothing is outstanding."""
    issue_report(round, people["lead"])
    agree_all(meeting, people)
    approve(round.topic, people)
    return round.topic


def test_everything_is_named_in_the_order_of_the_process(round, comments):
    statements = [
        line
        for number in (1, 2, 3, 4)
        for line in (
            f"Record what was agreed on statement {number}.",
            f"The chair has not agreed the wording of statement {number}, version 2.",
        )
    ]
    assert words(round.topic) == [
        "Agree the response to 5 comments.",
        "Issue the consultation summary report.",
        *statements,
        "Record that Guidance Executive approved the standard.",
        "Record that the referring body approved the standard.",
    ]


def test_nothing_is_outstanding_once_all_is_done(ready):
    assert words(ready) == []


def test_words_that_changed_without_the_committee_are_named(ready, people):
    version = new_version(ready, 1, "Everybody is looked at.", people["analyst"])
    actions.agree_wording(statement_version=version, by=people["chair"])
    assert words(ready) == [
        "Statement 1 differs from what was consulted on, though no change was agreed: record the"
        " change, or restore the words."
    ]


def test_report_that_a_redaction_withholds_is_to_be_issued_anew(ready, comments, people):
    comment = ready.comments.order_by("number").first()
    redact_comment(
        comment=comment, passage=comment.text.split()[0], reason="Private.", by=people["lead"]
    )
    (said,) = words(ready)
    assert "withdraw it, and issue it anew" in said


def test_topic_without_a_consultation_or_statements_has_both_to_come(demonstration):
    assert words(demonstration)[:2] == [
        "Hold the consultation.",
        "Draft the statements of the standard.",
    ]


def test_skipped_consultation_leaves_nothing_to_answer(demonstration, people):
    opens = demonstration.rounds.first()
    round = open_round(
        topic=demonstration,
        kind="consultation",
        opens_at=opens.opens_at,
        closes_at=opens.closes_at,
        by=people["lead"],
    )
    type(round).objects.filter(pk=round.pk).update(state="skipped")
    assert words(demonstration)[0] == "Draft the statements of the standard."


def test_later_wording_waits_for_the_chair_again(ready, people):
    new_version(ready, 2, "Later words.", people["analyst"])
    changed, waiting = words(ready)
    assert changed.startswith("Statement 2 differs from what was consulted on")
    assert waiting == "The chair has not agreed the wording of statement 2, version 3."


def recorded(topic, outcome, people):
    standing = AgreedChange.objects.current().get(statement__number=3, topic=topic)
    actions.record_agreed_change(
        meeting=standing.meeting,
        statement=standing.statement,
        outcome=outcome,
        reason="Heard again.",
        supersedes=standing,
        by=people["chair"],
    )


def test_statement_referred_back_or_to_be_removed_is_not_settled(ready, people):
    recorded(ready, "referred_back", people)
    assert words(ready) == ["Statement 3 was referred back: record what is agreed in the end."]
    recorded(ready, "removed", people)
    assert words(ready) == ["Remove statement 3, as the committee agreed."]
    statement = ready.statements.get(number=3)
    remove_statement(
        statement=statement, version=statement.version, reason="Agreed.", by=people["analyst"]
    )
    assert words(ready) == []


def test_what_a_body_said_last_counts(ready, people):
    about = {"topic": ready, "kind": StepKind.GUIDANCE_EXECUTIVE, "by": people["lead"]}
    actions.record_step(
        taken_on=TAKEN_ON.replace(day=30), outcome=StepOutcome.NOT_APPROVED, **about
    )
    assert words(ready) == ["Guidance Executive did not approve the standard: record its approval."]
    actions.record_step(
        taken_on=TAKEN_ON.replace(day=31), outcome=StepOutcome.APPROVED_WITH_CHANGES, **about
    )
    assert words(ready) == []


def test_every_body_that_was_asked_must_approve(ready, people):
    actions.record_step(
        topic=ready,
        kind=StepKind.REFERRING_BODY,
        body="Department for Education",
        taken_on=TAKEN_ON,
        outcome=StepOutcome.NOT_APPROVED,
        by=people["lead"],
    )
    assert words(ready) == [
        "Department for Education did not approve the standard: record its approval."
    ]


def test_reading_it_takes_as_many_queries_for_any_number_of_statements(
    round, comments, theme, meeting, people, django_assert_max_num_queries
):
    agree_all(meeting, people)
    approve(round.topic, people)
    with django_assert_max_num_queries(12):
        assert words(round.topic) == ["Issue the consultation summary report."]
