"""Documents that were built for a topic, each in three formats: a pack, minutes, a standard."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from qsdev.jobs.models import Job
from qsdev.topics.models import Topic


class DocumentFormat(models.TextChoices):
    DOCX = "docx", "Word"
    PDF = "pdf", "PDF"
    HTML = "html", "Web page"


class DocumentBuildQuerySet(models.QuerySet):
    """Picks builds by what they are about and whether they came to an end."""

    def about(self, kind, subject_id=0):
        return self.filter(kind=kind, subject_id=subject_id)

    def built(self):
        """Builds that made their files, the newest first."""
        return self.exclude(finished_at=None).order_by("-finished_at", "-pk")

    def under_way(self):
        return self.filter(job__state__in=(Job.State.QUEUED, Job.State.RUNNING))


class DocumentBuild(models.Model):
    """One building of a document: of which kind, about which row, who asked, what it holds.

    For example the minutes of the first committee meeting. The content tree is kept with its hash.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="document_builds")
    kind = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField(default=0)
    job = models.OneToOneField(
        Job, on_delete=models.PROTECT, related_name="document_build", null=True
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    content = models.JSONField(null=True)
    content_hash = models.CharField(max_length=64, blank=True)

    objects = DocumentBuildQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["topic", "kind", "subject_id"], name="build_by_subject")]

    def __str__(self):
        return f"{self.kind} {self.subject_id} of {self.topic}"


class DocumentFile(models.Model):
    """One file of a build, for example the minutes in Word."""

    build = models.ForeignKey(DocumentBuild, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(max_length=10, choices=DocumentFormat)
    file = models.FileField(upload_to="documents/")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["format"]
        constraints = [
            models.UniqueConstraint(fields=["build", "format"], name="one_document_file_a_format")
        ]

    def __str__(self):
        return f"{self.get_format_display()} of {self.build}"
