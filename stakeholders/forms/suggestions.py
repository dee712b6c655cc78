"""What is asked to file a suggestion, to redact a passage, or to say why it is not used."""

from django import forms

from qsdev.forms import BaseForm, MarkdownField
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.models import ImprovementArea
from stakeholders.models import WORDS, Suggestion


def place_choices(areas):
    """Every area and sub-area, as ("area" or "area.sub-area", words) pairs."""
    choices = []
    for area in areas:
        choices.append((str(area.pk), area.title))
        choices += [
            (f"{area.pk}.{sub_area.pk}", f"{area.title}: {sub_area.title}")
            for sub_area in area.sub_areas.all()
        ]
    return choices


class PlaceField(forms.ChoiceField):
    """An area with or without one of its sub-areas; its value is the pair of them.

    `areas` are the topic's with their sub-areas, where the page has read them already.
    """

    def __init__(self, *, topic, areas=None, **kwargs):
        self.topic = topic
        here = topic.areas.prefetch_related("sub_areas") if areas is None else areas
        super().__init__(choices=[("", "Choose an area"), *place_choices(here)], **kwargs)

    def clean(self, value):
        chosen = super().clean(value)
        if not chosen:
            return None
        area_pk, _, sub_area_pk = chosen.partition(".")
        area = ImprovementArea.objects.get(pk=area_pk, topic=self.topic)
        return area, (area.sub_areas.get(pk=sub_area_pk) if sub_area_pk else None)


class SuggestionFileForm(VersionedForm):
    """Where the suggestion is filed; the heading it came under is shown but never pre-selected."""

    submit = "File suggestion"

    def __init__(self, data=None, *, suggestion, **kwargs):
        super().__init__(data, initial={"version": suggestion.version}, **kwargs)
        own = suggestion.own_filing
        initial = f"{own.area_id}.{own.sub_area_id}".removesuffix(".None") if own else ""
        self.fields["place"] = PlaceField(
            topic=suggestion.topic, label="Area that is its own", initial=initial
        )


class SuggestionSupportForm(VersionedForm):
    submit = "Add this area"

    def __init__(self, data=None, *, suggestion, **kwargs):
        super().__init__(data, initial={"version": suggestion.version}, **kwargs)
        self.fields["place"] = PlaceField(topic=suggestion.topic, label="Area it also supports")


class SuggestionExplainForm(VersionedForm):
    submit = "Save reason"
    reason = forms.CharField(
        label="Why does no summary use this suggestion?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It stays in the appendix; the reason is kept with it.",
    )

    def __init__(self, data=None, *, suggestion, **kwargs):
        initial = {"reason": suggestion.reason_not_used, "version": suggestion.version}
        super().__init__(data, initial=initial, **kwargs)
        if suggestion.reason_not_used:
            self.fields["reason"].required = False
            self.fields["reason"].help_text = "Leave it empty to take the reason back."


class SuggestionRedactForm(BaseForm):
    submit = "Redact this passage"
    warning = True
    field = forms.ChoiceField(
        label="Part of the suggestion",
        choices=[
            (word, Suggestion._meta.get_field(word).verbose_name.capitalize()) for word in WORDS
        ],
        widget=forms.RadioSelect,
    )
    passage = forms.CharField(
        label="Passage",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Copy it from above. It is taken out wherever that part has it.",
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: it names a private person. Do not repeat the passage here.",
    )


class SummaryEditForm(VersionedForm):
    submit = "Save summary"
    text = MarkdownField(
        label="Summary of suggestions",
        rows=20,
        help_text="End each paragraph with the suggestions it rests on: [S1, S16].",
    )

    def __init__(self, data=None, *, summary=None, **kwargs):
        initial = {"text": summary.text, "version": summary.version} if summary else {}
        super().__init__(data, initial=initial, **kwargs)
