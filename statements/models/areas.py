"""Why a prioritised area has no statement, where none is drafted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.topics.models import ImprovementArea


class UndraftedArea(models.Model):
    """The reason why no statement is drafted for a prioritised area; of several the last stands.

    For example "Staff training is part of statement 4". None is changed: who thinks otherwise
    gives another.
    """

    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="reasons_undrafted"
    )
    reason = models.TextField()
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="undrafted_area_has_a_reason")
        ]

    def __str__(self):
        return f"{self.area}: {self.reason[:60]}"
