"""What is asked to find, select and leave out recommendations."""

from django import forms

from qsdev.forms import BaseForm
from recommendations.models import (
    NotCovered,
    Recommendation,
    ResearchRecommendation,
    SelectedRecommendation,
)

SHOWN = [
    ("", "All"),
    ("key", "Key priorities"),
    ("research", "Research recommendations"),
    ("selected", "Selected"),
    ("unused", "Not selected"),
    ("unexplained", "Key priorities without selection or reason"),
]


class RecommendationFilterForm(BaseForm):
    """Which recommendations the list shows; empty means all."""

    submit = "Show"
    method = "get"
    mark_optional = False
    section = forms.ChoiceField(
        required=False, widget=forms.Select(attrs={"class": "govuk-!-width-full"})
    )
    show = forms.ChoiceField(required=False, choices=SHOWN)

    def __init__(self, data=None, *, sections, **kwargs):
        super().__init__(data, **kwargs)
        titles = dict.fromkeys(section.title for section in sections)
        self.fields["section"].choices = [
            ("", "All sections"),
            *((title, title) for title in titles),
        ]

    @property
    def wanted(self):
        """The filters that make sense; one that is not known is left out."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class RecommendationSelectForm(BaseForm):
    """The recommendations of the topic's sources as checkboxes, for one area or sub-area.

    `opened_with` keeps what was ticked when the page was opened, so that what somebody else
    changed meanwhile is not undone.
    """

    submit = "Save the selection"
    chosen = forms.MultipleChoiceField(required=False)
    is_not_covered = forms.BooleanField(required=False)
    opened_with = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, topic, area, sub_area=None, **kwargs):
        self.candidates = candidates(topic)
        place = {"area": area, "sub_area": sub_area}
        selected = SelectedRecommendation.objects.filter(**place)
        ticked = [
            code(each.recommendation_id, each.research_recommendation_id) for each in selected
        ]
        initial = {
            "chosen": ticked,
            "opened_with": " ".join(ticked),
            "is_not_covered": NotCovered.objects.filter(**place).exists(),
        }
        super().__init__(data, initial=initial, **kwargs)
        self.fields["chosen"].choices = [(value, value) for value in self.candidates]

    @property
    def ticked(self):
        """Codes of the boxes to show ticked."""
        return set(self["chosen"].value() or ())

    @property
    def changes(self):
        """What the action takes: only what this person ticked and unticked."""
        chosen = set(self.cleaned_data["chosen"])
        before = set(self.cleaned_data["opened_with"].split()) & set(self.candidates)
        return {
            "adding": [self.candidates[value] for value in sorted(chosen - before)],
            "removing": [self.candidates[value] for value in sorted(before - chosen)],
            "is_not_covered": self.cleaned_data["is_not_covered"],
        }


class ReasonNotSelectedForm(BaseForm):
    submit = "Save reason"
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5}),
        label="Why it is not selected",
        help_text="For example, that no suggestion was made on it.",
    )


def code(recommendation_id, research_recommendation_id):
    """How a checkbox names what it stands for: "r12", or "q3" for research."""
    return f"r{recommendation_id}" if recommendation_id else f"q{research_recommendation_id}"


def candidates(topic):
    """All recommendations of the topic's sources by code, in the order of the guidelines."""
    declared = {"guideline__development_sources__topic": topic}
    recommendations = Recommendation.objects.filter(**declared).select_related(
        "guideline", "section"
    )
    research = ResearchRecommendation.objects.filter(**declared).select_related("guideline")
    return {code(each.pk, None): each for each in recommendations} | {
        code(None, each.pk): each for each in research
    }
