"""Pages of the questions that the team puts to the second meeting."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.validation import actions
from qsdev.validation.forms.packages import CommitteeQuestionForm
from qsdev.validation.views.packages import PERMISSION, meeting_or_404


def question_of(topic, pk):
    """A question of the topic to its committee; 404 where there is none."""
    rows = topic.committee_questions.select_related("meeting__topic", "statement")
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def question_create(request, topic):
    """Put a question to the committee."""
    meeting = meeting_or_404(topic)
    here = reverse("validation:package_detail", args=[topic.slug])
    form = CommitteeQuestionForm(request.POST or None, topic=topic, cancel=here)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("text", "statement")}
        try:
            actions.add_question(meeting=meeting, by=request.user, **given)
            messages.success(request, "The question is in the next build of the package.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "validation/question_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def question_edit(request, topic, pk):
    """Change a question to the committee."""
    question, current = question_of(topic, pk), None
    here = reverse("validation:package_detail", args=[topic.slug])
    form = CommitteeQuestionForm(request.POST or None, topic=topic, question=question, cancel=here)
    if form.is_valid():
        try:
            actions.change_question(question=question, by=request.user, **form.cleaned_data)
            messages.success(request, "The question is saved.")
            return redirect(here)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "question": question, "current": current}
    return render_page(request, "validation/question_edit.html", context)


@require_POST
@topic_page(PERMISSION)
def question_remove(request, topic, pk):
    """Take a question back."""
    try:
        actions.remove_question(question=question_of(topic, pk), by=request.user)
        messages.success(request, "The question is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("validation:package_detail", topic.slug)
