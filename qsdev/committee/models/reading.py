"""What a member has read of the issued papers, and notes that only they see."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from qsdev.briefing.models import BriefingPaper
from qsdev.topics.models import ImprovementArea, Topic
from qsdev.topics.models.versioned import Versioned


class PaperReading(models.Model):
    """That somebody read an issued version, and when last: what changed since is shown from it."""

    paper = models.ForeignKey(BriefingPaper, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="paper_readings"
    )
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-read_at"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "reader"], name="reading_once_a_paper")
        ]

    def __str__(self):
        return f"{self.paper} read by {self.reader}"


class PrivateNote(Versioned):
    """A note that somebody keeps on an area for themselves; nobody else can ever read it."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="private_notes")
    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="private_notes"
    )
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="private_notes"
    )
    text = models.TextField()

    class Meta:
        ordering = ["area", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["area", "writer"], name="private_note_once_an_area")
        ]

    def __str__(self):
        return f"A private note on {self.area}"
