"""What is asked while a stakeholder table is imported."""

from django import forms
from django.core.files.base import ContentFile

from qsdev.forms import BaseForm, FilesField
from qsdev.tables.limits import Limits
from stakeholders.imports.columns import COLUMNS, HEADING_KEY, LABELS, NAME_KEY, NUMBER_KEY
from stakeholders.imports.names import pseudonym_in

ACCEPTED = ".docx,.xlsx,.csv,.tsv,.txt"
MOST_FILES = 100
LONGEST_TEXT = 1_000_000
PASTED = "pasted text.txt"
LARGEST_FILE = Limits().file_bytes  # 50 MB


class ImportUploadForm(BaseForm):
    submit = "Upload and continue"
    files = FilesField(
        label="Stakeholder table, or engagement forms",
        help_text=(
            "Word (.docx), Excel (.xlsx), CSV or text files, each up to 50 MB. A table has one"
            " suggestion in each row; of forms, choose as many as you have."
        ),
        accept=ACCEPTED,
        required=False,
    )
    text = forms.CharField(
        label="Or paste a table",
        help_text="Its heading row and all columns, as copied from a spreadsheet or a document.",
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    mark_optional = False

    def clean_files(self):
        files = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"Choose at most {MOST_FILES} files at once.")
        for file in files:
            if file.size > LARGEST_FILE:
                raise forms.ValidationError(f"{file.name} is larger than 50 MB.")
        return files

    def clean(self):
        cleaned = super().clean()
        has_text = bool(cleaned.get("text", "").strip())
        if not self.errors and not (cleaned["files"] or has_text):
            self.add_error("files", "Choose a file, or paste a table below")
        if not self.errors and cleaned["files"] and has_text:
            self.add_error("text", "Give files or pasted text, not both at once")
        return cleaned

    @property
    def uploads(self):
        """The files; of pasted text, the file that it would be when saved."""
        pasted = ContentFile(self.cleaned_data["text"].encode(), name=PASTED)
        return self.cleaned_data["files"] or [pasted]


class ImportColumnsForm(BaseForm):
    """One choice for each column of the table; `table` is one of the import's tables.

    `labels` names the fields that a column may fill, by key.
    """

    mark_optional = False
    labels = {spec.key: LABELS[spec.key] for spec in COLUMNS}
    version = forms.IntegerField(widget=forms.HiddenInput)
    header_row = forms.IntegerField(
        label="Row that holds the column headings",
        help_text="Its number in the file; 0 if there is none. Leave it empty to let it be found.",
        min_value=0,
        required=False,
    )

    def __init__(self, *args, table, **kwargs):
        super().__init__(*args, **kwargs)
        self.table = table
        for column in table["columns"]:
            self.fields[f"column_{column['index']}"] = forms.ChoiceField(
                label=f"Import “{column['header'] or column['index'] + 1}” as",
                choices=[("", "Do not import"), *self.labels.items()],
                initial=column["key"] or "",
                required=False,
            )

    @property
    def columns(self):
        """Each column of the file with the field that asks what it is."""
        return [(column, self[f"column_{column['index']}"]) for column in self.table["columns"]]

    @property
    def matched(self):
        """The field that each column fills, by the column's position."""
        said = {
            str(column["index"]): self.cleaned_data[f"column_{column['index']}"]
            for column in self.table["columns"]
        }
        return {index: key for index, key in said.items() if key}


class ImportRowCorrectForm(BaseForm):
    submit = "Save the row"
    stakeholder = forms.CharField(
        max_length=300,
        required=False,
        help_text="Full name, abbreviation or pseudonym, as the register has it.",
        widget=forms.TextInput(attrs={"list": "register", "autocomplete": "off"}),
    )
    number = forms.CharField(label="ID", max_length=20, required=False)
    heading = forms.CharField(max_length=300, required=False)
    reason = forms.CharField(
        label="Reason for the correction",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept with the row: how you know.",
    )

    @property
    def corrections(self):
        """What was typed, for the fields that were sent."""
        return {
            key: self.cleaned_data[key]
            for key in (NUMBER_KEY, NAME_KEY, HEADING_KEY)
            if key in self.data
        }


class ImportRowRegisterForm(BaseForm):
    submit = "Save and check the rows again"
    mark_optional = False
    what = forms.ChoiceField(
        label="Who is this?",
        choices=[
            ("new", "An organisation that is not in the register yet"),
            ("known", "Another spelling of an organisation in the register"),
        ],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label="Full name", max_length=300, required=False)
    abbreviation = forms.CharField(
        max_length=300, required=False, help_text="As papers print it, for example iHV."
    )
    known = forms.ModelChoiceField(label="Organisation", queryset=None, required=False)
    reveals = {
        "name": ("what", "new"),
        "abbreviation": ("what", "new"),
        "known": ("what", "known"),
    }

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["known"].queryset = organisations

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("what") == "known" and not cleaned.get("known"):
            self.add_error("known", "Choose the organisation.")
        if cleaned.get("what") == "new":
            for name in ("name", "abbreviation"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, f"Enter the {self.fields[name].label.lower()}.")
        if pseudonym_in(cleaned.get("name") or "")[0]:
            self.add_error("name", "This is a pseudonym, not an organisation’s name.")
        return cleaned


class ImportRowSettleForm(BaseForm):
    submit = "Settle the row"
    reason = forms.CharField(
        label="Why will this row not be imported?", widget=forms.Textarea(attrs={"rows": 3})
    )


class ImportConfirmForm(BaseForm):
    mark_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput)
    files_under_headings = forms.BooleanField(
        label="File the rows under their headings", required=False
    )


class ImportUndoForm(BaseForm):
    submit = "Undo this import"
    warning = True


class ImportAbandonForm(BaseForm):
    submit = "Abandon this import"
    warning = True
