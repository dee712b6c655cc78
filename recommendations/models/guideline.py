"""Guidelines: text is stored once for each edition and quoted from there, never retyped."""

from django.db import models
from django.db.models import Q


class Guideline(models.Model):
    """An edition of a NICE guideline, for example NG26 of 2015, "Children's attachment: …".

    A guideline that a topic is said to rest on before it was imported is only announced: its
    year and title are still to come.
    """

    reference = models.CharField(max_length=30)
    edition = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The year of this edition."
    )
    title = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["reference", "-edition"]
        constraints = [
            models.UniqueConstraint(fields=["reference", "edition"], name="guideline_edition_once")
        ]

    def __str__(self):
        return f"{self.reference} ({self.edition})" if self.edition else self.reference


class GuidelineSection(models.Model):
    """A heading of the guideline under which its recommendations stand.

    For example "1.3 Assessing attachment difficulties in children and young people in all health
    and social care settings".
    """

    guideline = models.ForeignKey(Guideline, on_delete=models.CASCADE, related_name="sections")
    title = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["guideline", "title"], name="section_title_once")
        ]

    def __str__(self):
        return self.title


class Strength(models.TextChoices):
    OFFER = "offer", "Offer (strong)"
    CONSIDER = "consider", "Consider (weaker)"


class RecommendationQuerySet(models.QuerySet):
    def key_priorities(self):
        return self.filter(is_key_priority=True)


class Recommendation(models.Model):
    """A recommendation of a guideline, for example NG26 recommendation 1.3.2.

    `sort_key` puts 1.5.10 after 1.5.9: every part of the number, three digits wide.
    """

    guideline = models.ForeignKey(
        Guideline, on_delete=models.PROTECT, related_name="recommendations"
    )
    section = models.ForeignKey(
        GuidelineSection, on_delete=models.PROTECT, related_name="recommendations"
    )
    number = models.CharField(max_length=20)
    sort_key = models.CharField(max_length=40, editable=False)
    text = models.TextField()
    strength = models.CharField(max_length=20, choices=Strength, default=Strength.OFFER)
    is_key_priority = models.BooleanField("key priority for implementation", default=False)
    version = models.PositiveIntegerField(default=1)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["guideline", "sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["guideline", "number"], name="recommendation_number_once"
            )
        ]

    def __str__(self):
        return f"NICE {self.guideline.reference} Recommendation {self.number}"


class ResearchRecommendation(models.Model):
    """A recommendation for research, for example "1: Screening assessment tools"."""

    guideline = models.ForeignKey(
        Guideline, on_delete=models.PROTECT, related_name="research_recommendations"
    )
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField()

    class Meta:
        ordering = ["guideline", "number"]
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1), name="research_numbers_from_one"),
            models.UniqueConstraint(
                fields=["guideline", "number"], name="research_recommendation_number_once"
            ),
        ]

    def __str__(self):
        return f"NICE {self.guideline.reference} Research Recommendation {self.number}"
