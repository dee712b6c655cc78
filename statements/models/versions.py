"""Every version of a statement, whole: who made it, when and why."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from statements.models.statements import QualityStatement


class StatementVersionQuerySet(models.QuerySet):
    """Picks the last version of each statement, in one query."""

    def latest_in(self, topic):
        """The last version of each statement of the topic, removed ones too, in order of number."""
        of_same = StatementVersion.objects.filter(statement=OuterRef("statement"))
        last = Subquery(of_same.order_by("-number").values("number")[:1])
        versions = self.filter(statement__topic=topic, number=last)
        return versions.select_related("statement__replaced_by").order_by("statement__number")

    def standing_in(self, topic):
        """The last version of each statement that stands, in the standard's order."""
        standing = self.latest_in(topic).filter(statement__removed_at=None)
        return standing.order_by("statement__position", "statement__number")


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

    objects = StatementVersionQuerySet.as_manager()

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
