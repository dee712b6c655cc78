"""What is asked of a supporting organisation: where it said so, and how it was taken on."""

from django import forms

from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm
from qsdev.validation.models import SupportState
from stakeholders.models import Stakeholder

WORDS = {
    SupportState.INVITED: "Invited to support the standard",
    SupportState.AGREED: "Agreed to support it",
    SupportState.LISTED: "Listed with the published standard",
    SupportState.DECLINED: "Declined",
    SupportState.WITHDRAWN: "Withdrawn",
}


class SupporterCreateForm(BaseForm):
    """An organisation that expressed its interest."""

    submit = "Add the organisation"
    mark_optional = False

    def __init__(self, data=None, *, topic, **kwargs):
        super().__init__(data, **kwargs)
        known = topic.supporting_organisations.values("stakeholder")
        self.fields["stakeholder"] = forms.ModelChoiceField(
            label="Organisation",
            queryset=Stakeholder.objects.organisations().exclude(pk__in=known).order_by("name"),
            empty_label="Choose an organisation",
        )
        self.fields["round"] = forms.ModelChoiceField(
            label="Where did it express its interest?",
            queryset=topic.rounds.all(),
            required=False,
            empty_label="Outside a round",
        )
        self.fields["note"] = note_field("Note", required=False)


def note_field(label, required):
    """A field for a note on how an organisation answered."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example when and how it answered. No personal details.",
    )


class SupporterEditForm(VersionedForm):
    """What an organisation becomes next: only what may follow is offered."""

    submit = "Save"
    mark_optional = False
    reveals = {"printed_name": ("state", SupportState.LISTED)}

    def __init__(self, data=None, *, organisation, **kwargs):
        name = organisation.printed_name or organisation.stakeholder.name
        initial = {"version": organisation.version, "printed_name": name}
        super().__init__(data, initial=initial, **kwargs)
        states = [(state, WORDS[state]) for state in organisation.following]
        if organisation.state == SupportState.LISTED:
            states.insert(0, (SupportState.LISTED, "Listed under another name"))
        self.fields["state"] = forms.ChoiceField(
            label="What is it now?", choices=states, widget=forms.RadioSelect
        )
        self.fields["printed_name"] = forms.CharField(
            label="Name to print", max_length=300, required=False
        )
        self.fields["note"] = note_field("Note, or the reason for withdrawing", required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("state") == SupportState.LISTED and not cleaned.get("printed_name"):
            self.add_error("printed_name", "Enter the name to print")
        if cleaned.get("state") == SupportState.WITHDRAWN and not cleaned.get("note"):
            self.add_error("note", "Say why its support is withdrawn")
        return cleaned
