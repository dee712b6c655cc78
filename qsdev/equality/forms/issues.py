"""What is asked of an issue: whom it concerns, what it is, how it is dealt with."""

from django import forms
from django.db.models import Q

from qsdev.equality.content import earlier_issues
from qsdev.equality.models import DISADVANTAGES, PROTECTED, EqualityIssue, Group, RaisedIn, Stage
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.models import ImprovementArea
from statements.models import QualityStatement

#: Where an issue is most likely raised at each stage.
USUAL = {
    Stage.ENGAGEMENT: RaisedIn.ENGAGEMENT,
    Stage.DEVELOPMENT: RaisedIn.COMMITTEE,
    Stage.CONSULTATION: RaisedIn.CONSULTATION,
    Stage.PUBLICATION: RaisedIn.TEAM,
}
SAID = ("who", "description", "response", "raised_in", "area", "statement", "continues")


class EarlierIssueField(forms.ModelChoiceField):
    """An issue of an earlier stage, named with the beginning of what it is."""

    def label_from_instance(self, issue):
        words = " ".join(issue.description.split())
        return f"{issue}: {words[:80]}{'…' if len(words) > 80 else ''}"


class IssueForm(VersionedForm):
    """An issue at a stage, new or as it stands."""

    submit = "Save issue"
    mark_optional = False  # of the two lists of groups one needs a tick
    protected = forms.MultipleChoiceField(
        label="Protected characteristics it concerns",
        help_text="Choose at least one here or among the other disadvantages.",
        choices=[(group.value, group.label) for group in PROTECTED],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.MultipleChoiceField(
        label="Other disadvantages it concerns",
        choices=[(group.value, group.label) for group in DISADVANTAGES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    who = forms.CharField(
        label="Who exactly, in your own words (optional)",
        max_length=300,
        required=False,
        help_text="For example “young children who have just moved to new foster carers”.",
    )
    description = forms.CharField(
        label="What is the issue?", widget=forms.Textarea(attrs={"rows": 5})
    )
    response = forms.CharField(
        label="How was it, or will it be, dealt with?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Needed before the stage is completed.",
    )
    raised_in = forms.ChoiceField(
        label="Where was it raised?", choices=RaisedIn, widget=forms.RadioSelect
    )
    area = forms.ModelChoiceField(
        label="Improvement area it concerns (optional)",
        queryset=ImprovementArea.objects.none(),
        required=False,
        empty_label="None",
    )
    statement = forms.ModelChoiceField(
        label="Quality statement it concerns (optional)",
        queryset=QualityStatement.objects.none(),
        required=False,
        empty_label="None",
    )
    suggestion_number = forms.IntegerField(
        label="Number of the suggestion it concerns (optional)", required=False, min_value=1
    )
    continues = EarlierIssueField(
        label="Earlier issue that it continues (optional)",
        queryset=EqualityIssue.objects.none(),
        required=False,
        empty_label="None",
    )

    def __init__(self, data=None, *, topic, stage, issue=None, continues=None, **kwargs):
        first = {"raised_in": USUAL[stage], "continues": continues}
        super().__init__(data, initial=as_said(issue) if issue else first, **kwargs)
        self.topic = topic
        kept = {name: getattr(issue, f"{name}_id", None) for name in ("area", "statement")}
        areas = ImprovementArea.with_merged.filter(topic=topic)
        self.fields["area"].queryset = areas.filter(Q(merged_into=None) | Q(pk=kept["area"]))
        statements = topic.statements.filter(Q(removed_at=None) | Q(pk=kept["statement"]))
        self.fields["statement"].queryset = statements
        earlier = earlier_issues(topic, stage)
        if issue and issue.continues_id:
            earlier = earlier | EqualityIssue.objects.filter(topic=topic, pk=issue.continues_id)
        self.fields["continues"].queryset = earlier
        if not stage.earlier:
            del self.fields["continues"]

    def clean_suggestion_number(self):
        """The suggestion of that number, or None."""
        number = self.cleaned_data["suggestion_number"]
        if number is None:
            return None
        found = self.topic.suggestions.filter(number=number).first()
        if found is None:
            raise forms.ValidationError(f"There is no suggestion {number} in this topic")
        return found

    def clean(self):
        cleaned = super().clean()
        groups = [*cleaned.get("protected", ()), *cleaned.get("others", ())]
        if not groups and not {"protected", "others"} & set(self.errors):
            self.add_error("protected", "Choose at least one characteristic or disadvantage")
        if Group.OTHER in groups and not cleaned.get("who") and "who" not in self.errors:
            self.add_error("who", "Say who is at this other disadvantage")
        return cleaned

    @property
    def issue_fields(self):
        """What an action takes; the version is apart."""
        given = self.cleaned_data
        groups = [Group(code) for code in (*given["protected"], *given["others"])]
        said = {name: given.get(name) for name in SAID}
        return said | {"groups": groups, "suggestion": given["suggestion_number"]}


def as_said(issue):
    """An issue as the form's fields have it."""
    groups = issue.groups
    return {name: getattr(issue, name) for name in (*SAID, "version")} | {
        "protected": [group for group in groups if group.is_protected],
        "others": [group for group in groups if not group.is_protected],
        "suggestion_number": issue.suggestion.number if issue.suggestion else None,
    }


class IssueWithdrawForm(VersionedForm):
    submit = "Withdraw this issue"
    warning = True
    reason = forms.CharField(
        label="Why is it withdrawn?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The issue keeps its number, and the assessment shows it with this reason.",
    )

    def __init__(self, data=None, *, issue, **kwargs):
        super().__init__(data, initial={"version": issue.version}, **kwargs)
