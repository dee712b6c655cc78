"""The quality statement itself: one concept, under a number that is its own for good."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from qsdev.topics.models import ImprovementArea, Topic
from qsdev.topics.models.versioned import Versioned


class StatementKind(models.TextChoices):
    STANDARD = "standard", "Standard"
    DEVELOPMENTAL = "developmental", "Developmental"
    PLACEHOLDER = "placeholder", "Placeholder"


class QualityStatementQuerySet(models.QuerySet):
    def current(self):
        """Statements that stand: all but those that were removed."""
        return self.filter(removed_at=None)

    def removed(self):
        return self.exclude(removed_at=None)

    def with_parts(self):
        """Statements with all that belongs to them, in a number of queries that does not grow."""
        return self.prefetch_related(
            "measures", "sources__recommendation__guideline", "definitions__glossary_term"
        )


class QualityStatement(Versioned):
    """A statement of the standard with all its parts but measures, sources and definitions.

    For example statement 1, "Assessment before intervention". The number is never used again: a
    removed statement keeps it, and says what replaced it. `version` counts its changes; each is
    kept whole as a `StatementVersion`.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="statements")
    number = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    area = models.ForeignKey(ImprovementArea, on_delete=models.PROTECT, related_name="statements")
    exception_reason = models.TextField(
        blank=True, help_text="Why it is drafted although its area is not prioritised."
    )
    kind = models.CharField(max_length=20, choices=StatementKind, default=StatementKind.STANDARD)
    short_title = models.CharField(max_length=200)
    text = models.TextField("quality statement", blank=True)
    rationale = models.TextField(blank=True)
    for_service_providers = models.TextField(blank=True)
    for_practitioners = models.TextField(blank=True)
    for_commissioners = models.TextField(blank=True)
    for_people = models.TextField(blank=True)
    equality = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    reason_removed = models.TextField(blank=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="replaces", null=True
    )

    objects = QualityStatementQuerySet.as_manager()

    class Meta:
        ordering = ["position", "number"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="statement_number_once"),
            models.UniqueConstraint(
                fields=["topic", "position"],
                condition=Q(removed_at=None),
                name="statement_position_once",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None, reason_removed="", replaced_by=None)
                | (Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(reason_removed="")),
                name="removal_of_a_statement_says_why",
            ),
        ]

    def __str__(self):
        return f"Statement {self.number}: {self.short_title}"

    @property
    def is_removed(self):
        return self.removed_at is not None

    @property
    def latest(self):
        """Its last version."""
        return self.versions.order_by("number").last()
