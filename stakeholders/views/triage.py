"""The workbench: the list, the whole suggestion and the areas on one screen."""

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.triage import FILE, LATER, OUT_OF_SCOPE, SuggestionTriageForm
from stakeholders.models.choosing import MOST_COUNTED
from stakeholders.views.hints import hints_for
from stakeholders.views.steps import sentence_of
from stakeholders.views.workbench import (
    SHORTCUTS,
    address_of,
    areas_of,
    choices_of,
    filters_of,
    list_context,
    neighbours_in,
    number_after,
    number_said,
    number_to_go_on_with,
    on_the_desk,
    progress_of,
    query_of,
)


@require_GET
@topic_page("stakeholders.file_suggestion")
def triage(request, topic):
    """Go to the first suggestion that the filters show, or say that there is none."""
    actions.ask_for_hints(topic=topic, by=request.user)
    filters = filters_of(request, topic)
    start = number_said(request, "from")
    first = number_after(filters.choice, max(0, start - 1))
    if first is not None:
        paged = f"&from={start}" if start else ""
        return redirect(f"{address_of(topic, first, query_of(filters))}{paged}")
    context = {
        "filters": filters,
        "query": query_of(filters),
        "progress": progress_of(topic),
        **last_step_context(topic, request.user),
    }
    return render_page(request, "stakeholders/triage.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_triage(request, topic, number):
    """The workbench at one suggestion: decide where it belongs, and go on to the next."""
    suggestion = get_object_or_404(on_the_desk(topic.suggestions.all()), number=number)
    areas = areas_of(topic)
    filters = filters_of(request, topic, areas)
    choice, query = filters.choice, query_of(filters)
    form = SuggestionTriageForm(request.POST or None, suggestion=suggestion, areas=areas)
    if form.is_valid():
        try:
            decide(suggestion, form.cleaned_data, request.user)
            actions.ask_for_hints(topic=topic, by=request.user)
            onward = number_to_go_on_with(choice, number)
            return redirect(f"{address_of(topic, onward, query)}&done={number}")
        except EditCollision as collision:
            form = form.collided(collision)
            suggestion = on_the_desk(topic.suggestions.all()).get(number=number)
        except RuleBroken as error:
            form.add_error("place", str(error))
    context = desk_context(request, topic, choice, number) | {
        "suggestion": suggestion,
        "form": form,
        "filters": filters,
        "query": query,
        "here": address_of(topic, number, query),
        "choices": choices_of(areas),
    }
    context |= hints_for(
        suggestion, request.user, {one.area.pk: one.number for one in context["choices"]}
    )
    context["previous_address"] = address_to(topic, context["before"], query)
    context["next_address"] = address_to(topic, context["after"], query)
    page = "stakeholders/suggestion_triage.html"
    response = render_page(request, page, context, partial="_suggestion_desk.html")
    if request.htmx and request.method == "GET":
        response.headers["HX-Push-Url"] = address_of(topic, number, query)
    return response


def address_to(topic, number, query):
    return address_of(topic, number, query) if number else ""


def decide(suggestion, said, by):
    """Do what the form says: one decision, and the note beside it."""
    version, note = said["version"], said["note"].strip()
    if said["decision"] == FILE:
        area, sub_area = said["place"]
        actions.file_suggestion(
            suggestion=suggestion,
            area=area,
            sub_area=sub_area,
            reason=said["reason"],
            version=version,
            by=by,
        )
    elif said["decision"] == LATER:
        actions.leave_for_later(suggestion=suggestion, version=version, by=by)
    elif said["decision"] == OUT_OF_SCOPE:
        reason = said["out_of_scope_reason"]
        actions.put_out_of_scope(suggestion=suggestion, reason=reason, version=version, by=by)
    else:
        actions.take_back_to_triage(suggestion=suggestion, version=version, by=by)
    if note:
        actions.write_note(suggestion=suggestion, text=note, by=by)


def desk_context(request, topic, choice, number):
    """What stands beside the suggestion: the list or, for a part of the page, its neighbours."""
    done = number_said(request, "done")
    if request.htmx:
        beside = {"found": choice.count(), **neighbours_in(choice, [], number)}
    else:
        beside = list_context(choice, number, number_said(request, "from"))
    return {
        **beside,
        "progress": progress_of(topic),
        "most_counted": MOST_COUNTED,
        "done": done or "",
        "done_stays": bool(done) and choice.holds(done),
        **last_step_context(topic, request.user),
    }


def last_step_context(topic, person):
    """The last step of the person that can be undone, in words."""
    step = topic.triage_steps.last_of(person)
    words = sentence_of(step) if step else ""
    return {"last_step": step, "last_step_words": words, "shortcuts": SHORTCUTS}
