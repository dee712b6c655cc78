"""Hints of the machine, kept apart from selections: each says by which terms it was made."""

from django.db import models
from django.utils import timezone

from qsdev.topics.models import ImprovementArea
from recommendations.models.guideline import Recommendation


class RecommendationHint(models.Model):
    """That a recommendation is near what is suggested in an area, and why; nobody decided it.

    For example NG26 1.4.5 near "Interventions for parents and carers", first, because both speak
    of "video feedback".
    """

    area = models.ForeignKey(
        ImprovementArea,
        on_delete=models.CASCADE,
        related_name="recommendation_hints",
        db_index=False,  # the constraints below begin with it
    )
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="hints"
    )
    place = models.PositiveSmallIntegerField(help_text="1 for the nearest recommendation.")
    score = models.FloatField(help_text="Likeness, from 0 to 1.")
    shared_terms = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "place"], name="recommendation_hint_place_once"
            ),
            models.UniqueConstraint(
                fields=["area", "recommendation"], name="recommendation_hint_once"
            ),
        ]

    def __str__(self):
        return f"{self.recommendation} near {self.area}"
