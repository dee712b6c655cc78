"""What is asked to declare a development source, and to import its recommendations."""

from django import forms

from qsdev.forms import BaseForm
from qsdev.tables.limits import Limits
from recommendations.models import Guideline

ANOTHER = "another"
LARGEST_FILE = Limits().file_bytes  # 50 MB; it is read at once


class SourceDeclareForm(BaseForm):
    """A guideline that is known already, or a new one with its reference, year and title."""

    submit = "Declare this source"
    mark_optional = False
    guideline = forms.ChoiceField(widget=forms.RadioSelect, label="Guideline")
    reference = forms.CharField(
        max_length=30, required=False, help_text="As NICE writes it, for example NG26."
    )
    edition = forms.IntegerField(
        required=False, min_value=1999, max_value=2100, label="Year of this edition"
    )
    title = forms.CharField(max_length=400, required=False, label="Full title")
    is_further = forms.BooleanField(
        required=False,
        label="This is a further source, beside the key development source",
    )
    reveals = dict.fromkeys(("reference", "edition", "title"), ("guideline", ANOTHER))

    def __init__(self, data=None, *, topic, **kwargs):
        super().__init__(data, **kwargs)
        declared = topic.development_sources.values("guideline__reference")
        known = Guideline.objects.exclude(reference__in=declared)
        self.guidelines = {str(guideline.pk): guideline for guideline in known}
        self.fields["guideline"].choices = [
            *((pk, f"{guideline}: {guideline.title}") for pk, guideline in self.guidelines.items()),
            (ANOTHER, "A guideline that is not in this list"),
        ]
        if not self.guidelines:
            self.fields["guideline"].initial = ANOTHER

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("guideline") == ANOTHER:
            for name in ("reference", "edition", "title"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, f"Enter the guideline’s {name.replace('edition', 'year')}")
        return cleaned

    @property
    def is_new(self):
        return self.cleaned_data["guideline"] == ANOTHER

    @property
    def known_source(self):
        """What the action takes where the guideline is known."""
        cleaned = self.cleaned_data
        return {
            "guideline": self.guidelines[cleaned["guideline"]],
            "is_further": cleaned["is_further"],
        }

    @property
    def new_source(self):
        """What the action takes where the guideline is new."""
        names = ("reference", "edition", "title", "is_further")
        return {name: self.cleaned_data[name] for name in names}


class RecommendationImportForm(BaseForm):
    """A file or pasted text, for one of the topic's sources."""

    submit = "Check the recommendations"
    guideline = forms.ModelChoiceField(
        queryset=Guideline.objects.none(),
        empty_label=None,
        help_text="The source whose recommendations these are.",
    )
    file = forms.FileField(
        required=False,
        help_text="Plain text, .xlsx, .csv, .tsv, or a table in .docx.",
    )
    text = forms.CharField(
        required=False,
        label="Or paste the text",
        widget=forms.Textarea(attrs={"rows": 12}),
        strip=False,
    )

    def __init__(self, data=None, files=None, *, topic, **kwargs):
        super().__init__(data, files, **kwargs)
        declared = Guideline.objects.filter(development_sources__topic=topic)
        self.fields["guideline"].queryset = declared

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError("The file is larger than 50 MB: choose a smaller one")
        return file

    def clean(self):
        cleaned = super().clean()
        given = [name for name in ("file", "text") if cleaned.get(name)]
        if not given and not self.errors:
            self.add_error("file", "Choose a file, or paste the text below")
        if len(given) == 2:
            self.add_error("text", "Give the file or the text, not both")
        return cleaned
