"""What the committee decided on each area, with reasons: what everything after rests on."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.briefing.models import IssuedArea
from qsdev.committee.models.meetings import AgendaItem, Meeting
from qsdev.topics.models import AdditionalReason, ImprovementArea, Topic


class Outcome(models.TextChoices):
    PRIORITISED = "prioritised", "Prioritised"
    NOT_PRIORITISED = "not_prioritised", "Not prioritised"
    MERGED = "merged", "Merged with another area"
    ADDITIONAL = "additional", "Moved to additional areas"
    DEFERRED = "deferred", "Deferred"


class DecisionQuerySet(models.QuerySet):
    def current(self):
        """Decisions that stand: no later one names them."""
        return self.filter(superseded_by=None)

    def prioritising(self):
        return self.filter(outcome=Outcome.PRIORITISED)


class Decision(models.Model):
    """What the committee decided on an area as it was issued, with its reason and conditions.

    For example "prioritised: services differ, and assessment comes before all else; provided that
    a source of data is found". A decision is never changed: a new one names what it corrects.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="decisions")
    area = models.ForeignKey(ImprovementArea, on_delete=models.PROTECT, related_name="decisions")
    issued_area = models.ForeignKey(IssuedArea, on_delete=models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="decisions", null=True
    )
    outcome = models.CharField(max_length=20, choices=Outcome)
    merged_with = models.ForeignKey(
        IssuedArea, on_delete=models.PROTECT, related_name="decisions_merging", null=True
    )
    additional_reason = models.CharField(max_length=30, choices=AdditionalReason, blank=True)
    reason = models.TextField()
    conditions = models.TextField(blank=True)
    decided_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="superseded_by", null=True
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["decided_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area"], condition=Q(supersedes=None), name="first_decision_once_an_area"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="decision_has_a_reason"),
            models.CheckConstraint(
                condition=Q(outcome="merged", merged_with__isnull=False)
                | (~Q(outcome="merged") & Q(merged_with=None)),
                name="merging_decision_names_the_other_area",
            ),
            models.CheckConstraint(
                condition=(Q(outcome="additional") & ~Q(additional_reason=""))
                | (~Q(outcome="additional") & Q(additional_reason="")),
                name="moving_decision_names_the_agreed_reason",
            ),
        ]

    def __str__(self):
        return f"{self.issued_area.title}: {self.get_outcome_display().lower()}"

    @property
    def is_current(self):
        return not hasattr(self, "superseded_by")


def prioritised_areas(topic):
    """The areas whose current decision prioritises them: statements are drafted for these."""
    standing = topic.decisions.current().prioritising()
    return ImprovementArea.objects.filter(pk__in=standing.values("area"))
