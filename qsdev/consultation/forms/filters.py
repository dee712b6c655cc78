"""The filters of the list of comments, as its address says them and as a person chooses them."""

from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.db.models import Q

from qsdev.consultation.models import AnswerState, Comment
from qsdev.forms import BaseForm

NOBODY, NONE, OPEN = "nobody", "none", "open"
STATES = [
    ("", "Every state"),
    (OPEN, "To answer"),
    *AnswerState.choices,
]
PAGE_LENGTH = 50
NAMES = ("words", "state", "statement", "question", "organisation", "theme", "assignee")


class CommentFilterForm(BaseForm):
    """Search and filters; what an address says wrongly is left out rather than refused."""

    method = "get"
    submit = "Show"
    mark_optional = False
    words = forms.CharField(label="Find in the comments", required=False, max_length=200)
    state = forms.ChoiceField(choices=STATES, required=False)
    statement = forms.ChoiceField(label="About", required=False)
    question = forms.ChoiceField(required=False)
    organisation = forms.ChoiceField(required=False)
    theme = forms.ChoiceField(required=False)
    assignee = forms.ChoiceField(label="Who answers", required=False)

    def __init__(self, data, *, round, team=(), **kwargs):
        said = data.copy()
        said.setdefault("state", OPEN)
        super().__init__(said, **kwargs)
        self.round = round
        self.fields["statement"].choices = [
            ("", "Everything"),
            *self.statements(),
            ("section", "Sections of the draft"),
            ("general", "The draft in general"),
        ]
        self.fields["question"].choices = [
            ("", "Every question"),
            *((str(one.pk), str(one)) for one in round.questions.all()),
        ]
        self.fields["organisation"].choices = [("", "Every organisation"), *self.organisations()]
        self.fields["theme"].choices = [
            ("", "Every theme"),
            (NONE, "No theme yet"),
            *((str(one.pk), one.title) for one in round.themes.all()),
        ]
        people = [(str(person.pk), person.name) for person in team]
        self.fields["assignee"].choices = [("", "Anybody"), (NOBODY, "Nobody yet"), *people]
        for name in list(self.errors):
            self.data = self.data.copy()
            self.data[name] = ""
        self.full_clean()

    def statements(self):
        draft = getattr(self.round, "consultation_draft", None)
        return [(str(one.pk), str(one)[:80]) for one in draft.statements.all()] if draft else []

    def organisations(self):
        """Those who said something, by abbreviation."""
        found = self.round.organisation_responses.filter(comments__isnull=False).order_by()
        pairs = found.values_list("stakeholder", "stakeholder__abbreviation").distinct()
        return [(str(pk), name) for pk, name in sorted(pairs, key=lambda one: one[1].casefold())]

    @cached_property
    def said(self):
        """What each filter says, "" where it lets everything through."""
        return {name: self.cleaned_data.get(name, "") for name in NAMES}

    @cached_property
    def rows(self):
        """The comments that the filters show, by number."""
        rows, said = Comment.objects.filter(round=self.round).order_by("number"), self.said
        for word in said["words"].split():
            rows = rows.filter(Q(text__icontains=word) | Q(section__icontains=word))
        if said["statement"] in ("section", "general"):
            rows = rows.filter(place_kind=said["statement"])
        elif said["statement"]:
            rows = rows.filter(statement=said["statement"])
        if said["question"]:
            rows = rows.filter(question=said["question"])
        if said["organisation"]:
            rows = rows.filter(stakeholder=said["organisation"])
        if said["theme"]:
            rows = rows.filter(theme=None if said["theme"] == NONE else said["theme"])
        if said["assignee"]:
            rows = rows.filter(assignee=None if said["assignee"] == NOBODY else said["assignee"])
        return in_state(rows, said["state"])

    @property
    def query(self):
        """The filters as an address says them; the state always, because it has a default."""
        return urlencode(self.hidden_pairs)

    @property
    def hidden_pairs(self):
        """The filters as (name, value) pairs, for forms that carry them on."""
        return [(name, text) for name, text in self.said.items() if text or name == "state"]

    @property
    def chosen(self):
        """How many filters beside the words and the state are set."""
        return sum(bool(self.said[name]) for name in NAMES[2:])

    @property
    def state_in_words(self):
        return dict(STATES)[self.said["state"]] if self.said["state"] else "Comments"


def in_state(rows, state):
    """The comments whose given response, their own or their theme's, is in that state."""
    if not state:
        return rows
    if state == OPEN:
        return rows.unanswered()
    if state == AnswerState.NONE:
        return rows.filter(Q(theme=None) | Q(theme__answer_state=state), answer_state=state)
    by_theme = Q(answer_state=AnswerState.NONE, theme__answer_state=state)
    return rows.filter(Q(answer_state=state) | by_theme)
