"""What is asked to split a suggestion, file its parts, merge it, or leave a note with it."""

from django import forms

from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm
from stakeholders.actions.splitting import FEWEST_PARTS, MOST_PARTS
from stakeholders.forms.suggestions import PlaceField


class SuggestionSplitForm(VersionedForm):
    """For each part the passages that it takes, an empty line between them."""

    submit = "Split into these parts"
    mark_optional = False

    def __init__(self, data=None, *, suggestion, count, initial=None, **kwargs):
        initial = {"version": suggestion.version, **(initial or {})}
        super().__init__(data, initial=initial, **kwargs)
        self.count = min(max(count, FEWEST_PARTS), MOST_PARTS)
        for letter in self.letters:
            self.fields[f"part_{letter}"] = forms.CharField(
                label=f"Words of part {letter}",
                required=False,
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text="Copied from the suggestion; an empty line between passages.",
            )

    @property
    def letters(self):
        return "abcdefghijklmnopqrstuvwxyz"[: self.count]

    @property
    def parts(self):
        """The passages of each part, as lists of text."""
        return [self.cleaned_data[f"part_{letter}"].split("\n\n") for letter in self.letters]


class PartFileForm(VersionedForm):
    """Where a part is filed."""

    submit = "File this part"

    def __init__(self, data=None, *, part, filing=None, **kwargs):
        super().__init__(data, initial={"version": part.suggestion.version}, **kwargs)
        initial = f"{filing.area_id}.{filing.sub_area_id}".removesuffix(".None") if filing else ""
        self.fields["place"] = PlaceField(
            topic=part.suggestion.topic, label="Area of this part", initial=initial
        )


class SuggestionMergeForm(VersionedForm):
    """With which suggestion this one is merged, and why."""

    submit = "Merge"
    into = forms.IntegerField(
        label="Number of the suggestion that says the same", min_value=1, max_value=999_999_999
    )
    reason = forms.CharField(
        label="Why are they the same?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It stays in the history of both.",
    )


class NoteCreateForm(BaseForm):
    """A note for colleagues."""

    submit = "Save note"
    text = forms.CharField(
        label="Note for colleagues",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="No paper prints it.",
    )
