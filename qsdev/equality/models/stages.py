"""The stages at which equality is assessed, what is answered at each, and how each is closed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.topics.models import Topic
from qsdev.topics.models.versioned import Versioned


class Stage(models.TextChoices):
    """A stage of the process at which issues are recorded, in order."""

    ENGAGEMENT = "engagement", "Topic overview and engagement"
    DEVELOPMENT = "development", "Development, before consultation"
    CONSULTATION = "consultation", "After consultation"
    PUBLICATION = "publication", "Before publication"

    @property
    def number(self):
        """Its place in the process, from 1."""
        return list(Stage).index(self) + 1

    @property
    def earlier(self):
        """The stages before it."""
        return tuple(Stage)[: self.number - 1]

    @property
    def is_last(self):
        return self.number == len(Stage)


class EqualityStage(Versioned):
    """A stage of one topic's assessment, with what is answered to the questions of that stage.

    For example "Topic overview and engagement" of Children's attachment. `answers` holds a text by
    the code of its question (`qsdev.equality.questions`). Version 1 answers nothing yet.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="equality_stages")
    stage = models.CharField(max_length=20, choices=Stage)
    answers = models.JSONField(default=dict)

    class Meta:
        ordering = ["topic", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "stage"], name="equality_stage_once")
        ]

    def __str__(self):
        return self.get_stage_display()

    @property
    def named(self):
        """Which stage it is, with its place in the process."""
        return Stage(self.stage)


class StageCompletion(models.Model):
    """That the lead completed and so closed a stage: who, when, and what it held, frozen.

    For example "completed by Helen Osei on 4 February 2016, with three issues". `content` is the
    stage as it stood (`qsdev.equality.content`). A stage that is reopened keeps its completion,
    with the reason; completing it again makes another.
    """

    equality_stage = models.ForeignKey(
        EqualityStage, on_delete=models.PROTECT, related_name="completions"
    )
    found_no_issues = models.BooleanField(
        default=False, help_text="Whether the lead said that no issues were identified."
    )
    content = models.JSONField()
    completed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    completed_at = models.DateTimeField(default=timezone.now)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    reopened_at = models.DateTimeField(null=True)
    reason_reopened = models.TextField(blank=True)

    class Meta:
        ordering = ["completed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["equality_stage"],
                condition=Q(reopened_at=None),
                name="equality_stage_closed_once",
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None, reopened_by=None, reason_reopened="")
                | (
                    Q(reopened_at__isnull=False, reopened_by__isnull=False) & ~Q(reason_reopened="")
                ),
                name="reopening_a_stage_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.equality_stage}, completed by {self.completed_by}"

    @property
    def is_standing(self):
        """Whether the stage is closed by it: it was not reopened since."""
        return self.reopened_at is None
