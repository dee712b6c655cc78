"""What the committee agreed on each statement after consultation, and the chair on its wording."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.committee.models import Meeting
from qsdev.consultation.models import Theme
from qsdev.topics.models import Topic
from qsdev.topics.models.withdrawable import Withdrawable, withdrawn_says_why
from statements.models import QualityStatement, StatementVersion


class AgreedOutcome(models.TextChoices):
    NO_CHANGE = "no_change", "No change"
    CHANGED = "changed", "Change agreed"
    REMOVED = "removed", "To be removed"
    REFERRED_BACK = "referred_back", "Referred back"


class AgreedChangeQuerySet(models.QuerySet):
    def current(self):
        """What stands: no later record names it."""
        return self.filter(superseded_by=None)


class AgreedChange(models.Model):
    """What the committee agreed on a statement at or after its second meeting, and why.

    For example "change agreed, in version 5 of statement 2, because of the theme 'Timescales':
    6 weeks is what services can do". It is never changed: a new record names what it corrects.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="agreed_changes")
    statement = models.ForeignKey(
        QualityStatement, on_delete=models.PROTECT, related_name="agreed_changes"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agreed_changes")
    outcome = models.CharField(max_length=20, choices=AgreedOutcome)
    statement_version = models.ForeignKey(
        StatementVersion, on_delete=models.PROTECT, related_name="agreed_changes", null=True
    )
    themes = models.ManyToManyField(
        Theme, through="AgreedChangeTheme", related_name="agreed_changes"
    )
    reason = models.TextField()
    agreed_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="superseded_by", null=True
    )

    objects = AgreedChangeQuerySet.as_manager()

    class Meta:
        ordering = ["agreed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement"],
                condition=Q(supersedes=None),
                name="first_agreed_change_once_a_statement",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="agreed_change_has_a_reason"),
            models.CheckConstraint(
                condition=Q(outcome="changed", statement_version__isnull=False)
                | (~Q(outcome="changed") & Q(statement_version=None)),
                name="agreed_change_names_the_version",
            ),
        ]

    def __str__(self):
        return f"Statement {self.statement.number}: {self.get_outcome_display().lower()}"

    @property
    def is_settled(self):
        """Whether the standard can be published with it: what is referred back comes again."""
        return self.outcome != AgreedOutcome.REFERRED_BACK


class AgreedChangeTheme(models.Model):
    """That the comments of a theme led to an agreed change."""

    agreed_change = models.ForeignKey(
        AgreedChange, on_delete=models.PROTECT, related_name="theme_links"
    )
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="agreed_links")

    class Meta:
        ordering = ["theme__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreed_change", "theme"], name="theme_once_an_agreed_change"
            )
        ]

    def __str__(self):
        return str(self.theme)


class ChairAgreementQuerySet(models.QuerySet):
    def standing(self):
        """Agreements that were not taken back."""
        return self.filter(withdrawn_at=None)


class ChairAgreement(Withdrawable):
    """That the chair agreed the wording of a version of a statement; a later one needs it anew.

    For example version 5 of statement 2, agreed on 20 July 2016.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="chair_agreements")
    statement_version = models.ForeignKey(
        StatementVersion, on_delete=models.PROTECT, related_name="chair_agreements"
    )
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    agreed_at = models.DateTimeField(default=timezone.now)

    objects = ChairAgreementQuerySet.as_manager()

    class Meta:
        ordering = ["agreed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement_version"],
                condition=Q(withdrawn_at=None),
                name="wording_agreed_once",
            ),
            withdrawn_says_why("agreement_taken_back_says_why"),
        ]

    def __str__(self):
        return f"Agreement on {self.statement_version}"
