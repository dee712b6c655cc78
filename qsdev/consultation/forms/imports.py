"""What is asked while a table of comments is imported."""

from django import forms
from django.core.files.base import ContentFile
from django.utils.text import capfirst

from qsdev.consultation.imports.columns import CORRECTABLE, LABELS
from qsdev.consultation.imports.findings import REFUSALS
from qsdev.consultation.imports.reading import LIMITS
from qsdev.forms import BaseForm, DateField
from stakeholders.forms.imports import ImportColumnsForm

LONGEST_TEXT = 1_000_000
PASTED = "pasted text.txt"
#: The reasons that a person gives for a refusal.
CODES = ("late", "unregistered", "second_response", "individual", "confidential", "unplaced")


class CommentUploadForm(BaseForm):
    submit = "Upload and continue"
    mark_optional = False
    file = forms.FileField(
        label="Table of comments",
        help_text=(
            "Word (.docx), Excel (.xlsx), CSV or text, up to 5 MB, one comment in each row; or the"
            " .xlsx that NICE’s comment collection exports."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx,.csv,.tsv,.txt"}),
    )
    text = forms.CharField(
        label="Or paste a table",
        help_text="Its heading row and all columns, as copied from a spreadsheet or a document.",
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    received_on = DateField(
        label="When did NICE receive these comments?",
        help_text="It counts for rows that state no date of their own.",
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LIMITS.file_bytes:
            raise forms.ValidationError(f"{file.name} is larger than 5 MB.")
        return file

    def clean(self):
        cleaned = super().clean()
        has_text = bool(cleaned.get("text", "").strip())
        if not self.errors and not (cleaned["file"] or has_text):
            self.add_error("file", "Choose a file, or paste a table below")
        if not self.errors and cleaned["file"] and has_text:
            self.add_error("text", "Give a file or pasted text, not both at once")
        return cleaned

    @property
    def upload(self):
        """The file; of pasted text, the file that it would be when saved."""
        pasted = ContentFile(self.cleaned_data["text"].encode(), name=PASTED)
        return self.cleaned_data["file"] or pasted


class CommentColumnsForm(ImportColumnsForm):
    labels = LABELS


class CommentRowCorrectForm(BaseForm):
    submit = "Save the row"
    organisation = forms.CharField(
        max_length=300,
        required=False,
        help_text="Full name or abbreviation, as the register has it.",
        widget=forms.TextInput(attrs={"list": "register", "autocomplete": "off"}),
    )
    on_behalf = forms.CharField(
        label=LABELS["on_behalf"],
        max_length=300,
        required=False,
        help_text="Yes, where the table has it wrong and the organisation itself responded.",
    )
    statement = forms.CharField(max_length=300, required=False, help_text="Its number.")
    question = forms.CharField(max_length=2000, required=False, help_text="Its number.")
    section = forms.CharField(max_length=300, required=False)
    submitted = forms.CharField(
        label="Date submitted",
        max_length=100,
        required=False,
        help_text="Only where the table has it wrong: as the organisation’s own message says.",
    )

    @property
    def corrections(self):
        """What was typed, for the fields that were sent."""
        return {key: self.cleaned_data[key] for key in CORRECTABLE if key in self.data}


class CommentRowRefuseForm(BaseForm):
    submit = "Refuse this row"
    warning = True
    code = forms.ChoiceField(
        label="Why is it refused?",
        choices=[(code, REFUSALS[code]) for code in CODES],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="The reason in words",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It is kept with the row, and what the organisation is told.",
        max_length=2000,
    )


class RowsField(forms.ModelMultipleChoiceField):
    """Rows to tick, each with its place, its organisation, and what was wrong with it."""

    def label_from_instance(self, row):
        name = row.values.get("organisation", "").strip() or "No organisation"
        return f"{capfirst(row.place)}, {name}: {row.refusal_reason}"


class CommentRowsSettleForm(CommentRowRefuseForm):
    """Rows whose refusal stands, all for the same reason."""

    submit = "Refuse these rows for good"

    def __init__(self, data=None, *, rows, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["rows"] = RowsField(
            label="Which rows?",
            queryset=rows,
            widget=forms.CheckboxSelectMultiple,
        )
        self.order_fields(["rows", "code", "reason"])


class CommentConfirmForm(BaseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
