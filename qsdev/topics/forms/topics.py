"""What is asked of a topic's front matter and its rounds."""

from datetime import datetime, time

from django import forms
from django.utils import timezone

from qsdev.forms import BaseForm, DateField, clock
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.models import RoundKind, RoundState

MOST_RESPONDENTS = 1_000_000


class TopicCreateForm(BaseForm):
    submit = "Create topic"
    title = forms.CharField(max_length=200, help_text="For example “Children’s attachment”.")
    slug = forms.RegexField(
        r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
        label="Address",
        max_length=100,
        help_text="Small letters and hyphens, for example “childrens-attachment”.",
        error_messages={"invalid": "Address must be small letters, numbers and hyphens only"},
    )
    reference = forms.CharField(
        max_length=30, required=False, help_text="While in development, for example GID-QS10070."
    )


class TopicEditForm(VersionedForm):
    submit = "Save front matter"
    title = forms.CharField(max_length=200)
    reference = forms.CharField(max_length=30, required=False)
    directorate = forms.CharField(max_length=200)
    series = forms.CharField(max_length=200)
    output = forms.CharField(max_length=200)
    committee_meeting_on = DateField(label="Date of the committee meeting", required=False)
    shows_member_numbers = forms.BooleanField(
        label="Tell specialist committee members apart (SCM1, SCM2)",
        required=False,
        help_text="Without a tick, the committee and the papers see SCM alone.",
    )

    def __init__(self, data=None, *, topic, **kwargs):
        initial = {name: getattr(topic, name) for name in self.base_fields}
        super().__init__(data, initial=initial, **kwargs)


class RoundForm(BaseForm):
    """The dates of a round; an action is given two moments, made from the dates and the time."""

    opens_on = DateField(label="Opens on")
    opens_time = clock(
        "Opening time", required=False, help_text="Left empty, it opens at the start of the day."
    )
    closes_on = DateField(label="Closes on")
    closes_time = clock("Closing time", "17:00")
    key_areas_each = forms.IntegerField(
        label="Key areas each contributor may suggest", min_value=1, max_value=50, initial=5
    )
    stated_respondents = forms.IntegerField(
        label="Number of stakeholders said to have responded",
        required=False,
        min_value=0,
        max_value=MOST_RESPONDENTS,
        help_text="Kept as stated; papers print the number counted from the suggestions.",
    )

    def clean(self):
        cleaned = super().clean()
        opens_on, closes_on = cleaned.pop("opens_on", None), cleaned.pop("closes_on", None)
        opens_time = cleaned.pop("opens_time", None) or time(0, 0)
        closes_time = cleaned.pop("closes_time", None)
        if opens_on and closes_on and closes_time:
            cleaned["opens_at"] = moment(opens_on, opens_time)
            cleaned["closes_at"] = moment(closes_on, closes_time)
            if cleaned["closes_at"] <= cleaned["opens_at"]:
                self.add_error("closes_on", "The closing date must be after the opening date")
        return cleaned


class RoundCreateForm(RoundForm):
    submit = "Add round"
    field_order = ["kind"]
    kind = forms.ChoiceField(
        choices=RoundKind, widget=forms.RadioSelect, initial=RoundKind.ENGAGEMENT
    )


class RoundEditForm(VersionedForm, RoundForm):
    submit = "Save round"
    field_order = ["state"]
    state = forms.ChoiceField(choices=RoundState, widget=forms.RadioSelect)

    def __init__(self, data=None, *, round, **kwargs):
        opens, closes = timezone.localtime(round.opens_at), timezone.localtime(round.closes_at)
        initial = {
            "state": round.state,
            "opens_on": opens.date(),
            "opens_time": f"{opens:%H:%M}",
            "closes_on": closes.date(),
            "closes_time": f"{closes:%H:%M}",
            "key_areas_each": round.key_areas_each,
            "stated_respondents": round.stated_respondents,
            "version": round.version,
        }
        super().__init__(data, initial=initial, **kwargs)


def moment(day, clock):
    """That time of that day, where NICE is."""
    return timezone.make_aware(datetime.combine(day, clock))
