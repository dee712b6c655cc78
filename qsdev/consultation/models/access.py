"""How organisations reach their own response: codes, and the words that colleagues draft."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from qsdev.consultation.models.drafts import ConsultationQuestion, DraftStatement
from qsdev.consultation.models.responses import OrganisationResponse
from qsdev.topics.models import Round, Topic
from stakeholders.models import Stakeholder


class CodeKind(models.TextChoices):
    LEAD = "lead", "Lead: drafts and submits"
    COLLEAGUE = "colleague", "Colleagues: draft only"


class AccessCode(models.Model):
    """A code by which an organisation opens its response to one consultation.

    Shown once, when it is made, and kept as a hash. It ends with the round, when it is replaced,
    or when staff end it.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="access_codes")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="access_codes")
    stakeholder = models.ForeignKey(
        Stakeholder, on_delete=models.CASCADE, related_name="access_codes"
    )
    kind = models.CharField(max_length=10, choices=CodeKind)
    code_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["stakeholder__name", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "stakeholder", "kind"],
                condition=Q(ended_at=None),
                name="one_code_of_a_kind_at_a_time",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.stakeholder}"

    @property
    def is_lead(self):
        return self.kind == CodeKind.LEAD


class CodeAttempt(models.Model):
    """That somebody tried what is no code: an address that does so too often waits a while."""

    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering = ["at"]

    def __str__(self):
        return f"Attempt at {self.at}"


class DraftCommentQuerySet(models.QuerySet):
    def in_order(self):
        """On the statements first, then on the questions, then on the draft in general."""
        places = [F(f"{about}__number").asc(nulls_last=True) for about in ("statement", "question")]
        return self.order_by(*places, "pk")


class DraftComment(models.Model):
    """A comment that an organisation is still drafting; submitting makes it a comment."""

    response = models.ForeignKey(
        OrganisationResponse, on_delete=models.CASCADE, related_name="draft_comments"
    )
    statement = models.ForeignKey(
        DraftStatement, on_delete=models.PROTECT, related_name="+", null=True
    )
    question = models.ForeignKey(
        ConsultationQuestion, on_delete=models.PROTECT, related_name="+", null=True
    )
    section = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    written_by = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = DraftCommentQuerySet.as_manager()

    class Meta:
        ordering = ["statement__number", "question__number", "pk"]

    def __str__(self):
        return f"Draft comment {self.pk}"
