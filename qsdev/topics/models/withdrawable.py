"""What a row keeps that can be withdrawn: who took it back, when and why; the row itself stays."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Withdrawable(models.Model):
    """A row that is never deleted: one that was wrong is withdrawn, and says why.

    For example version 1 of a report, withdrawn by Amira Khan on 4 February 2016: "The wrong table
    went with it". A model that has no state beside it takes the constraint `withdrawn_says_why`.
    """

    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    withdrawn_at = models.DateTimeField(null=True)
    reason_withdrawn = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def is_withdrawn(self):
        return self.withdrawn_at is not None


def withdrawn_says_why(name):
    """The constraint `name`: a row says who withdrew it, when and why, or nothing of the kind."""
    return models.CheckConstraint(
        condition=Q(withdrawn_at=None, withdrawn_by=None, reason_withdrawn="")
        | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(reason_withdrawn="")),
        name=name,
    )
