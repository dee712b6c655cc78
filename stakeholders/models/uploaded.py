"""What every import keeps, whatever its rows become: the file, its state, and each row as read."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class ImportState(models.TextChoices):
    READING = "reading", "Being read"
    MATCHING = "matching", "Columns to be matched"
    CHECKING = "checking", "Rows to be checked"
    CONFIRMED = "confirmed", "Imported"
    ABANDONED = "abandoned", "Abandoned"
    UNDONE = "undone", "Undone"
    REFUSED = "refused", "Refused"


#: Begun, and neither confirmed nor abandoned.
OPEN = (ImportState.READING, ImportState.MATCHING, ImportState.CHECKING)


class UploadedFile(models.Model):
    """A file that was uploaded, from preview to undo.

    For example "comments.xlsx", read, matched and confirmed. A model of it adds `upload`, which is
    deleted once the import has ended; kept are its hash and the raw cells of matched columns.
    """

    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=20, choices=ImportState, default=ImportState.READING)
    refusal = models.TextField(blank=True)
    tables = models.JSONField(default=list, help_text="Tables found, with headers and samples.")
    columns = models.JSONField(default=dict, help_text="Column position to the field it fills.")
    notices = models.JSONField(default=list, help_text="What was changed or dropped on reading.")
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
        abstract = True
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return f"Import of {self.file_name}"

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def is_reading(self):
        return self.state == ImportState.READING

    @property
    def is_matching(self):
        return self.state == ImportState.MATCHING

    @property
    def is_checking(self):
        return self.state == ImportState.CHECKING

    @property
    def is_confirmed(self):
        return self.state == ImportState.CONFIRMED

    @property
    def is_refused(self):
        return self.state == ImportState.REFUSED

    @property
    def file_findings(self):
        """What a person should know of the whole file, as the list of findings prints it."""
        return [{**notice, "level": notice["severity"]} for notice in self.notices]


class UploadedRow(models.Model):
    """A row of an import as it was read, what was corrected in it, and what was found.

    `cells` holds the raw text by field and never changes but for redaction; `corrections` what a
    person typed instead; `findings` the problems and warnings, each with place, code and message.
    A model of it adds `import_record`.
    """

    position = models.PositiveIntegerField()
    place = models.CharField(max_length=200)
    cells = models.JSONField(default=dict)
    corrections = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    has_problem = models.BooleanField(default=False)

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self):
        return f"{self.place} of {self.import_record.file_name}"

    @property
    def values(self):
        """Text by field as it would be imported: the raw cells with the corrections over them."""
        return {**self.cells, **self.corrections}

    @property
    def problems(self):
        return [found for found in self.findings if found["severity"] == "problem"]

    @property
    def warnings(self):
        return [found for found in self.findings if found["severity"] == "warning"]
