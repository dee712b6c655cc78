"""Validation steps: recorded once, corrected by another record, never in the future."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.errors import RuleBroken
from qsdev.validation import actions
from qsdev.validation.models import GUIDANCE_EXECUTIVE, StepKind, ValidationStep, latest_steps
from qsdev.validation.tests.material import TAKEN_ON


@pytest.fixture
def step(demonstration, people):
    return actions.record_step(
        topic=demonstration,
        kind=StepKind.GUIDANCE_EXECUTIVE,
        taken_on=TAKEN_ON,
        outcome="approved",
        by=people["lead"],
    )


def test_guidance_executive_is_called_by_its_name(step):
    assert (step.body, str(step)) == (GUIDANCE_EXECUTIVE, "Guidance Executive: approved")


def test_correction_takes_the_place_of_what_was_wrong_and_says_why(step, people):
    about = {"taken_on": TAKEN_ON, "outcome": "not_approved", "by": people["lead"]}
    with pytest.raises(RuleBroken, match="Say what was wrong"):
        actions.correct_step(step=step, reason=" ", **about)
    corrected = actions.correct_step(step=step, reason="Misread the minutes.", **about)
    with pytest.raises(RuleBroken, match="corrected this step already"):
        actions.correct_step(step=step, reason="Again.", **about)
    assert list(ValidationStep.objects.current()) == [corrected]
    assert latest_steps(step.topic)[StepKind.GUIDANCE_EXECUTIVE] == [corrected]
    assert ValidationStep.objects.count() == 2


def test_step_names_its_body_and_lies_behind(demonstration, people):
    about = {"topic": demonstration, "kind": "referring_body", "outcome": "approved"}
    tomorrow = timezone.localdate() + timedelta(days=1)
    for body, day, words in ((" ", TAKEN_ON, "Name the body"), ("X", tomorrow, "cannot lie ahead")):
        with pytest.raises(RuleBroken, match=words):
            actions.record_step(body=body, taken_on=day, by=people["lead"], **about)
    assert not ValidationStep.objects.exists()


def test_latest_step_of_each_body_counts_whatever_its_capitals(demonstration, people):
    for body, day in (("The Department", 2), ("the department", 3), ("Another body", 1)):
        actions.record_step(
            topic=demonstration,
            kind=StepKind.REFERRING_BODY,
            body=body,
            taken_on=TAKEN_ON.replace(day=day),
            outcome="approved",
            by=people["lead"],
        )
    bodies = [step.body for step in latest_steps(demonstration)[StepKind.REFERRING_BODY]]
    assert bodies == ["Another body", "the department"]
