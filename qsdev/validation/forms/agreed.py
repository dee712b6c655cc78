"""What is asked of what was agreed on a statement: outcome, version, themes and reason."""

from django import forms
from django.db.models import Count, Q

from qsdev.forms import BaseForm
from qsdev.validation.models import AgreedOutcome

CHANGED = ("outcome", AgreedOutcome.CHANGED)


class VersionChoice(forms.ModelChoiceField):
    def label_from_instance(self, version):
        return f"Version {version.number}: {version.reason or 'no reason given'}"


class ThemeChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, theme):
        return f"{theme.title} ({theme.said} on this statement)"


class AgreedChangeForm(BaseForm):
    """What the committee agreed; a change names its version and the themes that led to it."""

    submit = "Record what was agreed"
    mark_optional = False
    reveals = {"statement_version": CHANGED, "themes": CHANGED}
    choice_hints = {
        "outcome": {
            AgreedOutcome.NO_CHANGE: "It stays as it was consulted on.",
            AgreedOutcome.CHANGED: "Write the new version first, then name it here.",
            AgreedOutcome.REMOVED: "Then remove it from the standard, on its own page.",
            AgreedOutcome.REFERRED_BACK: "The committee looks at it again before publication.",
        }
    }
    outcome = forms.ChoiceField(
        label="What did the committee agree?", choices=AgreedOutcome, widget=forms.RadioSelect
    )
    supersedes = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, versions, themes, agreed=None, linked=(), **kwargs):
        initial = {"supersedes": agreed and agreed.pk, "themes": list(linked)}
        super().__init__(data, initial=initial, **kwargs)
        self.fields["statement_version"] = VersionChoice(
            label="Version that carries the change",
            queryset=versions,
            required=False,
            empty_label="Choose a version",
        )
        self.fields["themes"] = ThemeChoices(
            label="Themes of the comments that led to it",
            queryset=themes,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["reason"] = forms.CharField(
            max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
        )

    def clean(self):
        cleaned = super().clean()
        is_named = cleaned.get("statement_version") or "statement_version" in self.errors
        if cleaned.get("outcome") == AgreedOutcome.CHANGED and not is_named:
            self.add_error("statement_version", "Choose the version that carries the change")
        return cleaned


def themes_on(round, draft_statement):
    """The themes of a round with how many of their comments are on a statement (`said`)."""
    on_it = Q(comments__statement=draft_statement) if draft_statement else Q(comments=None)
    return round.themes.annotate(said=Count("comments", filter=on_it)).order_by("-said", "position")


class WordingAgreeForm(BaseForm):
    submit = "Agree this wording"
    seen = forms.IntegerField(widget=forms.HiddenInput)


class WordingWithdrawForm(BaseForm):
    submit = "Take the agreement back"
    warning = True
    reason = forms.CharField(
        label="Why is it taken back?", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
