"""Triage as it went: every step with what stood before and after, notes, and who looks at what."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from qsdev.topics.models import Topic
from stakeholders.models.suggestion import Suggestion

#: How long somebody counts as looking at a suggestion after their page last said so.
SEEN_FOR = timedelta(minutes=1)


class StepKind(models.TextChoices):
    FILED = "filed", "Filed"
    SUPPORTED = "supported", "Also supports an area"
    ENDED_SUPPORT = "ended_support", "No longer supports an area"
    UNFILED = "unfiled", "Taken out of its area"
    LEFT_FOR_LATER = "left_for_later", "Left for later"
    PUT_OUT_OF_SCOPE = "put_out_of_scope", "Out of scope"
    TAKEN_BACK = "taken_back", "Back to triage"
    ASSIGNED = "assigned", "Given to an analyst"
    SPLIT = "split", "Split into parts"
    JOINED = "joined", "Parts joined again"
    FILED_PART = "filed_part", "A part filed"
    MERGED = "merged", "Merged with another"
    UNMERGED = "unmerged", "No longer merged"
    MOVED = "moved", "Moved with its area"


class TriageStepQuerySet(models.QuerySet):
    def standing(self):
        """Steps that were not undone and still concern a suggestion."""
        changes = TriageChange.objects.filter(step=models.OuterRef("pk"))
        return self.filter(models.Exists(changes), undone_at=None)

    def last_of(self, person):
        """The last step of theirs that can be undone, or None."""
        return self.filter(made_by=person).standing().order_by("pk").last()


class TriageStep(models.Model):
    """One thing that a person did in triage, to one suggestion or to many at once.

    For example "Amira Khan filed suggestions 17, 21 and 22 under Interventions for parents and
    carers". It can be undone while nobody has changed those suggestions since.
    """

    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="triage_steps", db_index=False
    )
    kind = models.CharField(max_length=20, choices=StepKind)
    reason = models.TextField(blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    made_at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    undone_at = models.DateTimeField(null=True)

    objects = TriageStepQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["topic", "made_by", "undone_at", "id"], name="step_to_undo")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} in {self.topic}"


class TriageChange(models.Model):
    """What a step changed of one suggestion: its standing before and after, as ids and codes."""

    step = models.ForeignKey(TriageStep, on_delete=models.CASCADE, related_name="changes")
    suggestion = models.ForeignKey(
        Suggestion, on_delete=models.CASCADE, related_name="triage_changes"
    )
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        ordering = ["step", "suggestion__number"]

    def __str__(self):
        return f"{self.step.get_kind_display()}: {self.suggestion}"


class SuggestionNote(models.Model):
    """What one of the team wrote to the others about a suggestion; no paper prints it.

    For example "Compare 36: the same training is meant, I think."
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["written_at", "pk"]

    def __str__(self):
        return f"Note on {self.suggestion}"


class ViewingQuerySet(models.QuerySet):
    def current(self):
        """Those whose page said so within the last minute."""
        return self.filter(seen_at__gte=timezone.now() - SEEN_FOR)


class Viewing(models.Model):
    """That somebody has a suggestion open in triage, and when their page last said so."""

    suggestion = models.ForeignKey(
        Suggestion, on_delete=models.CASCADE, related_name="viewings", db_index=False
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    seen_at = models.DateTimeField(default=timezone.now)

    objects = ViewingQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "person"], name="viewing_once"),
        ]

    def __str__(self):
        return f"{self.person} looks at {self.suggestion}"
