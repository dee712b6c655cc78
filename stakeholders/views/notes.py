"""Notes for colleagues, and who else has a suggestion open."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.accounts.access import asked_while_typing
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.parts import NoteCreateForm
from stakeholders.models import SuggestionNote
from stakeholders.views.steps import safe_address


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def note_create(request, topic, number):
    """Leave a note for colleagues with a suggestion."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    form = NoteCreateForm(request.POST or None)
    if form.is_valid():
        actions.write_note(suggestion=suggestion, by=request.user, **form.cleaned_data)
        messages.success(request, "The note is saved.")
        detail = reverse("stakeholders:suggestion_detail", args=[topic.slug, number])
        return redirect(safe_address(request, request.POST.get("next", ""), detail))
    context = {"form": form, "suggestion": suggestion}
    return render_page(request, "stakeholders/note_create.html", context)


@require_POST
@topic_page("stakeholders.file_suggestion")
def note_remove(request, topic, pk):
    """Take back a note of one's own."""
    notes = SuggestionNote.objects.filter(suggestion__topic=topic).select_related("suggestion")
    note = get_object_or_404(notes, pk=pk)
    try:
        actions.remove_note(note=note, by=request.user)
        messages.success(request, "The note is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:suggestion_detail", topic.slug, note.suggestion.number)


@require_GET
@asked_while_typing
@topic_page("stakeholders.file_suggestion")
def suggestion_viewers(request, topic, number):
    """Note that this person has the suggestion open, and say who else has."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    actions.note_viewing(suggestion=suggestion, by=request.user)
    others = suggestion.viewings.current().exclude(person=request.user).select_related("person")
    context = {"suggestion": suggestion, "viewers": others}
    page = "stakeholders/suggestion_viewers.html"
    return render_page(request, page, context, partial="_suggestion_viewers.html")
