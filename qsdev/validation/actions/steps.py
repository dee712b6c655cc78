"""Recording the steps that validate the standard, and correcting what was recorded wrongly."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.validation.models import GUIDANCE_EXECUTIVE, StepKind, ValidationStep

MEANWHILE = "Somebody corrected this step already: correct what stands now."


@transaction.atomic
def record_step(*, topic, kind, taken_on, outcome, by, body="", notes=""):
    """Record what Guidance Executive or a referring body said, on the day on which it did."""
    step = create_step(topic, kind, body, taken_on, outcome, notes, by)
    record("recorded_step", step, by=by, kind=str(kind), outcome=str(outcome))
    return step


@transaction.atomic
def correct_step(*, step, reason, taken_on, outcome, by, body="", notes=""):
    """Record a step anew where its record was wrong; the old one stays, with the reason."""
    if not reason.strip():
        raise RuleBroken("Say what was wrong: the old record stays in view.")
    try:
        with transaction.atomic():
            corrected = create_step(
                step.topic,
                step.kind,
                body,
                taken_on,
                outcome,
                notes,
                by,
                supersedes=step,
                reason_corrected=reason.strip(),
            )
    except IntegrityError as error:
        raise RuleBroken(MEANWHILE) from error
    record("corrected_step", corrected, by=by, supersedes=step.pk, outcome=str(outcome))
    return corrected


def create_step(topic, kind, body, taken_on, outcome, notes, by, **correction):
    """The step's row; Guidance Executive is known by its name."""
    if kind == StepKind.GUIDANCE_EXECUTIVE:
        body = GUIDANCE_EXECUTIVE
    if not body.strip():
        raise RuleBroken("Name the body that referred the topic.")
    if taken_on > timezone.localdate():
        raise RuleBroken("Give the day on which it was said: it cannot lie ahead.")
    return ValidationStep.objects.create(
        topic=topic,
        kind=kind,
        body=body.strip(),
        taken_on=taken_on,
        outcome=outcome,
        notes=notes.strip(),
        recorded_by=by,
        **correction,
    )
