"""Imports: what a file held, what was found wrong, and what became of each row."""

from django.conf import settings
from django.db import models

from qsdev.topics.models import Round, Topic
from stakeholders.models.suggestion import WORDS, Suggestion
from stakeholders.models.uploaded import OPEN, ImportState, UploadedFile, UploadedRow


class ImportQuerySet(models.QuerySet):
    def open(self):
        """Imports that somebody has begun and neither confirmed nor abandoned."""
        return self.filter(state__in=OPEN)


class Import(UploadedFile):
    """One stakeholder table or engagement form that was uploaded, from preview to undo.

    For example "appendix-4.docx, 50 rows, imported by Amira Khan on 2 February 2016, one row left
    out".
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="imports")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="imports")
    upload = models.FileField(upload_to="quarantine/", blank=True)
    table_chosen = models.CharField(max_length=200, blank=True)
    files_under_headings = models.BooleanField(default=False)

    objects = ImportQuerySet.as_manager()

    @property
    def imported_count(self):
        return self.rows.exclude(suggestion=None).count()

    @property
    def row_counts(self):
        """How many rows there are of each sort, in one query."""
        waits = models.Q(suggestion=None, is_left_out=False)
        return self.rows.aggregate(
            total=models.Count("pk"),
            ready=models.Count("pk", filter=waits & models.Q(has_problem=False)),
            with_problems=models.Count("pk", filter=waits & models.Q(has_problem=True)),
            to_check=models.Count("pk", filter=waits & models.Q(weight=2)),
            joined=models.Count("pk", filter=waits & models.Q(weight=1)),
            left_out=models.Count("pk", filter=models.Q(is_left_out=True, suggestion=None)),
            not_imported=models.Count(
                "pk", filter=models.Q(suggestion=None) & ~(waits & models.Q(has_problem=False))
            ),
        )

    @property
    def who_imported(self):
        """Who confirmed it, in words; nobody where it came by the command line."""
        return self.finished_by.name if self.finished_by else "Somebody at the command line"

    @property
    def same_file_before(self):
        """Other imports of the very same file that the topic still holds, the last first."""
        same = Import.objects.filter(
            topic=self.topic_id, sha256=self.sha256, state=ImportState.CONFIRMED
        )
        return same.exclude(pk=self.pk).select_related("finished_by").order_by("-finished_at")


class ImportRowQuerySet(models.QuerySet):
    def with_problems(self):
        return self.filter(has_problem=True, suggestion=None)

    def left_out(self):
        """Rows that were left out of a confirmed import and not settled since."""
        return self.filter(is_left_out=True, suggestion=None, settled_reason="")

    def ready(self):
        return self.filter(has_problem=False, is_left_out=False, suggestion=None)


class ImportRow(UploadedRow):
    """A row of a stakeholder table or an engagement form, and the suggestion that it became.

    For example "row 7" of Appendix 4, left out because nobody is called "Parents Foundation".
    """

    import_record = models.ForeignKey(
        Import, on_delete=models.CASCADE, related_name="rows", db_index=False
    )  # the constraint below has an index that begins with it
    heading = models.CharField(max_length=300, blank=True)
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        db_index=False,  # hardly any row is corrected, and none is looked for by who did it
    )
    corrected_at = models.DateTimeField(null=True)
    correction_reason = models.TextField(blank=True)
    weight = models.PositiveSmallIntegerField(
        default=0, help_text="0 nothing found, 1 only joined to rows below, 2 warnings, 3 problems."
    )
    is_left_out = models.BooleanField(default=False)
    settled_reason = models.TextField(
        blank=True, help_text="Why a row that was left out will not be imported."
    )
    suggestion = models.OneToOneField(
        Suggestion, on_delete=models.SET_NULL, null=True, related_name="import_row"
    )

    objects = ImportRowQuerySet.as_manager()

    class Meta(UploadedRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["import_record", "position"], name="import_row_position_once"
            )
        ]

    def as_read(self, key):
        """What the file says in a column, before anybody corrected it."""
        return self.heading if key == "heading" else self.cells.get(key, "")

    @property
    def shown_heading(self):
        return self.corrections.get("heading", self.heading)

    @property
    def shown_findings(self):
        """The findings as the list of findings prints them."""
        return [{**found, "level": found["severity"]} for found in self.findings]

    @property
    def name_is_wrong(self):
        return any(found["column"] == "stakeholder" for found in self.problems)

    @property
    def number_is_wrong(self):
        return any(found["column"] == "number" for found in self.problems)

    @property
    def labelled_words(self):
        """Each cell that holds the contributor's words, under its column's name."""
        fields = [Suggestion._meta.get_field(word) for word in WORDS]
        return [(str(f.verbose_name).capitalize(), self.cells.get(f.name, "")) for f in fields]

    @property
    def first_words(self):
        return next((self.cells[word] for word in WORDS if self.cells.get(word)), "")

    @property
    def proposals(self):
        """Ids of the stakeholders whose names are like the row's, the likest first."""
        return [pk for found in self.findings for pk in found.get("proposals", ())]

    @property
    def raw_cells(self):
        """(words for the column, raw text) pairs."""
        return [(column_label(key), text) for key, text in self.cells.items()]

    @property
    def corrected_cells(self):
        """What was corrected: the column, the text before and the text after."""
        return [
            {"label": column_label(key), "before": self.cells.get(key, ""), "after": text}
            for key, text in self.corrections.items()
        ]


def column_label(key):
    """A column in words: "why_important" is "Why is this important?"."""
    if key in WORDS:
        return Suggestion._meta.get_field(key).verbose_name.capitalize()
    return {"number": "ID", "id": "ID"}.get(key, key.replace("_", " ").capitalize())
