"""Answering a stage's questions; completing, which closes it; and reopening with a reason."""

from django.db import transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.equality.actions.opening import held_stage, open_stage
from qsdev.equality.areas import areas_to_take_over
from qsdev.equality.content import current_content, fingerprint, standing, unfinished
from qsdev.equality.models import Stage, StageCompletion
from qsdev.equality.questions import QUESTIONS
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row

CHANGED = (
    "Somebody changed this stage after you opened it: look at it again before you complete it."
)
NOT_SAID = (
    "No issue is recorded at this stage: say that no issues were identified, or record them first."
)
SAID_NONE = "Issues are recorded at this stage, so it cannot be said that none were identified."


@transaction.atomic
def answer_questions(*, topic, stage, version, answers, by):
    """Write the answers to a stage's questions: a text by the code of each question."""
    row = open_stage(topic, stage)
    codes = [one.code for one in QUESTIONS[row.stage]]
    if set(answers) - set(codes):
        raise RuleBroken("Answer the questions of this stage.")
    kept = {code: answers.get(code, "").strip() for code in codes}
    change_row(row=row, version=version, by=by, answers=kept)
    record("answered_equality_questions", row, by=by, stage=row.stage)
    return row


@transaction.atomic
def complete_stage(*, topic, stage, seen, by, found_no_issues=False):
    """Complete and close a stage, as it was seen: its issues and answers are frozen from then on.

    `seen` is the fingerprint of what the page showed. Either every issue says whom it concerns
    and how it is dealt with and every question is answered, or it is said that no issues were
    identified. Earlier stages come first; the last waits for every area that is handled here.
    """
    row = open_stage(topic, stage)
    content = current_content(row)
    if fingerprint(content) != seen:
        raise RuleBroken(CHANGED)
    check_order(row)
    check_content(content, found_no_issues)
    if row.named.is_last:
        check_areas(topic)
    completion = StageCompletion.objects.create(
        equality_stage=row, found_no_issues=found_no_issues, content=content, completed_by=by
    )
    numbers = [one["number"] for one in standing(content)]
    record("completed_equality_stage", row, by=by, stage=row.stage, issues=numbers)
    return completion


@transaction.atomic
def reopen_stage(*, topic, stage, reason, by):
    """Reopen a closed stage to correct a mistake; its completion is kept with the reason."""
    row = held_stage(topic, stage)
    completion = row.completions.filter(reopened_at=None).first()
    if completion is None:
        raise RuleBroken("This stage is open: there is nothing to reopen.")
    if not reason.strip():
        raise RuleBroken("Say why the stage is reopened: the assessment keeps the reason.")
    row.completions.filter(pk=completion.pk).update(
        reopened_at=timezone.now(), reopened_by=by, reason_reopened=reason.strip()
    )
    record("reopened_equality_stage", row, by=by, stage=row.stage)
    return row


def check_order(row):
    """Refuse while an earlier stage is open, and name the first."""
    closed = StageCompletion.objects.filter(equality_stage__topic=row.topic_id, reopened_at=None)
    closed = set(closed.values_list("equality_stage__stage", flat=True))
    still_open = [one for one in row.named.earlier if one not in closed]
    if still_open:
        raise RuleBroken(f"Complete “{Stage(still_open[0]).label}” first.")


def check_content(content, found_no_issues):
    """Refuse what is unfinished, and an absence of issues that nobody vouches for."""
    issues = standing(content)
    if not issues:
        if not found_no_issues:
            raise RuleBroken(NOT_SAID)
        return
    if found_no_issues:
        raise RuleBroken(SAID_NONE)
    if missing := unfinished(content):
        raise RuleBroken(missing[0])


def check_areas(topic):
    """Refuse to end the assessment while an area that it should handle is not taken over."""
    area = areas_to_take_over(topic).first()
    if area:
        raise RuleBroken(
            f"“{area}” is handled by this assessment, but no issue names it: take it over first."
        )
