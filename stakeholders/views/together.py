"""Filing many suggestions at once: the page lists what it will touch, then does just that."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.triage import SuggestionFileTogetherForm
from stakeholders.views.steps import sentence_of
from stakeholders.views.workbench import address_of, filters_of, listed, query_of

MOST_TOGETHER = 1_000
SHOWN = 100


def numbers_said(values):
    """The numbers among what was sent, each once, in order."""
    return sorted({int(value) for value in values if value.isdecimal() and len(value) < 10})


def chosen_together(data, topic, filters):
    """The numbers of the suggestions that were ticked or, where none was, that the filters show."""
    said = numbers_said(data.getlist("number"))
    rows = topic.suggestions.filter(number__in=said) if said else filters.choice.rows
    return list(rows.order_by("number").values_list("number", flat=True)[: MOST_TOGETHER + 1])


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_file_together(request, topic):
    """List the suggestions that were chosen, and file them under one area as one step."""
    filters = filters_of(request, topic)
    data = request.POST if request.method == "POST" else request.GET
    numbers = chosen_together(data, topic, filters)
    chosen = topic.suggestions.filter(number__in=numbers[:MOST_TOGETHER])
    form = SuggestionFileTogetherForm(
        request.POST or None, topic=topic, initial={"place": request.GET.get("place", "")}
    )
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            step = actions.file_suggestions(
                topic=topic,
                suggestions=chosen,
                area=area,
                sub_area=sub_area,
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
            done = sentence_of(step) if step else "All of them were filed there already."
            messages.success(request, done)
            return redirect(address_of(topic, None, query_of(filters)))
        except RuleBroken as error:
            form.add_error("place", str(error))
    count = min(len(numbers), MOST_TOGETHER)
    form.submit = f"File {count:,} suggestion{'' if count == 1 else 's'}"
    context = {
        "form": form,
        "numbers": numbers[:MOST_TOGETHER],
        "shown": listed(chosen).order_by("number")[:SHOWN],
        "unlisted": max(0, count - SHOWN),
        "is_cut": len(numbers) > MOST_TOGETHER,
        "most": MOST_TOGETHER,
        "query": query_of(filters),
        "back": address_of(topic, None, query_of(filters)),
    }
    return render_page(request, "stakeholders/suggestion_file_together.html", context)
