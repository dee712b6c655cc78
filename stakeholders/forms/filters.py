"""The filters of a list of suggestions, as its address says them and as a person chooses them."""

from functools import cached_property
from urllib.parse import urlencode

from django import forms

from qsdev.forms import BaseForm
from stakeholders.models import Import, ImportState, Stakeholder, SuggestionKind, SuggestionState
from stakeholders.models.choosing import NOBODY, WAITS, SuggestionChoice

STATES = [("", "Every state"), (WAITS, "To triage or later"), *SuggestionState.choices]
#: The names by which an address says the filters; "import" is a word of Python's own.
NAMES = ("words", "state", "area", "stakeholder", "kind", "assignee", "import_record")


class SuggestionFilterForm(BaseForm):
    """Search and filters; what an address says wrongly is left out rather than refused."""

    method = "get"
    submit = "Show"
    mark_optional = False
    words = forms.CharField(label="Find in the suggestions", required=False, max_length=200)
    state = forms.ChoiceField(choices=STATES, required=False)
    area = forms.ChoiceField(required=False)
    stakeholder = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(choices=[("", "Every kind"), *SuggestionKind.choices], required=False)
    assignee = forms.ChoiceField(label="Given to", required=False)
    import_record = forms.ChoiceField(label="Import", required=False)

    def __init__(self, data, *, topic, team=(), areas=None, **kwargs):
        super().__init__(data, **kwargs)
        self.topic = topic
        here = topic.areas.all() if areas is None else areas
        areas = [(str(area.pk), area.title) for area in here]
        people = [(str(person.pk), person.name) for person in team]
        self.fields["area"].choices = [("", "Every area"), *areas]
        self.fields["stakeholder"].choices = [("", "Every stakeholder"), *contributors(topic)]
        self.fields["assignee"].choices = [("", "Anybody"), (NOBODY, "Nobody"), *people]
        self.fields["import_record"].choices = [("", "Every import"), *imports(topic)]
        self.leave_out_what_is_wrong()

    def leave_out_what_is_wrong(self):
        """Forget filters that name nothing of this topic, as an old address may."""
        wrong = list(self.errors)
        if wrong:
            said = self.data.copy()
            for name in wrong:
                del said[name]
            self.data = said
            self.full_clean()

    @cached_property
    def choice(self):
        """The `SuggestionChoice` that the filters make."""
        self.is_valid()
        said = {name: self.cleaned_data.get(name, "") for name in NAMES}
        return SuggestionChoice(self.topic, **said)

    @property
    def query(self):
        """The filters as an address says them, without those that are empty."""
        choice = self.choice
        said = {name: getattr(choice, name) for name in NAMES}
        return urlencode({name: value for name, value in said.items() if value})

    @property
    def chosen(self):
        """How many filters beside the words and the state are set."""
        choice = self.choice
        return sum(bool(getattr(choice, name)) for name in NAMES[2:])

    @property
    def state_in_words(self):
        """The heading of the list: "To triage", or "Suggestions" where the state is any."""
        state = self.choice.state
        return dict(STATES)[state] if state else "Suggestions"

    @property
    def hidden_pairs(self):
        """The filters as (name, value) pairs, for forms that carry them on; the state always."""
        choice = self.choice
        said = [(name, getattr(choice, name)) for name in NAMES]
        return [(name, value) for name, value in said if value or name == "state"]


def contributors(topic):
    """Those who suggested something, as choices in the order of their abbreviations."""
    found = Stakeholder.objects.contributing_to(topic).order_by()
    named = found.values_list("pk", "abbreviation")
    return [(str(pk), name) for pk, name in sorted(named, key=lambda one: one[1].casefold())]


def imports(topic):
    """The confirmed imports, as choices, the last first."""
    confirmed = Import.objects.filter(topic=topic, state=ImportState.CONFIRMED)
    rows = confirmed.order_by("-pk").values_list("pk", "file_name")
    return [(str(pk), name) for pk, name in rows]
