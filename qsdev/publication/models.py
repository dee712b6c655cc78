"""Published standards: what everyone reads, version by version, each frozen when it appeared."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from qsdev.consultation.models import IssuedReport
from qsdev.topics.models import Topic
from qsdev.topics.models.versioned import Versioned
from qsdev.topics.models.withdrawable import Withdrawable, withdrawn_says_why
from statements.models import StatementVersion

#: The kinds of document of a standard: as it would appear now, and as a version appeared.
PREVIEW, STANDARD = "publication.preview", "publication.standard"


class PublicationPlan(Versioned):
    """What is needed to publish and stands nowhere else: the reference, and what is covered.

    For example QS133, "This quality standard covers …". It is public only once it is published.
    """

    topic = models.OneToOneField(Topic, on_delete=models.PROTECT, related_name="publication_plan")
    reference = models.CharField(max_length=10, unique=True)
    about = models.TextField(help_text="What the standard covers and for whom it is.")

    def __str__(self):
        return f"Publication of {self.topic} as {self.reference}"


class PublishedStandardQuerySet(models.QuerySet):
    def newest(self):
        """The last version of each standard, withdrawn or not."""
        later = PublishedStandard.objects.filter(
            topic=models.OuterRef("topic"), version__gt=models.OuterRef("version")
        )
        return self.filter(~models.Exists(later))

    def standing(self):
        """What everyone reads: the last version of each standard, unless it was withdrawn."""
        return self.newest().filter(withdrawn_at=None)


class PublishedStandard(Withdrawable):
    """A version of a quality standard as it was published, frozen.

    For example QS133, version 1, "Children's attachment". `content` holds all that is public
    (`publication.content`), and public pages read nothing else. A wrong version is withdrawn with
    the reason that everyone is told; the next version may follow at once.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="published_standards")
    reference = models.CharField(max_length=10)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    consultation_report = models.ForeignKey(
        IssuedReport,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="The summary report, with its table of comments, that appears beside it.",
    )
    note = models.TextField(help_text="What is new in this version, for everyone.")
    reason_accepted = models.TextField(
        blank=True, help_text="Why it was published although something was still to be done."
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(default=timezone.now)

    objects = PublishedStandardQuerySet.as_manager()

    class Meta:
        ordering = ["reference", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["reference", "version"], name="published_version_once_a_reference"
            ),
            models.UniqueConstraint(
                fields=["topic", "version"], name="published_version_once_a_topic"
            ),
            withdrawn_says_why("withdrawn_standards_say_why"),
        ]

    def __str__(self):
        return f"{self.reference}, version {self.version}"


class PublishedStatement(models.Model):
    """A statement in a published version: the version of it that appeared, or that it is gone.

    For example statement 1 of QS133. The number is the statement's own for good; one that was
    published and then removed stays here, with the number of what replaced it.
    """

    standard = models.ForeignKey(
        PublishedStandard, on_delete=models.PROTECT, related_name="statements"
    )
    statement_version = models.ForeignKey(
        StatementVersion, on_delete=models.PROTECT, related_name="published_statements"
    )
    number = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    is_removed = models.BooleanField(default=False)
    replaced_by_number = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["is_removed", "position"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "number"], name="published_statement_once"),
            models.CheckConstraint(
                condition=Q(is_removed=True) | Q(replaced_by_number=None),
                name="only_removed_statements_are_replaced",
            ),
            models.CheckConstraint(
                condition=~Q(replaced_by_number=F("number")),
                name="no_statement_replaces_itself",
            ),
        ]

    def __str__(self):
        return f"Statement {self.number}: {self.title}"
