"""Builds of the briefing paper, and the versions that were issued to the committee."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from qsdev.jobs.models import Job
from qsdev.topics.models import ImprovementArea, Topic
from qsdev.topics.models.withdrawable import Withdrawable
from stakeholders.models import Redaction


class PaperFormat(models.TextChoices):
    DOCX = "docx", "Word"
    PDF = "pdf", "PDF"
    HTML = "html", "Web page"
    XLSX = "xlsx", "Suggestions as Excel"
    CSV = "csv", "Suggestions as CSV"


class PaperBuildQuerySet(models.QuerySet):
    """Picks builds by whether they came to an end."""

    def built(self):
        """Builds that made their files, the newest first."""
        return self.exclude(finished_at=None).order_by("-finished_at", "-pk")

    def newest_of(self, topic):
        """The topic's newest build that made its files, or None."""
        return self.filter(topic=topic).built().with_redactions().defer("content").first()

    def with_redactions(self):
        """Builds that know when a passage was last redacted in their topic (`redacted_at`)."""
        redactions = Redaction.objects.filter(suggestion__topic=OuterRef("topic"))
        newest = redactions.order_by("-made_at").values("made_at")[:1]
        return self.annotate(redacted_at=Subquery(newest))

    def without_content(self):
        """Builds for a list, without what they hold at length."""
        return self.defer("content", "findings")


class PaperBuild(models.Model):
    """One building of the briefing paper: who asked, how long it took, what the checks found.

    The content tree is kept with its hash, so that a later build can say what changed; the files
    are kept under names that include the token of the job's attempt.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="paper_builds")
    job = models.OneToOneField(Job, on_delete=models.PROTECT, related_name="paper_build", null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    seconds = models.FloatField(null=True, help_text="How long the build itself took.")
    content = models.JSONField(null=True, help_text="The content tree.")
    content_hash = models.CharField(max_length=64, blank=True)
    findings = models.JSONField(default=list)
    finding_counts = models.JSONField(default=dict, help_text="Number of findings by level.")

    objects = PaperBuildQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self):
        return f"Build {self.pk} of {self.topic}"

    @property
    def is_built(self):
        return self.finished_at is not None

    @property
    def is_withheld(self):
        """Whether a passage was redacted since it was asked for: its files still hold the words.

        Reads the annotation of `with_redactions`.
        """
        return self.redacted_at is not None and self.redacted_at >= self.asked_at

    @property
    def findings_by_level(self):
        """How many errors, warnings and notes the checks found: {"error": 2, …}."""
        return {level: self.finding_counts.get(level, 0) for level in ("error", "warning", "note")}

    @property
    def has_errors(self):
        return self.findings_by_level["error"] > 0


class PaperFileQuerySet(models.QuerySet):
    """Puts files in the order in which people choose among them."""

    def in_order(self):
        """The files of one build: Word, PDF, web page, then the tables."""
        order = list(PaperFormat.values)
        return sorted(self, key=lambda file: order.index(file.format))


class PaperFile(models.Model):
    """One file of a build, for example the Word document."""

    build = models.ForeignKey(PaperBuild, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(max_length=10, choices=PaperFormat)
    file = models.FileField(upload_to="papers/")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    objects = PaperFileQuerySet.as_manager()

    class Meta:
        ordering = ["format"]
        constraints = [
            models.UniqueConstraint(fields=["build", "format"], name="one_file_a_format")
        ]

    def __str__(self):
        return f"{self.get_format_display()} of {self.build}"


class PaperState(models.TextChoices):
    ISSUED = "issued", "Issued"
    WITHDRAWN = "withdrawn", "Withdrawn"


class BriefingPaper(Withdrawable):
    """A version of the paper as issued to the committee: frozen content, files and areas.

    For example version 1 of the paper for the meeting of 10 March 2016. A wrong paper is withdrawn
    with a reason and issued anew as the next version.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="papers")
    version = models.PositiveIntegerField()
    build = models.OneToOneField(PaperBuild, on_delete=models.PROTECT, related_name="paper")
    state = models.CharField(max_length=20, choices=PaperState, default=PaperState.ISSUED)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(default=timezone.now)
    reason_errors_accepted = models.TextField(blank=True)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "version"], name="paper_version_once"),
            models.UniqueConstraint(
                fields=["topic"], condition=Q(state="issued"), name="one_paper_issued_at_a_time"
            ),
        ]

    def __str__(self):
        return f"Briefing paper for {self.topic}, version {self.version}"

    @property
    def is_withdrawn(self):
        return self.state == PaperState.WITHDRAWN

    @property
    def is_withheld(self):
        """Whether a passage was redacted after it was built; nobody can read it then."""
        return PaperBuild.objects.with_redactions().get(pk=self.build_id).is_withheld


class IssuedArea(models.Model):
    """An area as a paper issued it; later stages point here, so that what was decided on stands."""

    paper = models.ForeignKey(BriefingPaper, on_delete=models.PROTECT, related_name="areas")
    area = models.ForeignKey(ImprovementArea, on_delete=models.PROTECT, related_name="issued_areas")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    summary = models.TextField(blank=True)
    suggestions = models.PositiveIntegerField()
    contributors = models.PositiveIntegerField()

    class Meta:
        ordering = ["-kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "area"], name="area_issued_once_a_paper")
        ]

    def __str__(self):
        return f"{self.title} as issued in {self.paper}"


class IssuedSuggestion(models.Model):
    """That a paper issued a suggestion; it keeps the suggestion from being undone or deleted."""

    paper = models.ForeignKey(
        BriefingPaper, on_delete=models.PROTECT, related_name="issued_suggestions"
    )
    suggestion = models.ForeignKey(
        "stakeholders.Suggestion", on_delete=models.PROTECT, related_name="issued_in"
    )

    class Meta:
        ordering = ["suggestion__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "suggestion"], name="suggestion_issued_once_a_paper"
            )
        ]

    def __str__(self):
        return f"{self.suggestion} in {self.paper}"
