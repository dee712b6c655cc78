"""Imports of comment tables: what a file held, what was found, what became of each row."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from qsdev.consultation.models.comments import Comment
from qsdev.topics.models import Round, Topic


class CommentImportState(models.TextChoices):
    READING = "reading", "Being read"
    MATCHING = "matching", "Columns to be matched"
    CHECKING = "checking", "Rows to be checked"
    CONFIRMED = "confirmed", "Imported"
    ABANDONED = "abandoned", "Abandoned"
    UNDONE = "undone", "Undone"
    REFUSED = "refused", "Refused"


OPEN = (
    CommentImportState.READING,
    CommentImportState.MATCHING,
    CommentImportState.CHECKING,
)
EMPTY_ROW = "empty"  # the code of a row in which nothing is written: there is nothing to settle


class CommentImport(models.Model):
    """One table of comments that was uploaded, from preview to undo.

    For example "comments.xlsx, 50 rows, 49 imported and 1 refused as late". The upload itself is
    deleted once the import has ended; kept are its hash and the raw cells of matched columns.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="comment_imports")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="comment_imports")
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    upload = models.FileField(upload_to="comment-quarantine/", blank=True)
    received_on = models.DateField(help_text="When NICE received what states no date itself.")
    state = models.CharField(
        max_length=20, choices=CommentImportState, default=CommentImportState.READING
    )
    refusal = models.TextField(blank=True)
    tables = models.JSONField(default=list, help_text="Tables found, with headers and samples.")
    columns = models.JSONField(default=dict, help_text="Column position to the field it fills.")
    notices = models.JSONField(default=list)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    started_at = models.DateTimeField(default=timezone.now)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    finished_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return f"Import of {self.file_name}"

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def is_reading(self):
        return self.state == CommentImportState.READING

    @property
    def is_matching(self):
        return self.state == CommentImportState.MATCHING

    @property
    def is_checking(self):
        return self.state == CommentImportState.CHECKING

    @property
    def is_confirmed(self):
        return self.state == CommentImportState.CONFIRMED

    @property
    def is_refused(self):
        return self.state == CommentImportState.REFUSED

    @property
    def file_findings(self):
        """What a person should know of the whole file, as the list of findings prints it."""
        return [{**notice, "level": notice["severity"]} for notice in self.notices]

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
        rows = self.filter(import_record__state=CommentImportState.CONFIRMED, is_refused=True)
        return rows.filter(comment=None).exclude(refusal_code=EMPTY_ROW)

    def unsettled(self):
        """Those that nobody has looked at since: to be imported, or refused for good."""
        return self.refused().filter(settled_at=None)

    def settled(self):
        return self.refused().filter(settled_at__isnull=False)


class CommentImportRow(models.Model):
    """A row as it was read, what was corrected, what was found, and its comment.

    `cells` holds the raw text by field and never changes but for redaction. A row that is refused
    keeps the reason: late, unregistered, second response, individual, confidential. One that was
    refused because of what was found in it is settled when somebody imports it after all, or says
    that the refusal stands.
    """

    import_record = models.ForeignKey(
        CommentImport, on_delete=models.CASCADE, related_name="rows", db_index=False
    )
    position = models.PositiveIntegerField()
    place = models.CharField(max_length=200)
    cells = models.JSONField(default=dict)
    corrections = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    has_problem = models.BooleanField(default=False)
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

    class Meta:
        ordering = ["position"]
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

    def __str__(self):
        return f"{self.place} of {self.import_record.file_name}"

    @property
    def values(self):
        """Text by field as it would be imported: the raw cells with the corrections over them."""
        return {**self.cells, **self.corrections}

    @property
    def words(self):
        """What the organisation says in it: its comment, or its answer to a question."""
        return self.cells.get("comment", "") or self.cells.get("answer", "")

    @property
    def problems(self):
        return [found for found in self.findings if found["severity"] == "problem"]

    @property
    def warnings(self):
        return [found for found in self.findings if found["severity"] == "warning"]

    @property
    def wrong_fields(self):
        """The fields of its cells that a problem is about."""
        return {found["column"] for found in self.problems}
