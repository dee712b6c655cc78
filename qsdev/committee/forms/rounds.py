"""What is asked of a rating round and of a rating."""

from datetime import datetime

from django import forms
from django.utils import timezone

from qsdev.committee.actions.rounds import DEFAULT_CRITERIA
from qsdev.committee.models import Proposal, Reveal
from qsdev.forms import DateField, ScaleField, clock
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.models import AreaKind

HOW_CRITERIA = (
    "One a line: name, words at 1, words at 9, with a bar between them, as in "
    "“Need for improvement | Little need | Great need”."
)


class TimesForm(VersionedForm):
    """When a round opens and closes, asked as dates and times and given as two moments."""

    opens_on = DateField(label="Opens on")
    opens_time = clock("Opening time", "09:00")
    closes_on = DateField(label="Closes on")
    closes_time = clock("Closing time", "17:00")

    def clean(self):
        given = super().clean()
        for name in ("opens", "closes"):
            day, time = given.pop(f"{name}_on", None), given.pop(f"{name}_time", None)
            if day and time:
                given[f"{name}_at"] = timezone.make_aware(datetime.combine(day, time))
        if {"opens_at", "closes_at"} <= set(given) and given["closes_at"] <= given["opens_at"]:
            self.add_error("closes_on", "The round must close after it opens")
        return given


def times_of(round):
    """A round's times as the form asks for them."""
    opens, closes = timezone.localtime(round.opens_at), timezone.localtime(round.closes_at)
    return {
        "opens_on": opens.date(),
        "opens_time": opens.strftime("%H:%M"),
        "closes_on": closes.date(),
        "closes_time": closes.strftime("%H:%M"),
    }


class AreaChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, area):
        return area.title


class RatingRoundForm(TimesForm):
    """A round with all that can be fixed before it opens."""

    submit = "Plan this round"
    areas = AreaChoices(label="Areas to rate", queryset=None, widget=forms.CheckboxSelectMultiple)
    criteria = forms.CharField(
        label="Criteria beside the overall rating",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=HOW_CRITERIA,
        required=False,
    )
    least_high = forms.IntegerField(
        label="Consensus needs at least this share of ratings at 7 to 9 (%)",
        min_value=51,
        max_value=100,
        initial=70,
    )
    most_low = forms.IntegerField(
        label="and less than this share at 1 to 3 (%)", min_value=1, max_value=50, initial=15
    )
    reveal = forms.ChoiceField(
        label="When do members see the results?",
        choices=Reveal,
        widget=forms.RadioSelect,
        initial=Reveal.ON_CLOSING,
    )

    def __init__(self, data=None, *, paper, round=None, **kwargs):
        initial = initial_of(round) if round else new_round(paper)
        super().__init__(data, initial=initial, **kwargs)
        self.fields["areas"].queryset = paper.areas.all()

    def clean_criteria(self):
        lines = [line for line in self.cleaned_data["criteria"].splitlines() if line.strip()]
        parts = [[part.strip() for part in line.split("|")] for line in lines]
        for line, found in zip(lines, parts, strict=True):
            if len(found) != 3 or not all(found) or max(map(len, found)) > 100:
                raise forms.ValidationError(
                    "Write “%(line)s” as name | words at 1 | words at 9",
                    params={"line": line.strip()[:60]},
                )
        return [tuple(found) for found in parts]


def written(criteria):
    return "\n".join(" | ".join(one) for one in criteria)


def new_round(paper):
    """A new round asks for the main areas on the default criteria."""
    main = paper.areas.filter(kind=AreaKind.MAIN)
    return {"areas": list(main), "criteria": written(DEFAULT_CRITERIA), "version": 0}


def initial_of(round):
    kept = ("name", "words_at_lowest", "words_at_highest")
    return {
        **times_of(round),
        **{name: getattr(round, name) for name in ("least_high", "most_low", "reveal", "version")},
        "areas": [one.issued_area_id for one in round.rated_areas.all()],
        "criteria": written(round.criteria.values_list(*kept)),
    }


class RatingRoundExtendForm(TimesForm):
    """Of an open round, when it closes."""

    submit = "Move the closing time"
    opens_on = opens_time = None

    def __init__(self, data=None, *, round, **kwargs):
        initial = times_of(round) | {"version": round.version}
        super().__init__(data, initial=initial, **kwargs)


class SecondRoundForm(TimesForm):
    """A second round: its times, from now on unless changed, and the areas that are rated again."""

    submit = "Plan the second round"
    areas = AreaChoices(
        label="Areas to rate again", queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data=None, *, follows, **kwargs):
        rated = [one.issued_area_id for one in follows.rated_areas.all()]
        now = timezone.localtime()
        initial = {"opens_on": now.date(), "opens_time": f"{now:%H:%M}", "version": 0}
        super().__init__(data, initial=initial | {"areas": rated}, **kwargs)
        self.fields["areas"].queryset = follows.paper.areas.filter(pk__in=rated)


OVERALL = ("Not to be prioritised", "To be prioritised")


def scale(label, ends, earlier):
    """A scale that says what is missing where nothing was chosen."""
    message = f"Choose from 1 to 9 for “{label}”"
    return ScaleField(
        label=label,
        lowest=ends[0],
        highest=ends[1],
        earlier=earlier,
        error_messages={"required": message},
    )


class RatingEditForm(VersionedForm):
    """One member's rating of one area: each criterion, overall, a proposal, a comment."""

    submit = "Save your rating"
    proposal = forms.ChoiceField(
        label="What do you propose?", choices=Proposal, widget=forms.RadioSelect
    )
    comment = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The chair and the team read it, without your name, once the round has closed.",
        max_length=4000,
    )

    def __init__(self, data=None, *, criteria, rating=None, first=None, **kwargs):
        """`first` is the member's rating of the area in the round that this one follows."""
        self.criteria = {f"criterion_{one.pk}": one for one in criteria}
        super().__init__(data, initial=self.initial_of(rating), **kwargs)
        earlier = {one.criterion.name: one.score for one in first.scores.all()} if first else {}
        for name, one in self.criteria.items():
            ends = (one.words_at_lowest, one.words_at_highest)
            self.fields[name] = scale(one.name, ends, earlier.get(one.name))
        self.fields["overall"] = scale("Overall", OVERALL, first and first.overall)
        self.order_fields([*self.criteria, "overall"])

    @staticmethod
    def initial_of(rating):
        if rating is None:
            return {"version": 0}
        kept = ("overall", "proposal", "comment", "version")
        scores = {f"criterion_{one.criterion_id}": one.score for one in rating.scores.all()}
        return {name: getattr(rating, name) for name in kept} | scores

    @property
    def given(self):
        """The cleaned rating as its action takes it."""
        given = dict(self.cleaned_data)
        scores = {one.pk: given.pop(name) for name, one in self.criteria.items()}
        return {**given, "version": given["version"] or 0, "scores": scores}
