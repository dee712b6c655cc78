"""What is asked of organisations that respond on the web, and of staff who give them codes."""

import json

from django import forms
from django.urls import reverse

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
    sent = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, kept=None, **kwargs):
        initial = {"sent": json.dumps(kept)} if kept else {}
        here = reverse("consultation:response_enter")  # it is also asked for in other pages' place
        super().__init__(data, initial=initial, action=here, **kwargs)

    @property
    def kept(self):
        """The form that was sent when the code had ended, None without one or where it is odd."""
        try:
            kept = json.loads(self["sent"].value() or "null")
            fields = [[str(name), str(value)] for name, value in kept["fields"]]
            path = str(kept["path"])
        except (KeyError, TypeError, ValueError):
            return None
        return {"path": path, "fields": fields} if path.startswith(own_pages()) else None


def own_pages():
    """How the address of every page of an organisation's response begins."""
    return reverse("consultation:response_detail")


class DraftCommentForm(VersionedForm):
    """One comment; several on the same statement are written one by one."""

    submit = "Save comment"
    section = forms.CharField(
        label="On which part of it?",
        max_length=300,
        required=False,
        help_text="For example “Rationale”, “Process measure a” or “Definitions”.",
    )
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

    def __init__(self, data=None, *, on_question=False, **kwargs):
        super().__init__(data, **kwargs)
        if on_question:
            del self.fields["section"]


class ResponseAboutForm(VersionedForm):
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
            "version": response.version,
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
    drafted_state = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label="Your name",
        max_length=200,
        help_text="Of whoever submits it for the organisation. NICE does not publish it.",
    )
    agreed = forms.BooleanField(
        label="This is my organisation’s one response, and I may submit it",
        error_messages={"required": "Tick the box to submit the response"},
    )
