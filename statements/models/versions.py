"""Every version of a statement, whole: who made it, when and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from statements.models.statements import QualityStatement


class StatementVersion(models.Model):
    """A statement as it was after one change, frozen with all its parts.

    For example version 4 of statement 2, "say how often the plan is looked at again". What was
    consulted on, decided and published points at versions. `content` holds the parts in the order
    in which they are printed (`statements.content`).
    """

    statement = models.ForeignKey(
        QualityStatement, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    content = models.JSONField()
    reason = models.TextField(blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)
    restored_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="restorations", null=True
    )

    class Meta:
        ordering = ["statement", "number"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "number"], name="statement_version_once")
        ]

    def __str__(self):
        return f"Statement {self.statement.number}, version {self.number}"

    @property
    def title(self):
        return self.content["short_title"]

    @property
    def text(self):
        return self.content["text"]
