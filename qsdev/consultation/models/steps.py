"""What was done to many comments at once, and what stood before, so that it can be undone."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

from qsdev.consultation.models.comments import Comment
from qsdev.topics.models import Round, Topic

#: How long a step is offered to be undone at the workbench.
OFFERED_FOR = timedelta(days=1)


class CommentStepKind(models.TextChoices):
    THEMED = "themed", "Put into a theme"
    GIVEN = "given", "Given to somebody to answer"


class CommentStepQuerySet(models.QuerySet):
    def last_of(self, person):
        """The last step of theirs that was not undone, if there is still something to put back."""
        since = timezone.now() - OFFERED_FOR
        step = self.filter(made_by=person, undone_at=None, made_at__gte=since).last()
        return step if step and step.changes.unchanged_since().exists() else None


class CommentStep(models.Model):
    """One thing that a person did to many comments together.

    For example "Amira Khan put comments 2, 4 and 9 into the theme Data". It can be undone for the
    comments that nobody has changed since. `value` is the key of the theme or of the person, none
    where they were taken out of their theme or given to nobody.
    """

    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="comment_steps", db_index=False
    )
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="comment_steps")
    kind = models.CharField(max_length=10, choices=CommentStepKind)
    value = models.PositiveBigIntegerField(null=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    made_at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        db_index=False,
    )
    undone_at = models.DateTimeField(null=True)

    objects = CommentStepQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["topic", "made_by", "undone_at", "id"], name="comment_step_to_undo"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} in {self.topic}"


class CommentStepChangeQuerySet(models.QuerySet):
    def unchanged_since(self):
        """Changes of comments that nobody has changed since the step."""
        return self.filter(comment__version=F("version_after"))


class CommentStepChange(models.Model):
    """What a step changed of one comment: the key that stood before, and the version it came to."""

    step = models.ForeignKey(CommentStep, on_delete=models.CASCADE, related_name="changes")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="step_changes")
    before = models.PositiveBigIntegerField(null=True)
    version_after = models.PositiveIntegerField()

    objects = CommentStepChangeQuerySet.as_manager()

    class Meta:
        ordering = ["step", "comment__number"]

    def __str__(self):
        return f"{self.step.get_kind_display()}: {self.comment}"
