"""Pages of supporting organisations: from their interest to the list of the published standard."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.validation import actions
from qsdev.validation.forms.supporters import SupporterCreateForm, SupporterEditForm
from qsdev.validation.interest import interest_not_taken_over
from qsdev.validation.models import SupportState, supporters_of

PERMISSION = "validation.change_supporters"


@require_GET
@topic_page(PERMISSION)
def supporter_list(request, topic):
    """Every organisation by its state, those that are interested and not here yet, the list."""
    organisations = list(topic.supporting_organisations.with_names())
    groups = [
        (state, [one for one in organisations if one.state == state]) for state in SupportState
    ]
    context = {
        "groups": [(state.label, rows) for state, rows in groups if rows],
        "interested": interest_not_taken_over(topic),
        "printed": supporters_of(topic),
    }
    return render_page(request, "validation/supporter_list.html", context)


@require_POST
@topic_page(PERMISSION)
def interest_take_over(request, topic):
    """Add every organisation that said in its response that it is interested."""
    added = actions.take_over_interest(topic=topic, by=request.user)
    count = len(added)
    words = "1 organisation is" if count == 1 else f"{count:,} organisations are"
    messages.success(request, f"{words} added.")
    return redirect("validation:supporter_list", topic.slug)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def supporter_create(request, topic):
    """Add an organisation that expressed its interest elsewhere."""
    here = reverse("validation:supporter_list", args=[topic.slug])
    form = SupporterCreateForm(request.POST or None, topic=topic, cancel=here)
    if form.is_valid():
        try:
            added = actions.add_supporter(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, f"{added.stakeholder} is added.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "validation/supporter_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def supporter_edit(request, topic, pk):
    """An organisation with its history, and what it becomes next."""
    rows = topic.supporting_organisations.select_related("stakeholder", "round")
    organisation, current = get_object_or_404(rows, pk=pk), None
    here = reverse("validation:supporter_list", args=[topic.slug])
    form = SupporterEditForm(request.POST or None, organisation=organisation, cancel=here)
    if form.is_valid():
        try:
            actions.change_supporter(
                organisation=organisation, by=request.user, **form.cleaned_data
            )
            state = organisation.get_state_display().lower()
            messages.success(request, f"{organisation.stakeholder} is {state}.")
            return redirect(here)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {
        "form": form,
        "organisation": organisation,
        "current": current,
        "history": organisation.history.select_related("made_by").order_by("-made_at", "-pk"),
    }
    return render_page(request, "validation/supporter_edit.html", context)
