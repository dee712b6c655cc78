"""What is asked of a statement: its area, its texts, its measures, sources and definitions."""

from django import forms
from django.utils.text import Truncator

from qsdev.committee.models import prioritised_areas
from qsdev.forms import BaseForm, MarkdownField
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.models import GlossaryTerm, ImprovementArea
from recommendations.models import Recommendation
from statements.models import MeasureKind, QualityStatement, StatementKind

TITLE_HELP = "A few words, for example “Assessment before intervention”."
STATEMENT_HELP = "One sentence on one concept; its subject is people, or the organisation."
WRITTEN = (
    *("short_title", "kind", "text", "rationale", "for_service_providers"),
    *("for_practitioners", "for_commissioners", "for_people", "equality"),
)


KIND_HINTS = {
    StatementKind.STANDARD: "Rests on recommendations, and most services can reach it.",
    StatementKind.DEVELOPMENTAL: "Emergent practice that few services follow yet.",
    StatementKind.PLACEHOLDER: "Marks a gap: guidance on this is still to come.",
}


class StatementCreateForm(BaseForm):
    """For which area a statement is drafted, and why if the committee did not prioritise it."""

    submit = "Draft this statement"
    choice_hints = {"kind": KIND_HINTS}
    area = forms.ModelChoiceField(
        label="Improvement area", queryset=ImprovementArea.objects.none(), empty_label="Choose one"
    )
    short_title = forms.CharField(max_length=200, help_text=TITLE_HELP)
    kind = forms.ChoiceField(
        choices=StatementKind, widget=forms.RadioSelect, initial=StatementKind.STANDARD
    )
    exception_reason = forms.CharField(
        label="Why, if the committee did not prioritise the area?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed only for an area that is not prioritised; it is recorded.",
    )

    def __init__(self, *args, topic, **kwargs):
        super().__init__(*args, **kwargs)
        prioritised = prioritised_areas(topic)
        self.fields["area"].queryset = topic.areas.all()
        self.fields["area"].choices = [
            ("", "Choose one"),
            ("Prioritised by the committee", titles(prioritised)),
            (
                "Not prioritised: a reason is needed",
                titles(topic.areas.exclude(pk__in=prioritised)),
            ),
        ]


def titles(areas):
    return [(area.pk, area.title) for area in areas]


class AreaExplainForm(BaseForm):
    """Why a prioritised area has no statement."""

    submit = "Save the reason"
    reason = forms.CharField(
        label="Why is no statement drafted for it?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example “Covered by statement 2” or “No recommendation supports one”.",
    )


class StatementEditForm(VersionedForm):
    """All texts of a statement, with the reason for the change."""

    submit = "Save as a new version"
    attrs = {"data-unsaved": ""}
    mark_optional = False  # a text may wait, but no part of a statement is optional
    choice_hints = {"kind": KIND_HINTS}
    short_title = forms.CharField(max_length=200, help_text=TITLE_HELP)
    kind = forms.ChoiceField(choices=StatementKind, widget=forms.RadioSelect)
    text = forms.CharField(
        label="Quality statement",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=STATEMENT_HELP,
    )
    rationale = MarkdownField(required=False, rows=6)
    for_service_providers = MarkdownField(
        label="What it means for service providers", required=False, rows=4
    )
    for_practitioners = MarkdownField(
        label="What it means for practitioners", required=False, rows=4
    )
    for_commissioners = MarkdownField(
        label="What it means for commissioners", required=False, rows=4
    )
    for_people = MarkdownField(
        label="What it means for people who use services", required=False, rows=4
    )
    equality = MarkdownField(label="Equality and diversity considerations", required=False, rows=4)
    reason = forms.CharField(
        label="Why do you change it?",
        max_length=500,
        help_text="Kept with the version, for example “The chair asked for one concept”.",
    )

    def __init__(self, data=None, *, statement, **kwargs):
        initial = {name: getattr(statement, name) for name in (*WRITTEN, "version")}
        super().__init__(data, initial=initial, **kwargs)


class StatementRemoveForm(VersionedForm):
    submit = "Remove this statement"
    warning = True
    reason = forms.CharField(
        label="Why is it removed?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers of the standard are told.",
    )
    replaced_by = forms.ModelChoiceField(
        label="Which statement replaces it?",
        queryset=QualityStatement.objects.none(),
        required=False,
        empty_label="None",
    )

    def __init__(self, data=None, *, statement, **kwargs):
        super().__init__(data, initial={"version": statement.version}, **kwargs)
        others = statement.topic.statements.current().exclude(pk=statement.pk)
        self.fields["replaced_by"].queryset = others


class MeasureForm(VersionedForm):
    """A quality measure; a process has a numerator and a denominator."""

    submit = "Save this measure"
    mark_optional = False
    kind = forms.ChoiceField(choices=MeasureKind, widget=forms.RadioSelect)
    text = forms.CharField(
        label="What is measured?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Structure: “Evidence of …”. Process: “Proportion of … who …”. Outcome: what "
        "changes for people.",
    )
    numerator = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="“The number in the denominator who …”",
    )
    denominator = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="“The number of …”: the people of the statement.",
    )
    data_source = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example “Local data collection”.",
    )
    reveals = {
        "numerator": ("kind", MeasureKind.PROCESS),
        "denominator": ("kind", MeasureKind.PROCESS),
    }

    def __init__(self, data=None, *, statement, measure=None, **kwargs):
        kept = ("kind", "text", "numerator", "denominator", "data_source")
        initial = {name: getattr(measure, name) for name in kept} if measure else {}
        super().__init__(data, initial=initial | {"version": statement.version}, **kwargs)

    def clean(self):
        given = super().clean()
        if given.get("kind") != MeasureKind.PROCESS:
            given |= {"numerator": "", "denominator": ""}  # hidden there, and not meant
        return given


class SourceChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, recommendation):
        beginning = Truncator(recommendation.text.splitlines()[0]).words(30)
        return f"{recommendation.guideline.reference} {recommendation.number}: {beginning}"


class SourceChooseForm(VersionedForm):
    """The recommendations on which a statement rests, those selected for its area first."""

    submit = "Save the source guidance"
    selected = SourceChoices(
        label="Selected for this area",
        queryset=Recommendation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = SourceChoices(
        label="All other recommendations of the development sources",
        queryset=Recommendation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    mark_optional = False

    def __init__(self, data=None, *, statement, **kwargs):
        chosen = list(statement.sources.values_list("recommendation", flat=True))
        initial = {"selected": chosen, "others": chosen, "version": statement.version}
        super().__init__(data, initial=initial, **kwargs)
        guidelines = statement.topic.development_sources.values("guideline")
        rows = Recommendation.objects.filter(guideline__in=guidelines).select_related("guideline")
        here = statement.area.selected_recommendations.exclude(recommendation=None)
        here = list(here.values_list("recommendation", flat=True))
        self.fields["selected"].queryset = rows.filter(pk__in=here)
        self.fields["others"].queryset = rows.exclude(pk__in=here)
        if not here:
            del self.fields["selected"]

    def clean(self):
        given = super().clean()
        chosen = [*given.pop("selected", ()), *given.pop("others", ())]
        return given | {"recommendations": chosen}


class DefinitionCreateForm(VersionedForm):
    """A term: the glossary's, or one of the statement's own."""

    submit = "Add this definition"
    mark_optional = False
    glossary_term = forms.ModelChoiceField(
        label="A term of the glossary",
        queryset=GlossaryTerm.objects.none(),
        required=False,
        empty_label="None: I write one below",
    )
    term = forms.CharField(label="Or a term of its own", required=False, max_length=200)
    definition = forms.CharField(
        label="What it means", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data=None, *, statement, **kwargs):
        super().__init__(data, initial={"version": statement.version}, **kwargs)
        self.fields["glossary_term"].queryset = statement.topic.glossary_terms.all()
