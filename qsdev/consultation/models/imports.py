"""Imports of comment tables: what a file held, what was found, what became of each row."""

from django.conf import settings
from django.db import models

from qsdev.consultation.models.comments import Comment
from qsdev.topics.models import Round, Topic
from stakeholders.models import ImportState
from stakeholders.models.uploaded import UploadedFile, UploadedRow

EMPTY_ROW = "empty"  # the code of a row in which nothing is written: there is nothing to settle


class CommentImport(UploadedFile):
    """One table of comments that was uploaded, from preview to undo.

    For example "comments.xlsx, 50 rows, 49 imported and 1 refused as late".
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="comment_imports")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="comment_imports")
    upload = models.FileField(upload_to="comment-quarantine/", blank=True)
    received_on = models.DateField(help_text="When NICE received what states no date itself.")

    @property
    def row_counts(self):
        """How many rows there are of each sort, in one query."""
        waits = models.Q(comment=None, is_refused=False)
        return self.rows.aggregate(
            total=models.Count("pk"),
            ready=models.Count("pk", filter=waits & models.Q(has_problem=False)),
            with_problems=models.Count("pk", filter=waits & models.Q(has_problem=True)),
            refused=models.Count("pk", filter=models.Q(is_refused=True)),
            not_imported=models.Count(
                "pk",
                filter=models.Q(comment=None)
                & (models.Q(has_problem=True) | models.Q(is_refused=True)),
            ),
        )


class CommentImportRowQuerySet(models.QuerySet):
    """Picks rows that did not become comments, by whether somebody has settled them."""

    def refused(self):
        """Rows of confirmed imports that became no comment though something is written in them."""
        rows = self.filter(import_record__state=ImportState.CONFIRMED, is_refused=True)
        return rows.filter(comment=None).exclude(refusal_code=EMPTY_ROW)

    def unsettled(self):
        """Those that nobody has looked at since: to be imported, or refused for good."""
        return self.refused().filter(settled_at=None)

    def settled(self):
        return self.refused().filter(settled_at__isnull=False)


class CommentImportRow(UploadedRow):
    """A row of a table of comments, and the comment that it became.

    A row that is refused keeps the reason: late, unregistered, second response, individual,
    confidential. One that was refused because of what was found in it is settled when somebody
    imports it after all, or says that the refusal stands.
    """

    import_record = models.ForeignKey(
        CommentImport, on_delete=models.CASCADE, related_name="rows", db_index=False
    )
    is_refused = models.BooleanField(default=False)
    refusal_code = models.CharField(max_length=30, blank=True)
    refusal_reason = models.TextField(blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        db_index=False,
    )
    settled_at = models.DateTimeField(null=True)
    comment = models.OneToOneField(
        Comment, on_delete=models.SET_NULL, null=True, related_name="import_row"
    )

    objects = CommentImportRowQuerySet.as_manager()

    class Meta(UploadedRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["import_record", "position"], name="comment_row_position_once"
            ),
            models.CheckConstraint(
                condition=models.Q(is_refused=False, refusal_reason="")
                | (models.Q(is_refused=True) & ~models.Q(refusal_reason="")),
                name="refused_rows_say_why",
            ),
            models.CheckConstraint(
                condition=models.Q(settled_at=None) | models.Q(is_refused=True),
                name="settled_comment_rows_are_refused",
            ),
        ]

    @property
    def words(self):
        """What the organisation says in it: its comment, or its answer to a question."""
        return self.cells.get("comment", "") or self.cells.get("answer", "")

    @property
    def wrong_fields(self):
        """The fields of its cells that a problem is about."""
        return {found["column"] for found in self.problems}
