"""What is asked of an improvement area and a sub-area."""

from django import forms

from qsdev.forms import BaseForm, MarkdownField
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.models import AdditionalReason, AreaKind


class AreaForm(VersionedForm):
    submit = "Save area"
    mark_optional = False
    title = forms.CharField(max_length=200, help_text="As the paper is to print it.")
    kind = forms.ChoiceField(choices=AreaKind, widget=forms.RadioSelect, initial=AreaKind.MAIN)
    reason = forms.ChoiceField(
        label="Reason for not progressing it",
        choices=[("", "Choose a reason"), *AdditionalReason.choices],
        required=False,
    )
    explanation = MarkdownField(
        label="More about the reason (optional)",
        required=False,
        rows=6,
        help_text="Printed after the reason’s standard sentence.",
    )
    reveals = {
        "reason": ("kind", AreaKind.ADDITIONAL),
        "explanation": ("kind", AreaKind.ADDITIONAL),
    }
    choice_hints = {
        "kind": {
            AreaKind.MAIN: "Printed in section 4 with its recommendations and practice.",
            AreaKind.ADDITIONAL: "Gathered apart, with the reason for not progressing it.",
        }
    }

    def __init__(self, data=None, *, area=None, **kwargs):
        initial = {name: getattr(area, name) for name in self.base_fields} if area else {}
        super().__init__(data, initial=initial, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == AreaKind.ADDITIONAL and not cleaned.get("reason"):
            self.add_error("reason", "Choose the reason for not progressing this area")
        if cleaned.get("kind") == AreaKind.MAIN:
            cleaned |= {"reason": "", "explanation": ""}
        return cleaned

    @property
    def area_fields(self):
        """What an action takes; the version is apart."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class SubAreaForm(VersionedForm):
    submit = "Save sub-area"
    title = forms.CharField(max_length=200)

    def __init__(self, data=None, *, sub_area=None, **kwargs):
        kept = {"title": sub_area.title, "version": sub_area.version} if sub_area else {}
        super().__init__(data, initial=kept, **kwargs)


class OrderForm(BaseForm):
    """An order of rows as a page that can drag them sends it: their ids, one after the other."""

    order = forms.TypedMultipleChoiceField(coerce=int)

    def __init__(self, data, *, rows):
        super().__init__(data)
        self.fields["order"].choices = [(pk, "") for pk in rows.values_list("pk", flat=True)]
