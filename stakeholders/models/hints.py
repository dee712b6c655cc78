"""Hints of the machine, kept apart from decisions: each says by which terms it was made."""

from django.db import models
from django.utils import timezone

from qsdev.topics.models import ImprovementArea, Topic
from stakeholders.models.suggestion import Suggestion


class AreaHint(models.Model):
    """That a suggestion that waits for its place is near what is filed in an area, and why.

    For example suggestion 21 near "Interventions for parents and carers", first, because both
    speak of "video feedback".
    """

    suggestion = models.ForeignKey(
        Suggestion, on_delete=models.CASCADE, related_name="area_hints", db_index=False
    )
    area = models.ForeignKey(ImprovementArea, on_delete=models.CASCADE, related_name="hints")
    place = models.PositiveSmallIntegerField(help_text="1 for the nearest area.")
    score = models.FloatField(help_text="Likeness, from 0 to 1.")
    shared_terms = models.JSONField(default=list)

    class Meta:
        ordering = ["suggestion", "place"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "place"], name="area_hint_place_once"),
            models.UniqueConstraint(fields=["suggestion", "area"], name="area_hint_once"),
        ]

    def __str__(self):
        return f"{self.suggestion} near {self.area}"


class DuplicateHint(models.Model):
    """That two suggestions say almost the same, with the terms that they share."""

    suggestion = models.ForeignKey(
        Suggestion, on_delete=models.CASCADE, related_name="duplicate_hints", db_index=False
    )
    other = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(help_text="Likeness, from 0 to 1.")
    shared_terms = models.JSONField(default=list)

    class Meta:
        ordering = ["suggestion", "-score"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "other"], name="duplicate_hint_once")
        ]

    def __str__(self):
        return f"{self.suggestion} like {self.other}"


class HintRun(models.Model):
    """When a topic's hints were last worked out, and up to which decision."""

    topic = models.OneToOneField(Topic, on_delete=models.CASCADE, related_name="hint_run")
    made_at = models.DateTimeField(default=timezone.now)
    last_step = models.PositiveBigIntegerField(default=0, help_text="Key of the last step counted.")

    def __str__(self):
        return f"Hints of {self.topic}"
