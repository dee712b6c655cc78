"""Giving suggestions to analysts: those that were ticked, or all that the filters show."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.triage import SuggestionAssignForm
from stakeholders.views.steps import sentence_of
from stakeholders.views.together import Together


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_assign(request, topic):
    """List the suggestions that were chosen, and give them to one of the team as one step."""
    chosen = Together.of(request, topic)
    form = SuggestionAssignForm(request.POST or None, team=topic.team)
    if form.is_valid():
        try:
            step = actions.assign_suggestions(
                topic=topic,
                suggestions=chosen.suggestions,
                assignee=form.cleaned_data["assignee"],
                by=request.user,
            )
            messages.success(request, sentence_of(step) if step else "Nothing had to change.")
            return redirect(chosen.back)
        except RuleBroken as error:
            form.add_error("assignee", str(error))
    form.submit = f"Give {chosen.in_words} to them"
    context = {"form": form, "chosen": chosen}
    return render_page(request, "stakeholders/suggestion_assign.html", context)
