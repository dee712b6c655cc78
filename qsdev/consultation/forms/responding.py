"""What is asked of organisations that respond on the web, and of staff who give them codes."""

from django import forms

from qsdev.consultation.models import CodeKind, Interest
from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm
from stakeholders.models import Stakeholder

LONGEST_COMMENT = 10_000
YES_NO = [("no", "No"), ("yes", "Yes")]


class CodeCreateForm(BaseForm):
    submit = "Make a code"
    stakeholder = forms.ModelChoiceField(
        label="Organisation", queryset=Stakeholder.objects.organisations().order_by("name")
    )
    kind = forms.ChoiceField(
        label="Whose code is it?",
        choices=CodeKind,
        initial=CodeKind.LEAD,
        widget=forms.RadioSelect,
        help_text="A new code takes the place of an earlier one of the same kind.",
    )


class ResponseEnterForm(BaseForm):
    submit = "Continue"
    code = forms.CharField(
        label="Your organisation’s code",
        max_length=40,
        help_text="Three groups of letters and numbers, as NICE gave it to you.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class DraftCommentForm(VersionedForm):
    """One comment; several on the same statement are written one by one."""

    submit = "Save comment"
    text = forms.CharField(
        label="Your comment",
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Do not name patients or other private people.",
    )
    written_by = forms.CharField(
        label="Your name, for your colleagues",
        max_length=200,
        required=False,
        help_text="NICE does not publish it.",
    )


class ResponseAboutForm(BaseForm):
    submit = "Save"
    has_tobacco_links = forms.ChoiceField(
        label="Does your organisation have links with the tobacco industry?",
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    tobacco_links = forms.CharField(
        label="What links are they?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Direct or indirect, now or in the past.",
    )
    interest = forms.ChoiceField(
        label="Would your organisation like to support the published standard formally?",
        choices=[(Interest.YES, "Yes"), (Interest.NO, "No")],
        widget=forms.RadioSelect,
    )
    reveals = {"tobacco_links": ("has_tobacco_links", "yes")}

    def __init__(self, data=None, *, response, **kwargs):
        links = response.has_tobacco_links
        initial = {
            "has_tobacco_links": "" if links is None else "yes" if links else "no",
            "tobacco_links": response.tobacco_links,
            "interest": response.interest,
        }
        super().__init__(data, initial=initial, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if (
            cleaned.get("has_tobacco_links") == "yes"
            and not cleaned.get("tobacco_links", "").strip()
        ):
            self.add_error("tobacco_links", "Say what links your organisation has")
        cleaned["has_tobacco_links"] = cleaned.get("has_tobacco_links") == "yes"
        return cleaned


class ResponseSubmitForm(BaseForm):
    submit = "Submit the response"
    name = forms.CharField(
        label="Your name",
        max_length=200,
        help_text="Of whoever submits it for the organisation. NICE does not publish it.",
    )
    agreed = forms.BooleanField(
        label="This is my organisation’s one response, and I may submit it",
        error_messages={"required": "Tick the box to submit the response"},
    )
