"""Validation with a row of every kind, so that each of its addresses leads somewhere."""

from qsdev.consultation.models import Interest
from qsdev.validation import actions
from qsdev.validation.models import StepKind, StepOutcome
from qsdev.validation.tests.material import (
    TAKEN_ON,
    build_without_files,
    hold_second_meeting,
)


def begin(topic, people):
    """The second meeting with its package, an outcome, an agreement, a step and a supporter."""
    by, meeting = people["lead"], hold_second_meeting(topic)
    actions.add_question(meeting=meeting, text="Is it measurable?", by=by)
    build_without_files(meeting, by)
    actions.issue_package(meeting=meeting, by=by)
    statement = topic.statements.get(number=1)
    actions.record_agreed_change(
        meeting=meeting,
        statement=statement,
        outcome="changed",
        statement_version=statement.latest,
        themes=topic.comment_themes.all(),
        reason="To be tested.",
        by=by,
    )
    actions.agree_wording(statement_version=statement.latest, by=people["chair"])
    actions.record_step(
        topic=topic,
        kind=StepKind.REFERRING_BODY,
        body="Department of Health",
        taken_on=TAKEN_ON,
        outcome=StepOutcome.APPROVED,
        by=by,
    )
    topic.organisation_responses.update(interest=Interest.YES)
    actions.take_over_interest(topic=topic, by=by)


def words_of_addresses(topic):
    """What stands in the addresses of validation beside the topic's own slug."""
    words = {
        "question_edit": pk_of(topic.committee_questions),
        "question_remove": pk_of(topic.committee_questions),
        "package_download": {"format": "docx"},
        "issued_package_download": {"format": "docx"},
        "package_withdraw": {"version": 1},
        "agreed_change_create": {"number": 1},
        "wording_agree": {"number": 1},
        "wording_withdraw": {"number": 1},
        "step_correct": pk_of(topic.validation_steps),
        "supporter_edit": pk_of(topic.supporting_organisations),
    }
    return {f"validation:{name}": said for name, said in words.items()}


def pk_of(rows):
    return {"pk": rows.first().pk}
