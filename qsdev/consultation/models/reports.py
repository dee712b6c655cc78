"""The summary report as it was issued, with the table of comments and responses."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.builds.models import DocumentBuild
from qsdev.topics.models import Round, Topic

#: The kinds of document of a consultation; each is about a round.
REPORT, TABLE = "consultation.summary_report", "consultation.comment_table"


class IssuedReport(models.Model):
    """A version of the summary report and of the public table of comments, frozen.

    For example version 1 for the consultation of May 2016. A wrong one is withdrawn with a reason
    and issued anew as the next version.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="consultation_reports")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="consultation_reports")
    version = models.PositiveIntegerField()
    report = models.ForeignKey(DocumentBuild, on_delete=models.PROTECT, related_name="+")
    table = models.ForeignKey(DocumentBuild, on_delete=models.PROTECT, related_name="+")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    withdrawn_at = models.DateTimeField(null=True)
    reason_withdrawn = models.TextField(blank=True)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="report_version_once"),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(withdrawn_at=None),
                name="one_report_issued_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, reason_withdrawn="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(reason_withdrawn="")
                ),
                name="withdrawn_reports_say_why",
            ),
        ]

    def __str__(self):
        return f"Consultation summary report, version {self.version}"

    @property
    def is_withdrawn(self):
        return self.withdrawn_at is not None
