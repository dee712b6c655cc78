"""What is asked to find, select and leave out recommendations."""

from django import forms

from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm
from recommendations.forms.filters import FilterForm
from recommendations.models import Recommendation, ResearchRecommendation, Strength

RESEARCH = "research"  # how an address names the heading over research recommendations
SHOWN = [("", "All"), ("key", "Key priorities"), ("research", "Research recommendations")]
UNEXPLAINED = ("unexplained", "Key priorities without selection or reason")
NEAR = ("near", "Near this area’s suggestions (hints)")
USED = [("", "Any"), ("selected", "Selected for an area"), ("unused", "Not used anywhere")]
USED_HERE = [
    ("", "Any"),
    ("here", "Selected here"),
    ("elsewhere", "Used elsewhere"),
    ("unused", "Not used anywhere"),
]
#: What a line must be for a filter to let it through.
FACTS = {
    "key": "is_key_priority",
    "research": "is_research",
    "unexplained": "is_unexplained",
    "near": "hint",
    "selected": "used_in",
    "here": "here",
    "elsewhere": "used_in",
    "unused": "is_unused",
}


class RecommendationFilterForm(FilterForm):
    """Which recommendations a list shows."""

    words = forms.CharField(label="Words or number", required=False, max_length=200)
    source = forms.ChoiceField(required=False)
    section = forms.ChoiceField(required=False)
    show = forms.ChoiceField(required=False)
    use = forms.ChoiceField(label="Used", required=False)
    strength = forms.ChoiceField(required=False, choices=[("", "Any"), *Strength.choices])

    def __init__(self, data=None, *, lines, shown=SHOWN, used=USED, **kwargs):
        super().__init__(data, **kwargs)
        self.lines = lines
        sources = {str(one.recommendation.guideline_id): one for one in lines}
        named = [(key, str(one.recommendation.guideline)) for key, one in sources.items()]
        sections = {line.section_code: line.section for line in lines}
        self.fields["source"].choices = [("", "All sources"), *named]
        self.fields["section"].choices = [("", "All sections"), *sections.items()]
        self.fields["show"].choices = shown
        self.fields["use"].choices = used
        if len(named) < 2:
            del self.fields["source"]
        self.leave_out_what_is_wrong()

    @property
    def found(self):
        """The lines that pass."""
        said = self.said
        facts = [FACTS[said[name]] for name in ("show", "use") if name in said]
        return [
            line
            for line in self.lines
            if all(getattr(line, fact) for fact in facts)
            and said.get("source") in {None, str(line.recommendation.guideline_id)}
            and said.get("section") in {None, line.section_code}
            and said.get("strength") in {None, line.strength}
            and line.says(said.get("words", ""))
        ]


class RecommendationSelectForm(BaseForm):
    """One press on the page of an area's or sub-area's selection: what to do, and with which."""

    SELECT, DESELECT, NOT_COVERED, COVERED = "select", "deselect", "not-covered", "covered"
    decision = forms.CharField(
        error_messages={"required": "Press “Select” or “Take out” beside a recommendation"}
    )

    def __init__(self, data=None, *, topic, **kwargs):
        super().__init__(data, **kwargs)
        self.topic = topic

    def clean_decision(self):
        """A pair of what to do and, where it is about one, the recommendation."""
        verb, _, value = self.cleaned_data["decision"].partition(" ")
        if verb in {self.NOT_COVERED, self.COVERED} and not value:
            return verb, None
        chosen = candidate(self.topic, value)
        if verb not in {self.SELECT, self.DESELECT} or chosen is None:
            raise forms.ValidationError(
                "This is no recommendation of the topic’s sources: reload the page and choose again"
            )
        return verb, chosen


class ReasonNotSelectedForm(VersionedForm):
    submit = "Save reason"
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5}),
        label="Why it is not selected",
        help_text="For example, that no suggestion was made on it.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, data=None, *, given=None, **kwargs):
        initial = {"reason": given.reason, "version": given.version} if given else {}
        super().__init__(data, initial=initial, **kwargs)


def code(recommendation_id, research_recommendation_id):
    """How pages name a recommendation: "r12", or "q3" for research."""
    return f"r{recommendation_id}" if recommendation_id else f"q{research_recommendation_id}"


def candidates(topic):
    """All recommendations of the topic's sources by code, in the order of the guidelines."""
    found = {code(each.pk, None): each for each in declared(Recommendation, topic)}
    research = {code(None, each.pk): each for each in declared(ResearchRecommendation, topic)}
    return found | research


def candidate(topic, value):
    """The recommendation of the topic's sources that has this code, or None."""
    model = {"r": Recommendation, "q": ResearchRecommendation}.get(value[:1])
    key = value[1:]
    if model is None or not (key.isascii() and key.isdecimal() and len(key) < 19):
        return None
    return declared(model, topic).filter(pk=key).first()


def declared(model, topic):
    """Rows of `model` that belong to a guideline on which the topic rests."""
    rows = model.objects.filter(guideline__development_sources__topic=topic)
    joined = ["guideline", "section"] if model is Recommendation else ["guideline"]
    return rows.select_related(*joined)
