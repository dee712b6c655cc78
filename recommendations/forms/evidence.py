"""What is asked of evidence: its sources, the findings, and the numbers of the search."""

import re

from django import forms

from qsdev.forms import MarkdownField
from qsdev.forms.versioned import VersionedForm
from recommendations.forms.filters import FilterForm
from recommendations.models import SourceOrigin

MOST_PAPERS = 1_000_000
KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


CITED = [("", "Anywhere or nowhere"), ("cited", "In a finding"), ("nowhere", "Nowhere yet")]


class EvidenceFilterForm(FilterForm):
    """Which sources the library shows."""

    words = forms.CharField(label="Author, title or year", required=False, max_length=200)
    origin = forms.ChoiceField(
        label="How it was found", choices=[("", "Any way"), *SourceOrigin.choices], required=False
    )
    use = forms.ChoiceField(label="Cited", choices=CITED, required=False)

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.leave_out_what_is_wrong()

    def found(self, sources, cited):
        """Those of the sources that pass; `cited` holds the keys of those that findings cite."""
        said = self.said
        return [
            source
            for source in sources
            if said.get("origin") in {None, source.origin}
            and said.get("use") in {None, "cited" if source.pk in cited else "nowhere"}
            and has_words(source, said.get("words", ""))
        ]


def has_words(source, words):
    """Whether the source's author, title, year and key have all the words."""
    text = f"{source.author} {source.title} {source.year} {source.key}".casefold()
    return all(word in text for word in words.casefold().split())


class EvidenceSourceForm(VersionedForm):
    submit = "Save source"
    key = forms.CharField(
        max_length=60,
        label="Key for citing it",
        help_text="Small letters, numbers and hyphens, for example ons-2015.",
    )
    author = forms.CharField(
        max_length=300, help_text="A person or an organisation, as the paper is to print it."
    )
    year = forms.IntegerField(min_value=1800, max_value=2100)
    title = forms.CharField(max_length=500)
    url = forms.URLField(max_length=500, required=False, label="Web address", assume_scheme="https")
    origin = forms.ChoiceField(
        choices=SourceOrigin,
        widget=forms.RadioSelect,
        initial=SourceOrigin.SEARCH,
        label="How it was found",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, source=None, **kwargs):
        initial = {name: getattr(source, name) for name in self.base_fields} if source else {}
        super().__init__(data, initial=initial, **kwargs)
        if source:
            del self.fields["key"]
        else:
            del self.fields["version"]

    def clean_key(self):
        key = self.cleaned_data["key"].lower()
        if not KEY.fullmatch(key):
            raise forms.ValidationError(
                "Write the key with letters, numbers and hyphens only, like ons-2015"
            )
        return key


class FindingForm(VersionedForm):
    submit = "Save finding"
    text = MarkdownField(
        rows=14,
        required=False,
        label="Current UK practice",
        help_text="Cite a source by its key, after what it supports: [@ons-2015]. The paper "
        "prints a footnote there.",
    )
    none_found = forms.BooleanField(
        required=False,
        label="No published studies on current practice were found",
        help_text="The paper prints the standard sentence; leave the text empty.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, data=None, *, finding=None, **kwargs):
        initial = {name: getattr(finding, name) for name in self.base_fields} if finding else {}
        super().__init__(data, initial=initial, **kwargs)


class EvidenceSearchForm(VersionedForm):
    """The numbers of the flowchart, with rows for the reasons of exclusion."""

    submit = "Save numbers"
    from_databases = forms.IntegerField(
        min_value=0, max_value=MOST_PAPERS, label="Papers found by searching databases"
    )
    from_stakeholders = forms.IntegerField(
        min_value=0, max_value=MOST_PAPERS, label="Papers suggested by stakeholders"
    )
    from_internal = forms.IntegerField(
        min_value=0, max_value=MOST_PAPERS, label="Papers suggested internally"
    )
    stated_included = forms.IntegerField(
        min_value=0,
        max_value=MOST_PAPERS,
        label="Papers said to be included",
        help_text="Kept as stated; the checks compare it with the sum and with what is cited.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    numbers = ("from_databases", "from_stakeholders", "from_internal", "stated_included")
    fewest_rows = 5

    def __init__(self, data=None, *, search=None, **kwargs):
        exclusions = list(search.exclusions.all()) if search else []
        initial = {name: getattr(search, name) for name in self.base_fields} if search else {}
        for row, exclusion in enumerate(exclusions):
            initial |= {f"reason_{row}": exclusion.reason, f"papers_{row}": exclusion.papers}
        super().__init__(data, initial=initial, **kwargs)
        self.rows = range(max(self.fewest_rows, len(exclusions) + 2))
        for row in self.rows:
            self.fields[f"reason_{row}"] = forms.CharField(
                max_length=200, required=False, label=f"Reason {row + 1} for excluding papers"
            )
            self.fields[f"papers_{row}"] = forms.IntegerField(
                min_value=0,
                max_value=MOST_PAPERS,
                required=False,
                label=f"Papers excluded for reason {row + 1}",
            )

    def clean(self):
        cleaned = super().clean()
        for row in self.rows:
            reason, papers = cleaned.get(f"reason_{row}"), cleaned.get(f"papers_{row}")
            if reason and papers is None and f"papers_{row}" not in self.errors:
                self.add_error(f"papers_{row}", "Enter how many papers were excluded for it")
            if papers is not None and not reason and f"reason_{row}" not in self.errors:
                self.add_error(f"reason_{row}", "Enter the reason for excluding these papers")
        return cleaned

    @property
    def number_fields(self):
        return [self[name] for name in self.numbers]

    @property
    def exclusion_rows(self):
        """Pairs of fields, reason and papers, in the order of the flowchart."""
        return [(self[f"reason_{row}"], self[f"papers_{row}"]) for row in self.rows]

    @property
    def typed(self):
        """The numbers that make sense so far, and pairs of a reason and papers; 0 for the rest."""
        self.is_valid()
        kept = getattr(self, "cleaned_data", {}) if self.is_bound else self.initial
        numbers = {name: kept.get(name) or 0 for name in self.numbers}
        pairs = [(kept.get(f"reason_{row}"), kept.get(f"papers_{row}") or 0) for row in self.rows]
        return numbers, [(reason, papers) for reason, papers in pairs if reason]

    @property
    def search_numbers(self):
        """What the action takes."""
        cleaned = self.cleaned_data
        exclusions = [
            (cleaned[f"reason_{row}"], cleaned[f"papers_{row}"])
            for row in self.rows
            if cleaned[f"reason_{row}"]
        ]
        kept = {name: cleaned[name] for name in (*self.numbers, "version")}
        return {**kept, "exclusions": exclusions}
