"""Putting the draft standard to consultation: its questions, and the versions that are issued."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.builds.actions import ask_for_document
from qsdev.consultation.models import (
    DRAFT,
    STANDARD_QUESTIONS,
    ConsultationDraft,
    ConsultationQuestion,
    DraftStatement,
)
from qsdev.errors import RuleBroken
from qsdev.jobs import actions as jobs
from qsdev.topics.models import RoundKind, RoundState, Topic
from statements.models import StatementVersion

ISSUED = "The draft was issued with its questions, so they stay as they are."


@transaction.atomic
def add_question(*, round, text, by):
    """Add a question of the topic's own, after the standard ones."""
    check_not_issued(round)
    add_standard_questions(round)
    last = round.questions.aggregate(last=Max("number"))["last"]
    question = ConsultationQuestion.objects.create(
        topic_id=round.topic_id, round=round, number=last + 1, text=text.strip()
    )
    record("added_question", question, by=by)
    return question


def add_standard_questions(round):
    """Add the questions that every consultation asks, if the round has none yet."""
    Topic.objects.select_for_update().get(pk=round.topic_id)
    if not round.questions.exists():
        ConsultationQuestion.objects.bulk_create(
            ConsultationQuestion(
                topic_id=round.topic_id, round=round, number=number, text=text, is_standard=True
            )
            for number, text in enumerate(STANDARD_QUESTIONS, start=1)
        )


def check_not_issued(round):
    """Refuse to change what was put to consultation."""
    if ConsultationDraft.objects.filter(round=round).exists():
        raise RuleBroken(ISSUED)


@transaction.atomic
def change_question(*, question, text, by):
    """Change the words of a question of the topic's own."""
    check_not_issued(question.round)
    if question.is_standard:
        raise RuleBroken("This question is asked in every consultation, so it stays as it is.")
    question.text = text.strip()
    question.save(update_fields=["text"])
    record("changed_question", question, by=by)
    return question


@transaction.atomic
def remove_question(*, question, by):
    """Remove a question of the topic's own; those after it move up."""
    check_not_issued(question.round)
    if question.is_standard:
        raise RuleBroken("This question is asked in every consultation, so it stays.")
    record("removed_question", question, by=by)
    after = question.round.questions.filter(number__gt=question.number)
    question.delete()
    for later in after:
        ConsultationQuestion.objects.filter(pk=later.pk).update(number=later.number - 1)


@transaction.atomic
def issue_draft(*, round, by):
    """Put the draft to consultation: the statements in the versions that stand now, frozen."""
    if round.kind != RoundKind.CONSULTATION or round.state == RoundState.SKIPPED:
        raise RuleBroken("Choose a consultation that is not skipped.")
    topic = Topic.objects.select_for_update().get(pk=round.topic_id)
    versions = list(StatementVersion.objects.standing_in(topic))
    if not versions:
        raise RuleBroken("Draft a statement first: there is nothing to be consulted on.")
    add_standard_questions(round)
    try:
        with transaction.atomic():
            draft = ConsultationDraft.objects.create(topic=topic, round=round, issued_by=by)
    except IntegrityError as error:
        raise RuleBroken("The draft of this consultation was issued already.") from error
    DraftStatement.objects.bulk_create(
        DraftStatement(
            draft=draft,
            statement_version=version,
            number=version.statement.number,
            title=version.title,
            text=version.text,
        )
        for version in versions
    )
    ask_for_document(topic=topic, kind=DRAFT, subject_id=round.pk, by=by)
    kept = [version.pk for version in versions]
    record("issued_draft", draft, by=by, round=round.pk, versions=kept)
    return draft


@transaction.atomic
def withdraw_draft(*, draft, reason, by):
    """Withdraw a draft that was issued, with the reason, while nobody has responded to it.

    Its questions can be changed then, and the draft can be issued again as it stands by then.
    """
    if not reason.strip():
        raise RuleBroken("Give the reason why it is withdrawn.")
    topic = Topic.objects.select_for_update().get(pk=draft.topic_id)
    draft.refresh_from_db()
    round = draft.round
    if round is None:
        raise RuleBroken("This draft was withdrawn already.")
    check_nobody_responded(round)
    ConsultationDraft.objects.filter(pk=draft.pk).update(
        round=None,
        withdrawn_from=round,
        withdrawn_by=by,
        withdrawn_at=timezone.now(),
        reason_withdrawn=reason.strip(),
    )
    for build in topic.document_builds.about(DRAFT, round.pk).under_way().select_related("job"):
        jobs.cancel(job=build.job, by=by)
    record("withdrew_draft", draft, by=by, round=round.pk)
    draft.refresh_from_db()
    return draft


def check_nobody_responded(round):
    """Refuse to withdraw a draft on which there is a comment, or a response begun."""
    comments = round.comments.count()
    if comments:
        said = "1 comment has" if comments == 1 else f"{comments:,} comments have"
        raise RuleBroken(
            f"The draft stays: {said} come in on it. Answer what was said; a change of wording"
            " belongs in a new version of the statement."
        )
    response = round.organisation_responses.select_related("stakeholder").first()
    if response:
        raise RuleBroken(
            f"The draft stays: {response.stakeholder.name} has begun its response to it. A change"
            " of wording belongs in a new version of the statement."
        )
