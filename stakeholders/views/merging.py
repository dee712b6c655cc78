"""Pages on which a suggestion is merged with another that says the same."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.parts import SuggestionMergeForm
from stakeholders.views.steps import back_from
from stakeholders.views.suggestions import number_in, with_filings


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_merge(request, topic, number):
    """Show both suggestions side by side, and link them."""
    suggestions = with_filings(topic.suggestions.all())
    suggestion = get_object_or_404(suggestions, number=number)
    named = number_in(request.POST.get("into") or request.GET.get("into"))
    other = suggestions.filter(number=named).first() if named else None
    initial = {"into": named, "version": suggestion.version}
    form = SuggestionMergeForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            merge(suggestion, other, form.cleaned_data, request.user)
            messages.success(request, f"Suggestion {number} is merged with {named}.")
            return redirect(back_from(request, topic, number))
        except EditCollision as collision:
            form = form.collided(collision)
        except RuleBroken as error:
            form.add_error("into", str(error))
    context = {"form": form, "suggestion": suggestion, "other": other}
    return render_page(request, "stakeholders/suggestion_merge.html", context)


def merge(suggestion, other, said, by):
    """Merge the two, if there is another."""
    if other is None:
        raise RuleBroken(f"This topic has no suggestion {said['into']}: correct the number.")
    actions.merge_suggestion(
        suggestion=suggestion,
        into=other,
        reason=said["reason"],
        version=said["version"],
        by=by,
    )


@require_POST
@topic_page("stakeholders.file_suggestion")
def suggestion_unmerge(request, topic, number):
    """End the link to the other suggestion."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    try:
        actions.unmerge_suggestion(suggestion=suggestion, by=request.user)
        messages.success(request, f"Suggestion {number} stands by itself again.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:suggestion_detail", topic.slug, number)
