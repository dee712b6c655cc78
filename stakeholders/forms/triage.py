"""What is asked at the workbench: where a suggestion belongs, or why it has no place."""

from django import forms

from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm
from stakeholders.forms.suggestions import PlaceField
from stakeholders.models.choosing import NOBODY

FILE, LATER, OUT_OF_SCOPE, TAKE_BACK = "file", "later", "out_of_scope", "take_back"
DECISIONS = [
    (FILE, "File"),
    (LATER, "Later"),
    (OUT_OF_SCOPE, "Out of scope"),
    (TAKE_BACK, "Back to triage"),
]


class SuggestionTriageForm(VersionedForm):
    """One decision about one suggestion; nothing is chosen before a person chooses."""

    decision = forms.ChoiceField(choices=DECISIONS)
    reason = forms.CharField(
        label="Why here?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It stays in the suggestion’s history.",
    )
    out_of_scope_reason = forms.CharField(
        label="Why is it out of scope?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The paper prints it beside the suggestion.",
    )
    note = forms.CharField(
        label="Note for colleagues",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="No paper prints it.",
    )

    def __init__(self, data=None, *, suggestion, areas=None, **kwargs):
        own = suggestion.own_filing
        place = f"{own.area_id}.{own.sub_area_id}".removesuffix(".None") if own else ""
        initial = {"version": suggestion.version, "place": place}
        super().__init__(data, initial=initial, **kwargs)
        self.fields["place"] = PlaceField(
            topic=suggestion.topic,
            areas=areas,
            label="Area",
            required=False,
            widget=forms.RadioSelect,
        )

    has_collided = False

    def collided(self, collision):
        """The same choice again, to be made over what stands there now."""
        self.has_collided = True
        return super().collided(collision)

    @property
    def chosen_place(self):
        """The value of the radio that is chosen: what was sent, or where it is filed now."""
        return self["place"].value() or ""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") == FILE and not self.errors and not cleaned.get("place"):
            self.add_error("place", "Choose the area that is its own")
        if cleaned.get("decision") == OUT_OF_SCOPE and not cleaned.get("out_of_scope_reason"):
            self.add_error("out_of_scope_reason", "Give the reason why it is out of scope")
        return cleaned


class SuggestionFileTogetherForm(BaseForm):
    """One place for many suggestions."""

    reason = forms.CharField(
        label="Why here?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It stays in the history of each.",
    )

    def __init__(self, data=None, *, topic, **kwargs):
        super().__init__(data, **kwargs)
        place = PlaceField(topic=topic, label="File them under")
        self.fields = {"place": place, **self.fields}


class SuggestionAssignForm(BaseForm):
    """Who of the team is to triage them."""

    def __init__(self, data=None, *, team, **kwargs):
        super().__init__(data, **kwargs)
        self.people = {str(person.pk): person for person in team}
        choices = [(pk, person.name) for pk, person in self.people.items()]
        self.fields["assignee"] = forms.ChoiceField(
            label="Who is to triage them?",
            choices=[*choices, (NOBODY, "Nobody in particular")],
            widget=forms.RadioSelect,
        )

    def clean_assignee(self):
        """The person, or None for nobody in particular."""
        return self.people.get(self.cleaned_data["assignee"])
