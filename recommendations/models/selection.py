"""Selection: which recommendations could support statements in which area."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.topics.models import ImprovementArea, SubArea, Topic
from qsdev.topics.models.versioned import Versioned
from recommendations.models.guideline import Guideline, Recommendation, ResearchRecommendation


class DevelopmentSource(models.Model):
    """That a topic rests on an edition of a guideline, for example on NG26 of 2015."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="development_sources")
    guideline = models.ForeignKey(
        Guideline, on_delete=models.PROTECT, related_name="development_sources"
    )
    is_further = models.BooleanField(
        default=False, help_text="A further source, beside the key development source."
    )

    class Meta:
        ordering = ["is_further", "guideline__reference"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "guideline"], name="development_source_once")
        ]

    def __str__(self):
        return f"{self.guideline} for {self.topic}"


class SelectedRecommendation(models.Model):
    """A recommendation, or a research recommendation, provisionally selected for an area.

    For example NG26 1.3.2 for the sub-area "Assessing attachment". Exactly one of the two is set.
    """

    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="selected_recommendations"
    )
    sub_area = models.ForeignKey(
        SubArea,
        on_delete=models.PROTECT,
        related_name="selected_recommendations",
        null=True,
        blank=True,
    )
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="selections", null=True, blank=True
    )
    research_recommendation = models.ForeignKey(
        ResearchRecommendation,
        on_delete=models.PROTECT,
        related_name="selections",
        null=True,
        blank=True,
    )
    selected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    selected_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["recommendation__sort_key", "research_recommendation__number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recommendation=None, research_recommendation__isnull=False)
                | Q(recommendation__isnull=False, research_recommendation=None),
                name="selects_one_recommendation",
            ),
            models.UniqueConstraint(
                fields=["area", "sub_area", "recommendation"], name="selected_once_a_sub_area"
            ),
            models.UniqueConstraint(
                fields=["area", "recommendation"],
                condition=Q(sub_area=None),
                name="selected_once_an_area",
            ),
            models.UniqueConstraint(
                fields=["area", "sub_area", "research_recommendation"],
                name="research_selected_once_a_sub_area",
            ),
            models.UniqueConstraint(
                fields=["area", "research_recommendation"],
                condition=Q(sub_area=None),
                name="research_selected_once_an_area",
            ),
        ]

    def __str__(self):
        return f"{self.recommendation or self.research_recommendation} for {self.area}"


class NotCovered(models.Model):
    """That an area or sub-area is not directly covered by the development source."""

    area = models.ForeignKey(ImprovementArea, on_delete=models.PROTECT, related_name="not_covered")
    sub_area = models.ForeignKey(
        SubArea, on_delete=models.PROTECT, related_name="not_covered", null=True, blank=True
    )
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    marked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "not covered"
        constraints = [
            models.UniqueConstraint(
                fields=["area", "sub_area"], name="not_covered_once_a_sub_area"
            ),
            models.UniqueConstraint(
                fields=["area"], condition=Q(sub_area=None), name="not_covered_once_an_area"
            ),
        ]

    def __str__(self):
        return f"{self.sub_area or self.area} is not directly covered"


class ReasonNotSelected(Versioned):
    """Why a recommendation, often a key priority, is not selected for any area of a topic."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="reasons_not_selected")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="reasons_not_selected"
    )
    reason = models.TextField()

    class Meta:
        verbose_name_plural = "reasons not selected"
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "recommendation"], name="reason_not_selected_once"
            )
        ]

    def __str__(self):
        return f"{self.recommendation} is not selected for {self.topic}"
