"""Acting on many suggestions at once: the page lists what it will touch, then does just that."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.topics.models import Topic
from stakeholders import actions
from stakeholders.forms.triage import SuggestionFileTogetherForm
from stakeholders.views.steps import sentence_of
from stakeholders.views.workbench import address_of, filters_of, listed, query_of

MOST_TOGETHER = 1_000
SHOWN = 100


@dataclass(frozen=True)
class Together:
    """The suggestions that one act concerns: the ticked ones or, without any, all of a list."""

    topic: Topic
    numbers: tuple[int, ...]
    is_cut: bool
    query: str

    @classmethod
    def of(cls, request, topic):
        """What a request says: on sending the numbers that the page listed, and no others."""
        filters = filters_of(request, topic)
        is_sent = request.method == "POST"
        data = request.POST if is_sent else request.GET
        said = numbers_in([*data.getlist("number"), *data.get("numbers", "").split(",")])
        ticked = topic.suggestions.filter(number__in=said)
        rows = ticked if said or is_sent else filters.choice.rows
        found = rows.order_by("number").values_list("number", flat=True)[: MOST_TOGETHER + 1]
        numbers = tuple(found)
        return cls(topic, numbers[:MOST_TOGETHER], len(numbers) > MOST_TOGETHER, query_of(filters))

    @property
    def suggestions(self):
        return self.topic.suggestions.filter(number__in=self.numbers)

    @property
    def shown(self):
        """The first of them, as the page lists them."""
        return listed(self.suggestions).order_by("number")[:SHOWN]

    @property
    def unlisted(self):
        """How many are not listed, though they are meant as well."""
        return max(0, len(self.numbers) - SHOWN)

    @property
    def as_sent(self):
        """The numbers in one field: a thousand fields would be more than a form may send."""
        return ",".join(map(str, self.numbers))

    @property
    def in_words(self):
        count = len(self.numbers)
        return f"{count:,} suggestion{'' if count == 1 else 's'}"

    @property
    def back(self):
        """The address of the list that they were chosen in."""
        return address_of(self.topic, None, self.query)


def numbers_in(words):
    """The numbers among what was ticked, or among those that a page listed in one field."""
    return [int(one) for one in words if one.isdecimal() and len(one) < 10]


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_file_together(request, topic):
    """List the suggestions that were chosen, and file them under one area as one step."""
    chosen = Together.of(request, topic)
    form = SuggestionFileTogetherForm(request.POST or None, topic=topic)
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            step = actions.file_suggestions(
                topic=topic,
                suggestions=chosen.suggestions,
                area=area,
                sub_area=sub_area,
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
            messages.success(request, sentence_of(step) if step else "Nothing had to change.")
            return redirect(chosen.back)
        except RuleBroken as error:
            form.add_error("place", str(error))
    form.submit = f"File {chosen.in_words}"
    context = {"form": form, "chosen": chosen}
    return render_page(request, "stakeholders/suggestion_file_together.html", context)
