"""What is asked at the workbench of comments: theme, response, its state, and who answers."""

from django import forms

from qsdev.consultation.models import AnswerState
from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm
from statements.models import StatementVersion

LONGEST_ANSWER = 10_000
LATER = [
    (AnswerState.NONE, "No response yet"),
    (AnswerState.DRAFTED, "Drafted"),
    (AnswerState.AGREED, "Agreed"),
]


def person_field(team):
    """Who answers: one of the team, or nobody yet."""
    return forms.ModelChoiceField(
        label="Who answers",
        queryset=type(team[0])._default_manager.filter(pk__in=[one.pk for one in team]),
        required=False,
        empty_label="Nobody yet",
    )


class AnswerForm(VersionedForm):
    """The response to a theme or a comment, and how far it has come."""

    mark_optional = False
    answer = forms.CharField(
        label="Response",
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    answer_state = forms.ChoiceField(
        label="State of the response", choices=LATER, widget=forms.RadioSelect
    )

    def __init__(self, data=None, *, row, team, **kwargs):
        initial = {
            "answer": row.answer,
            "answer_state": row.answer_state,
            "assignee": row.assignee_id,
            "version": row.version,
        }
        super().__init__(data, initial=initial | kwargs.pop("initial", {}), **kwargs)
        if team:
            self.fields["assignee"] = person_field(team)

    @property
    def answered(self):
        """What the actions are told of the response."""
        names = ("answer", "answer_state", "assignee")
        return {name: self.cleaned_data.get(name) for name in names}


class CommentAnswerForm(AnswerForm):
    """A comment's theme, and a response of its own where the theme's is not enough."""

    new_theme = forms.CharField(label="Or a new theme", max_length=200, required=False)

    def __init__(self, data=None, *, comment, team, themes, **kwargs):
        initial = {"theme": comment.theme_id or ""}
        super().__init__(data, row=comment, team=team, initial=initial, **kwargs)
        self.themes = {str(theme.pk): theme for theme in themes}
        self.fields["theme"] = forms.ChoiceField(
            choices=[("", "No theme"), *((pk, each.title) for pk, each in self.themes.items())],
            required=False,
            widget=forms.RadioSelect,
        )
        self.fields["answer"].label = "Response to this comment alone"

    @property
    def chosen_theme(self):
        """The value of the radio that is chosen."""
        return str(self["theme"].value() or "")

    def clean_theme(self):
        """The theme, or None for none."""
        return self.themes.get(self.cleaned_data["theme"])

    @property
    def answered(self):
        """What the action is told: the response, the theme, and the version that was opened."""
        names = ("theme", "new_theme", "version")
        return super().answered | {name: self.cleaned_data[name] for name in names}


class ThemeCreateForm(BaseForm):
    submit = "Add theme"
    title = forms.CharField(
        max_length=200,
        help_text="What the comments say alike, for example “Data is not collected”.",
    )


class ThemeEditForm(AnswerForm):
    submit = "Save theme"
    field_order = ["title", "answer", "answer_state", "assignee"]
    title = forms.CharField(max_length=200)

    def __init__(self, data=None, *, theme, team, **kwargs):
        super().__init__(data, row=theme, team=team, initial={"title": theme.title}, **kwargs)
        self.fields["answer"].label = "Response to all its comments"
        self.order_fields(self.field_order)


class ThemeTogetherForm(BaseForm):
    """One theme for many comments."""

    mark_optional = False
    new_theme = forms.CharField(label="Or a new theme", max_length=200, required=False)

    def __init__(self, data=None, *, themes, **kwargs):
        super().__init__(data, **kwargs)
        self.themes = {str(theme.pk): theme for theme in themes}
        theme = forms.ChoiceField(
            label="Put them into",
            choices=[
                ("", "Choose a theme"),
                *((pk, each.title) for pk, each in self.themes.items()),
                ("none", "No theme"),
            ],
            required=False,
        )
        self.fields = {"theme": theme, **self.fields}

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("theme") and not cleaned.get("new_theme"):
            self.add_error("theme", "Choose a theme, or name a new one")
        return cleaned

    @property
    def meant(self):
        """The theme that is meant, None for no theme, and the title of one to be added."""
        theme = self.themes.get(self.cleaned_data["theme"])
        return {"theme": theme, "new_theme": self.cleaned_data["new_theme"]}


class GiveTogetherForm(BaseForm):
    """Who is to answer many comments."""

    def __init__(self, data=None, *, team, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["assignee"] = person_field(team)


class ChangeCreateForm(BaseForm):
    """The version of a statement that comments led to, and what was changed."""

    submit = "Link the change"
    note = forms.CharField(
        label="What was changed",
        max_length=300,
        help_text="In a few words, for example “Denominator narrowed to looked-after children”.",
    )

    def __init__(self, data=None, *, versions, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["statement_version"] = forms.ModelChoiceField(
            label="Version of the statement",
            queryset=StatementVersion.objects.filter(pk__in=[one.pk for one in versions]),
            empty_label="Choose a version",
        )
        self.order_fields(["statement_version", "note"])


class CommentRedactForm(BaseForm):
    submit = "Redact the passage"
    warning = True
    passage = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Copied from the comment to the letter."
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="It stays in view: give it without repeating the passage.",
    )


class QuestionForm(BaseForm):
    submit = "Save question"
    text = forms.CharField(
        label="Question", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class DraftIssueForm(BaseForm):
    submit = "Issue the draft"
