"""Pages of the validation steps: Guidance Executive and the bodies that referred the topic."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.validation import actions
from qsdev.validation.forms.steps import StepCorrectForm, StepCreateForm

RECORDS = "validation.record_step"


@require_GET
@topic_page("validation.view_steps")
def step_list(request, topic):
    """Every step that was recorded, the newest first, with what was corrected."""
    rows = topic.validation_steps.select_related("recorded_by", "supersedes")
    steps = list(rows.order_by("-taken_on", "-pk"))
    replaced = {one.supersedes_id for one in steps}
    context = {
        "steps": [one for one in steps if one.pk not in replaced],
        "corrected": [one for one in steps if one.pk in replaced],
        "may_record": RECORDS in request.allowed,
    }
    return render_page(request, "validation/step_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(RECORDS)
def step_create(request, topic):
    """Record what Guidance Executive or a referring body said."""
    here = reverse("validation:step_list", args=[topic.slug])
    form = StepCreateForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            actions.record_step(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, "The step is recorded.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "validation/step_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page(RECORDS)
def step_correct(request, topic, pk):
    """Record a step anew where its record was wrong."""
    rows = topic.validation_steps.select_related("topic", "recorded_by")
    step = get_object_or_404(rows.current(), pk=pk)
    here = reverse("validation:step_list", args=[topic.slug])
    form = StepCorrectForm(request.POST or None, step=step, cancel=here)
    if form.is_valid():
        try:
            actions.correct_step(step=step, by=request.user, **form.cleaned_data)
            messages.success(request, "The step is corrected; the old record stays in view.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "validation/step_correct.html", {"form": form, "step": step})
