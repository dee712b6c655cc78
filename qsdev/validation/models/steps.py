"""The steps that validate a standard: Guidance Executive, and the body that referred the topic."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.topics.models import Topic

GUIDANCE_EXECUTIVE = "Guidance Executive"


class StepKind(models.TextChoices):
    GUIDANCE_EXECUTIVE = "guidance_executive", GUIDANCE_EXECUTIVE
    REFERRING_BODY = "referring_body", "Referring body"


class StepOutcome(models.TextChoices):
    APPROVED = "approved", "Approved"
    APPROVED_WITH_CHANGES = "approved_with_changes", "Approved with changes"
    NOT_APPROVED = "not_approved", "Not approved"


APPROVING = (StepOutcome.APPROVED, StepOutcome.APPROVED_WITH_CHANGES)


class ValidationStepQuerySet(models.QuerySet):
    def current(self):
        """Steps that no correction took the place of."""
        return self.filter(superseded_by=None)


class ValidationStep(models.Model):
    """What Guidance Executive or a referring body said of the standard, and on which day.

    For example "Guidance Executive, 23 August 2016: approved". A topic can come before a body
    again; a record that was wrong is corrected by another that names it, with the reason.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="validation_steps")
    kind = models.CharField(max_length=20, choices=StepKind)
    body = models.CharField(max_length=200)
    taken_on = models.DateField()
    outcome = models.CharField(max_length=30, choices=StepOutcome)
    notes = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="superseded_by", null=True
    )
    reason_corrected = models.TextField(blank=True)

    objects = ValidationStepQuerySet.as_manager()

    class Meta:
        ordering = ["taken_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(body=""), name="validation_step_names_its_body"),
            models.CheckConstraint(
                condition=Q(supersedes=None, reason_corrected="")
                | (Q(supersedes__isnull=False) & ~Q(reason_corrected="")),
                name="correction_of_a_step_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.body}: {self.get_outcome_display().lower()}"

    @property
    def is_approving(self):
        return self.outcome in APPROVING

    @property
    def is_current(self):
        return not hasattr(self, "superseded_by")


def latest_steps(topic):
    """What each body said last: by kind, the standing step of each body, by the body's name."""
    found = {}
    for step in topic.validation_steps.current():
        found[step.kind, step.body.casefold()] = step
    return {kind: [found[key] for key in sorted(found) if key[0] == kind] for kind in StepKind}
