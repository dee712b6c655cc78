"""Who responded to a consultation: one response of each registered organisation."""

import hashlib

from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.topics.models import Round, Topic
from stakeholders.models import Stakeholder


class ResponseState(models.TextChoices):
    DRAFT = "draft", "Being drafted"
    SUBMITTED = "submitted", "Submitted"


class ResponseSource(models.TextChoices):
    WEB = "web", "Web form"
    IMPORT = "import", "Import"


class Interest(models.TextChoices):
    """Whether the organisation would like to support the published standard formally."""

    UNSAID = "", "Not said"
    YES = "yes", "Interested in supporting"
    NO = "no", "Not interested"


class OrganisationResponse(models.Model):
    """What one organisation says to one consultation, once.

    For example the response of the Institute of Health Visiting, submitted on 3 May 2016, with no
    links to the tobacco industry. Its comments are rows of their own.
    """

    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="organisation_responses"
    )
    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, related_name="organisation_responses", db_index=False
    )
    stakeholder = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, related_name="consultation_responses"
    )
    import_record = models.ForeignKey(
        "consultation.CommentImport",
        on_delete=models.PROTECT,
        related_name="responses",
        null=True,
        blank=True,
    )
    source = models.CharField(max_length=10, choices=ResponseSource)
    state = models.CharField(max_length=10, choices=ResponseState, default=ResponseState.DRAFT)
    has_tobacco_links = models.BooleanField(null=True)
    tobacco_links = models.TextField(blank=True)
    interest = models.CharField(max_length=5, choices=Interest, default=Interest.UNSAID, blank=True)
    receipt = models.CharField(max_length=20, blank=True)
    submitted_name = models.CharField(max_length=200, blank=True)
    submitted_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["stakeholder__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "stakeholder"], name="one_response_an_organisation"
            ),
            models.UniqueConstraint(
                fields=["receipt"], condition=~Q(receipt=""), name="receipt_once"
            ),
            models.CheckConstraint(
                condition=Q(state=ResponseState.DRAFT, submitted_at=None)
                | Q(state=ResponseState.SUBMITTED, submitted_at__isnull=False),
                name="submitted_responses_say_when",
            ),
        ]

    def __str__(self):
        return f"Response of {self.stakeholder}"

    @property
    def is_submitted(self):
        return self.state == ResponseState.SUBMITTED

    @property
    def drafted_state(self):
        """A short mark that changes with every drafted comment and with what is said beside them.

        Whoever submits the response sends the mark of what was looked at.
        """
        drafted = self.draft_comments.order_by("pk").values_list("pk", "version")
        return hashlib.sha256(repr((self.version, list(drafted))).encode()).hexdigest()[:16]

    @property
    def tobacco_words(self):
        """What was disclosed, in words."""
        if self.has_tobacco_links is None:
            return "Not said"
        return (self.tobacco_links or "Yes") if self.has_tobacco_links else "None"
