"""A second, independent sorting of a sample, by which the team sees how sure its filing is."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from qsdev.topics.models import ImprovementArea, SubArea, Topic
from stakeholders.models.suggestion import Suggestion


class SortingSample(models.Model):
    """Suggestions drawn by lot that a second analyst sorts without seeing where they are filed.

    For example 20 of 50 suggestions, drawn by Amira Khan on 5 February 2016 for Ben Okafor.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="sorting_samples")
    sorted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sorting_samples"
    )
    drawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    drawn_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-drawn_at", "-pk"]

    def __str__(self):
        return f"Second sorting of {self.topic} by {self.sorted_by}"

    @property
    def next_to_sort(self):
        """The first suggestion of the sample that its analyst has not sorted, or None."""
        return self.sortings.filter(sorted_at=None).select_related("suggestion").first()

    @property
    def is_finished(self):
        return not self.sortings.filter(sorted_at=None).exists()


class SecondSorting(models.Model):
    """Where the second analyst would file one suggestion of the sample; empty until they say."""

    sample = models.ForeignKey(SortingSample, on_delete=models.CASCADE, related_name="sortings")
    suggestion = models.ForeignKey(
        Suggestion, on_delete=models.CASCADE, related_name="second_sortings"
    )
    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="second_sortings", null=True
    )
    sub_area = models.ForeignKey(
        SubArea, on_delete=models.PROTECT, related_name="second_sortings", null=True
    )
    sorted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["suggestion__number"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "suggestion"], name="sorted_once_a_sample")
        ]

    def __str__(self):
        return f"Second sorting of {self.suggestion}"
