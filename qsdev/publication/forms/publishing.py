"""What is asked before a standard is published or withdrawn."""

from django import forms

from qsdev.forms import BaseForm, MarkdownField
from qsdev.forms.versioned import VersionedForm


class PlanEditForm(VersionedForm):
    """The reference, and what the standard covers."""

    submit = "Save"
    reference = forms.CharField(
        max_length=10,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        help_text="QS and a number, for example QS133. It is part of the public addresses, and"
        " stays once the standard is published.",
    )
    about = MarkdownField(
        label="What this quality standard covers", rows=6, help_text="And for whom it is."
    )


class StandardPublishForm(BaseForm):
    """What is new, and that what is published is what was looked at."""

    submit = "Publish the standard"
    content_hash = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="What is new in this version?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Everyone reads this, for example “First publication”.",
    )
    reason_accepted = forms.CharField(
        label="Why may the standard be published before everything is done?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It is recorded, and not shown to the public.",
    )

    def __init__(self, *args, outstanding, **kwargs):
        super().__init__(*args, **kwargs)
        if not outstanding:
            del self.fields["reason_accepted"]


class StandardWithdrawForm(BaseForm):
    submit = "Withdraw the standard"
    warning = True
    reason = forms.CharField(
        label="Why is it withdrawn?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Everyone who opens the standard’s address reads this.",
    )
