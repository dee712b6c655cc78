"""Filing: under which areas a suggestion stands, and the summaries written from them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from qsdev.topics.models import ImprovementArea, SubArea
from qsdev.topics.models.versioned import Versioned
from stakeholders.models.parts import SuggestionPart
from stakeholders.models.suggestion import Suggestion


class Filing(models.Model):
    """That a suggestion supports an area: one of its filings is its own, any number are beside it.

    For example suggestion 13, filed under "Interventions for parents and carers" as its own and
    supporting "Access to mental health services". A part of a suggestion that was split has a
    filing of its own, which names the part.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="filings")
    part = models.ForeignKey(
        SuggestionPart,
        on_delete=models.CASCADE,
        related_name="filings",
        null=True,
        blank=True,
        db_index=False,  # the constraint below has an index that begins with it
    )
    number = models.PositiveIntegerField(
        editable=False, help_text="The suggestion's, which never changes: an area's list's order."
    )
    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="filings", db_index=False
    )
    sub_area = models.ForeignKey(
        SubArea, on_delete=models.PROTECT, related_name="filings", null=True, blank=True
    )
    is_own = models.BooleanField(default=True)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    filed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = [F("part_id").asc(nulls_first=True), "-is_own", "area__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion"], condition=Q(is_own=True, part=None), name="one_own_area"
            ),
            models.UniqueConstraint(
                fields=["suggestion", "area"],
                condition=Q(part=None),
                name="filed_once_in_an_area",
            ),
            models.UniqueConstraint(
                fields=["part"], condition=Q(part__isnull=False), name="part_filed_once"
            ),
            models.CheckConstraint(
                condition=Q(part=None) | Q(is_own=True), name="area_of_a_part_is_its_own"
            ),
        ]
        indexes = [models.Index(fields=["area", "number"], name="filing_by_area")]

    def __str__(self):
        return f"{self.suggestion} under {self.area}"


class AreaSummary(Versioned):
    """What stakeholders suggested in an area or sub-area, in Markdown that cites suggestions.

    A paragraph cites by number in square brackets: "… before any intervention [S1, S16]."
    """

    area = models.ForeignKey(ImprovementArea, on_delete=models.PROTECT, related_name="summaries")
    sub_area = models.ForeignKey(
        SubArea, on_delete=models.PROTECT, related_name="summaries", null=True, blank=True
    )
    text = models.TextField()

    class Meta:
        ordering = ["sub_area__position"]
        verbose_name_plural = "area summaries"
        constraints = [
            models.UniqueConstraint(fields=["area", "sub_area"], name="summary_once_a_sub_area"),
            models.UniqueConstraint(
                fields=["area"], condition=Q(sub_area=None), name="summary_once_an_area"
            ),
        ]

    def __str__(self):
        return f"Summary of {self.sub_area or self.area}"


class SummaryCitation(models.Model):
    """That a paragraph of a summary cites a suggestion; found in the text when it is saved."""

    summary = models.ForeignKey(AreaSummary, on_delete=models.CASCADE, related_name="citations")
    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="citations")
    paragraph = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["paragraph", "suggestion__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "suggestion", "paragraph"], name="cited_once_in_a_paragraph"
            )
        ]

    def __str__(self):
        return f"{self.suggestion} in {self.summary}"
