"""The summary report as it was issued, with the table of comments and responses."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.builds.models import DocumentBuild
from qsdev.topics.models import Round, Topic
from qsdev.topics.models.withdrawable import Withdrawable, withdrawn_says_why

#: The kinds of document of a consultation; each is about a round.
REPORT, TABLE = "consultation.summary_report", "consultation.comment_table"


class IssuedReport(Withdrawable):
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

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="report_version_once"),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(withdrawn_at=None),
                name="one_report_issued_at_a_time",
            ),
            withdrawn_says_why("withdrawn_reports_say_why"),
        ]

    def __str__(self):
        return f"Consultation summary report, version {self.version}"
