"""What is asked of meetings: when and where, the agenda, points, actions and decisions."""

from datetime import datetime

from django import forms
from django.utils import timezone

from qsdev.briefing.models import IssuedArea
from qsdev.committee.models import MeetingKind, Outcome
from qsdev.forms import BaseForm, DateField, clock
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.models import AdditionalReason

LONG = {"rows": 4}
CORRECT = "Record this correction"


class MeetingForm(VersionedForm):
    """When and where a meeting is, and its quorum."""

    submit = "Save this meeting"
    starts_on = DateField(label="Date")
    starts_time = clock("Time", "10:00")
    place = forms.CharField(required=False, max_length=200, help_text="For example “Online”.")
    quorum_percent = forms.IntegerField(
        label="Quorum (% of appointed voting members)", min_value=1, max_value=100, initial=50
    )

    def clean(self):
        given = super().clean()
        day, time = given.pop("starts_on", None), given.pop("starts_time", None)
        if day and time:
            given["starts_at"] = timezone.make_aware(datetime.combine(day, time))
        return given


class MeetingCreateForm(MeetingForm):
    submit = "Plan this meeting"
    field_order = ["kind"]
    kind = forms.ChoiceField(
        choices=MeetingKind, widget=forms.RadioSelect, initial=MeetingKind.FIRST
    )


class MeetingEditForm(MeetingForm):
    others_present = forms.CharField(
        label="Others present",
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text="People without an account here, one a line, for the minutes.",
    )

    def __init__(self, data=None, *, meeting, **kwargs):
        starts = timezone.localtime(meeting.starts_at)
        kept = ("place", "quorum_percent", "others_present", "version")
        initial = {name: getattr(meeting, name) for name in kept}
        initial |= {"starts_on": starts.date(), "starts_time": starts.strftime("%H:%M")}
        super().__init__(data, initial=initial, **kwargs)


class ItemForm(VersionedForm):
    """An item of the agenda."""

    submit = "Save this item"
    title = forms.CharField(max_length=200)
    minutes = forms.IntegerField(
        label="How long is it to take? (minutes)", min_value=1, max_value=600, required=False
    )

    def __init__(self, data=None, *, item=None, **kwargs):
        kept = ("title", "minutes", "version")
        initial = {name: getattr(item, name) for name in kept} if item else {}
        super().__init__(data, initial=initial, **kwargs)
        if item and item.issued_area_id:
            self.fields["title"].disabled = True


class PointForm(VersionedForm):
    """A point of the discussion."""

    submit = "Note this point"
    text = forms.CharField(
        label="Point of the discussion",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As the minutes will give it. Nobody is named.",
    )

    def __init__(self, data=None, *, point=None, **kwargs):
        initial = {"text": point.text, "version": point.version} if point else {}
        super().__init__(data, initial=initial, **kwargs)


class ActionPointForm(VersionedForm):
    """Something that somebody is asked to do."""

    submit = "Save this action"
    text = forms.CharField(label="What is to be done?", widget=forms.Textarea(attrs=LONG))
    owner = forms.CharField(label="By whom?", max_length=200)
    due_on = DateField(label="Until when?", required=False)

    def __init__(self, data=None, *, action_point=None, **kwargs):
        kept = ("text", "owner", "due_on", "version")
        initial = {name: getattr(action_point, name) for name in kept} if action_point else {}
        super().__init__(data, initial=initial, **kwargs)


class ActionPointEditForm(ActionPointForm):
    is_done = forms.BooleanField(label="It is done", required=False)

    def __init__(self, data=None, *, action_point, **kwargs):
        super().__init__(data, action_point=action_point, **kwargs)
        self.initial["is_done"] = action_point.done_at is not None


class IssuedAreaField(forms.ModelChoiceField):
    """A choice of areas under the titles that were issued."""

    def label_from_instance(self, area):
        return area.title


class DecisionForm(BaseForm):
    """A decision on an area, with its reason."""

    submit = "Record this decision"
    outcome = forms.ChoiceField(
        label="What did the committee decide?", choices=Outcome, widget=forms.RadioSelect
    )
    merged_with = IssuedAreaField(
        label="With which area?",
        queryset=IssuedArea.objects.none(),
        required=False,
        empty_label="Choose one",
    )
    additional_reason = forms.ChoiceField(
        label="For which agreed reason?",
        choices=[("", "Choose one"), *AdditionalReason.choices],
        required=False,
    )
    reason = forms.CharField(label="Why?", widget=forms.Textarea(attrs=LONG))
    conditions = forms.CharField(
        label="On which conditions?", required=False, widget=forms.Textarea(attrs=LONG)
    )
    standing = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reveals = {
        "merged_with": ("outcome", Outcome.MERGED),
        "additional_reason": ("outcome", Outcome.ADDITIONAL),
    }

    def __init__(self, data=None, *, issued_area, standing=None, **kwargs):
        super().__init__(data, initial={"standing": standing and standing.pk}, **kwargs)
        self.submit = CORRECT if standing else self.submit
        self.fields["merged_with"].queryset = issued_area.paper.areas.exclude(pk=issued_area.pk)

    def clean(self):
        given = super().clean()
        if given.get("outcome") == Outcome.MERGED and not given.get("merged_with"):
            self.add_error("merged_with", "Choose the area with which it is merged")
        if given.get("outcome") == Outcome.ADDITIONAL and not given.get("additional_reason"):
            self.add_error("additional_reason", "Choose the agreed reason")
        return given

    def now_stands(self, standing):
        """Sent again, the form corrects the decision that its person has been shown by now."""
        self.data = self.data.copy()
        self.data["standing"] = standing.pk if standing else ""
        self.submit = CORRECT if standing else self.submit
