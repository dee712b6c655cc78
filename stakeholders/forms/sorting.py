"""What is asked to draw a sample for a second sorting, and to sort it."""

from django import forms

from qsdev.forms import BaseForm
from stakeholders.forms.suggestions import PlaceField


class SampleDrawForm(BaseForm):
    """Who is to sort again, and how many suggestions."""

    submit = "Draw a sample"
    size = forms.IntegerField(
        label="How many suggestions?", min_value=1, max_value=100_000, initial=20
    )

    def __init__(self, data=None, *, team, **kwargs):
        super().__init__(data, **kwargs)
        self.people = {str(person.pk): person for person in team}
        self.fields["sorted_by"] = forms.ChoiceField(
            label="Who sorts them again?",
            choices=[(pk, person.name) for pk, person in self.people.items()],
            widget=forms.RadioSelect,
            help_text="They are drawn by lot from those that this person did not file.",
        )

    def clean_sorted_by(self):
        return self.people.get(self.cleaned_data["sorted_by"])


class SortingEditForm(BaseForm):
    """Where the second analyst would file it."""

    submit = "Sort and go to next"

    def __init__(self, data=None, *, topic, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["place"] = PlaceField(
            topic=topic, label="Where would you file it?", widget=forms.RadioSelect
        )
        self.fields["place"].choices = self.fields["place"].choices[1:]  # no empty radio
