"""What comments led to: a change of wording, from the comment or theme to the new version."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.consultation.models.comments import Comment, Theme
from qsdev.topics.models import Topic
from statements.models import StatementVersion


class ChangeOfWording(models.Model):
    """That a comment, or the comments of a theme, led to a version of a statement.

    For example "denominator narrowed to looked-after children", version 4 of statement 2. From
    the version one walks back to the comments, and from a comment on to the new words.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="changes_of_wording")
    statement_version = models.ForeignKey(
        StatementVersion, on_delete=models.PROTECT, related_name="changes_of_wording"
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="changes", null=True, blank=True
    )
    comment = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="changes", null=True, blank=True
    )
    note = models.CharField(max_length=300)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(theme=None, comment__isnull=False)
                | Q(theme__isnull=False, comment=None),
                name="change_is_of_a_theme_or_a_comment",
            ),
            models.UniqueConstraint(
                fields=["statement_version", "theme"], name="change_of_theme_once"
            ),
            models.UniqueConstraint(
                fields=["statement_version", "comment"], name="change_of_comment_once"
            ),
        ]

    def __str__(self):
        return self.note
