"""Pages on which a suggestion is split into parts, and each part is filed by itself."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.actions.splitting import FEWEST_PARTS
from stakeholders.forms.parts import PartFileForm, SuggestionSplitForm
from stakeholders.models import SuggestionPart
from stakeholders.views.suggestions import number_in, with_filings


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_split(request, topic, number):
    """Choose the words that each part takes; the suggestion itself stays whole."""
    suggestion = get_object_or_404(with_filings(topic.suggestions.all()), number=number)
    form = split_form(request.POST, suggestion)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.split_suggestion(
                suggestion=suggestion, parts=form.parts, version=version, by=request.user
            )
            messages.success(request, f"Suggestion {number} is split. File each of its parts.")
            return redirect("stakeholders:suggestion_detail", topic.slug, number)
        except EditCollision as collision:
            form = form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "suggestion": suggestion}
    return render_page(request, "stakeholders/suggestion_split.html", context)


def split_form(sent, suggestion):
    """The form as it was sent; with one part more, and nothing lost, where that was asked for."""
    count = number_in(sent.get("parts")) or FEWEST_PARTS
    if "more" in sent:
        return SuggestionSplitForm(initial=sent.dict(), suggestion=suggestion, count=count + 1)
    return SuggestionSplitForm(sent or None, suggestion=suggestion, count=count)


@require_POST
@topic_page("stakeholders.file_suggestion")
def suggestion_join(request, topic, number):
    """Join the parts of a suggestion again."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    try:
        actions.join_suggestion(suggestion=suggestion, by=request.user)
        messages.success(request, f"Suggestion {number} is in one piece again.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:suggestion_detail", topic.slug, number)


def part_of(topic, pk):
    """A current part of one of the topic's suggestions, or 404."""
    parts = SuggestionPart.objects.current().select_related("suggestion__topic")
    return get_object_or_404(parts.filter(suggestion__topic=topic), pk=pk)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def part_file(request, topic, pk):
    """File a part of a suggestion under the area that is its own."""
    part = part_of(topic, pk)
    filing = part.filings.select_related("area", "sub_area").first()
    form = PartFileForm(request.POST or None, part=part, filing=filing)
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            version = form.cleaned_data["version"]
            actions.file_part(
                part=part, area=area, sub_area=sub_area, version=version, by=request.user
            )
            messages.success(request, f"{part} is filed under “{area}”.")
            return redirect("stakeholders:suggestion_detail", topic.slug, part.suggestion.number)
        except EditCollision as collision:
            form = form.collided(collision)
            filing = part.filings.select_related("area", "sub_area", "filed_by").first()
        except RuleBroken as error:
            form.add_error("place", str(error))
    context = {"form": form, "part": part, "filing": filing}
    return render_page(request, "stakeholders/part_file.html", context)


@require_POST
@topic_page("stakeholders.file_suggestion")
def part_unfile(request, topic, pk):
    """Take a part out of its area."""
    part = part_of(topic, pk)
    try:
        actions.unfile_part(part=part, by=request.user)
        messages.success(request, f"{part} is no longer filed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:suggestion_detail", topic.slug, part.suggestion.number)
