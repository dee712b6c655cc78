"""Putting the draft standard to consultation: its questions, and the versions that are issued."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from qsdev.audit.actions import record
from qsdev.builds.actions import ask_for_document
from qsdev.consultation.changing import standing_versions
from qsdev.consultation.models import (
    DRAFT,
    STANDARD_QUESTIONS,
    ConsultationDraft,
    ConsultationQuestion,
    DraftStatement,
)
from qsdev.errors import RuleBroken
from qsdev.topics.models import RoundKind, RoundState, Topic

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
    versions = standing_versions(topic)
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
