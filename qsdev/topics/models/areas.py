"""Improvement areas and sub-areas: the headings under which suggestions are gathered."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from qsdev.topics.models.topic import Topic
from qsdev.topics.models.versioned import Versioned


class AreaKind(models.TextChoices):
    MAIN = "main", "Improvement area"
    ADDITIONAL = "additional", "Additional area"


class AdditionalReason(models.TextChoices):
    """Why an additional area is not being progressed."""

    UNSUITABLE = "unsuitable", "Unsuitable as a quality statement"
    OUTSIDE_REFERRAL = "outside_referral", "Outside the referral"
    NEEDS_DISCUSSION = "needs_discussion", "Needs discussion by the committee"
    STAFF_TRAINING = "staff_training", "Staff training is not prioritised"
    NOT_IN_SOURCE = "not_in_source", "Not in the source guidance"
    EQUALITY_ASSESSMENT = "equality_assessment", "Handled by the equality impact assessment"

    @property
    def sentence(self):
        """The standard sentence a briefing paper prints for the reason."""
        return REASON_SENTENCES[self]


REASON_SENTENCES = {
    AdditionalReason.UNSUITABLE: (
        "This area cannot be worded as a quality statement that could be measured."
    ),
    AdditionalReason.OUTSIDE_REFERRAL: (
        "This area lies outside the referral for this quality standard."
    ),
    AdditionalReason.NEEDS_DISCUSSION: (
        "The Committee is asked to discuss this area before it is taken further."
    ),
    AdditionalReason.STAFF_TRAINING: (
        "Quality standards do not put the training of staff forward as an area for improvement; "
        "they are to be read together with national and local guidance on training and competence."
    ),
    AdditionalReason.NOT_IN_SOURCE: (
        "The source guidance has no recommendation on this area, so no statement can rest on it."
    ),
    AdditionalReason.EQUALITY_ASSESSMENT: (
        "This area is taken up by the equality impact assessment and in the equality and diversity "
        "considerations of each statement."
    ),
}


class ImprovementAreaQuerySet(models.QuerySet):
    def main(self):
        return self.filter(kind=AreaKind.MAIN)

    def additional(self):
        return self.filter(kind=AreaKind.ADDITIONAL)


class StandingAreas(models.Manager.from_queryset(ImprovementAreaQuerySet)):
    """The areas that stand: all but those that were merged into another."""

    def get_queryset(self):
        return super().get_queryset().filter(merged_into=None)


class ImprovementArea(Versioned):
    """A heading under which suggestions are gathered, in the paper's order.

    For example "Assessment of attachment difficulties". Additional areas are gathered apart, each
    with the reason for not progressing it. An area that was merged into another is kept, because
    decisions and issued papers name it, but no list has it: only `with_merged` finds it.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="areas")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=AreaKind, default=AreaKind.MAIN)
    position = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=30, choices=AdditionalReason, blank=True)
    explanation = models.TextField(
        blank=True, help_text="More than the standard sentence for the reason, in Markdown."
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="merged_areas",
        null=True,
        editable=False,
    )
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        db_index=False,
    )
    merged_at = models.DateTimeField(null=True, editable=False)

    objects = StandingAreas()
    with_merged = ImprovementAreaQuerySet.as_manager()

    class Meta:
        ordering = ["-kind", "position"]  # "main" before "additional"
        base_manager_name = "with_merged"  # what was decided of a merged area still names it
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "title"],
                condition=Q(merged_into=None),
                name="area_title_once",
            ),
            models.UniqueConstraint(
                fields=["topic", "kind", "position"],
                condition=Q(merged_into=None),
                name="area_position_once",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None, merged_by=None, merged_at=None)
                | (Q(merged_into__isnull=False) & ~Q(merged_by=None) & ~Q(merged_at=None)),
                name="merger_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(kind=AreaKind.MAIN, reason="")
                | (Q(kind=AreaKind.ADDITIONAL) & ~Q(reason="")),
                name="additional_areas_have_a_reason",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_additional(self):
        return self.kind == AreaKind.ADDITIONAL

    @property
    def number(self):
        """Its place among the topic's areas of its kind, from 1."""
        alike = self.topic.areas.filter(kind=self.kind)
        return alike.filter(position__lte=self.position).count()


class SubArea(Versioned):
    """A part of an improvement area with its own heading, for example "Assessing attachment"."""

    area = models.ForeignKey(ImprovementArea, on_delete=models.CASCADE, related_name="sub_areas")
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["area", "title"], name="sub_area_title_once"),
            models.UniqueConstraint(fields=["area", "position"], name="sub_area_position_once"),
        ]

    def __str__(self):
        return self.title
