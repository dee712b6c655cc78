"""What is asked of a validation step: which body, when, what it said; and of a correction."""

from django import forms
from django.utils import timezone

from qsdev.forms import BaseForm, DateField
from qsdev.validation.models import StepKind, StepOutcome


class StepForm(BaseForm):
    """A step as it is recorded or corrected."""

    submit = "Record the step"
    taken_on = DateField(label="On which day?")
    outcome = forms.ChoiceField(
        label="What was the outcome?", choices=StepOutcome, widget=forms.RadioSelect
    )
    notes = forms.CharField(
        label="Notes, if there are any",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="For example which changes were asked for. No personal details.",
    )

    def clean_taken_on(self):
        taken_on = self.cleaned_data["taken_on"]
        if taken_on > timezone.localdate():
            raise forms.ValidationError("The day cannot lie ahead")
        return taken_on


def body_field(required):
    """The field for the name of the body that referred the topic."""
    return forms.CharField(
        label="Which body?",
        max_length=200,
        required=required,
        help_text="As it is called, for example the department that referred the topic.",
    )


class StepCreateForm(StepForm):
    """A step, of Guidance Executive or of a body that referred the topic."""

    mark_optional = False
    reveals = {"body": ("kind", StepKind.REFERRING_BODY)}
    field_order = ["kind", "body", "taken_on", "outcome", "notes"]
    kind = forms.ChoiceField(label="Who said it?", choices=StepKind, widget=forms.RadioSelect)
    body = body_field(required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == StepKind.REFERRING_BODY and not cleaned.get("body"):
            self.add_error("body", "Enter the body that referred the topic")
        return cleaned


class StepCorrectForm(StepForm):
    """A step as it should have been recorded, and what was wrong."""

    submit = "Correct the step"
    reason = forms.CharField(
        label="What was wrong?", max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data=None, *, step, **kwargs):
        initial = {name: getattr(step, name) for name in ("body", "taken_on", "outcome", "notes")}
        super().__init__(data, initial=initial, **kwargs)
        if step.kind == StepKind.REFERRING_BODY:
            self.fields = {"body": body_field(required=True), **self.fields}
