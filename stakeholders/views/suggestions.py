"""Pages on which suggestions are read and filed, and the summaries are written."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.suggestions import (
    SuggestionExplainForm,
    SuggestionFileForm,
    SuggestionRedactForm,
    SuggestionSupportForm,
)
from stakeholders.models import WORDS, Filing
from stakeholders.views.hints import hints_for
from stakeholders.views.steps import back_from


def with_filings(suggestions):
    """The suggestions with all that a list of them prints, in a fixed number of queries."""
    filings = Filing.objects.select_related("area", "sub_area", "part", "filed_by")
    return suggestions.select_related("stakeholder").prefetch_related(
        Prefetch("filings", queryset=filings)
    )


def number_in(text):
    """The number that a part of an address names, or None where it names none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


@require_GET
@topic_page("stakeholders.view_suggestions")
def suggestion_detail(request, topic, number):
    """One suggestion whole: its words, where it came from, where it is filed and used."""
    suggestion = get_object_or_404(with_filings(topic.suggestions.all()), number=number)
    row = getattr(suggestion, "import_row", None)
    parts = list(parts_of(suggestion))
    numbers = {area.pk: number for number, area in enumerate(topic.areas.all(), start=1)}
    context = hints_for(suggestion, request.user, numbers) | {
        "suggestion": suggestion,
        "whole_filings": [one for one in suggestion.filings.all() if one.part_id is None],
        "parts": parts,
        "words_left": words_left(suggestion, parts) if parts else "",
        "merged": suggestion.merged.order_by("number"),
        "row": row,
        "citations": suggestion.citations.select_related("summary__area", "summary__sub_area"),
        "redactions": suggestion.redactions.select_related("made_by").defer("passage"),
    }
    return render_page(request, "stakeholders/suggestion_detail.html", context)


def parts_of(suggestion):
    """The current parts with where each is filed."""
    filings = Filing.objects.select_related("area", "sub_area")
    return suggestion.parts.current().prefetch_related(Prefetch("filings", queryset=filings))


def words_left(suggestion, parts):
    """The words of a split suggestion that none of its parts takes."""
    left = []
    for column in WORDS:
        text = getattr(suggestion, column)
        for part in parts:
            for quote in part.quotes.get(column, "").split("\n\n"):
                text = text.replace(quote, " … ") if quote else text
        left.append(text)
    words = " ".join(" ".join(left).split())
    return words if words.strip(" …") else ""


def again(topic, number):
    """The suggestion as it stands now, with its filings, after somebody else changed it."""
    return with_filings(topic.suggestions.all()).get(number=number)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_file(request, topic, number):
    """File a suggestion under the area that is its own."""
    suggestion = get_object_or_404(with_filings(topic.suggestions.all()), number=number)
    form = SuggestionFileForm(request.POST or None, suggestion=suggestion)
    current = None
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            actions.file_suggestion(
                suggestion=suggestion,
                area=area,
                sub_area=sub_area,
                version=form.cleaned_data["version"],
                by=request.user,
            )
            messages.success(request, f"Suggestion {number} is filed under “{area}”.")
            return redirect("stakeholders:suggestion_detail", topic.slug, number)
        except EditCollision as collision:
            current, form = again(topic, number), form.collided(collision)
        except RuleBroken as error:
            form.add_error("place", str(error))
    context = {"form": form, "suggestion": suggestion, "current": current}
    return render_page(request, "stakeholders/suggestion_file.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_support(request, topic, number):
    """Let a suggestion support a further area, beside its own."""
    suggestion = get_object_or_404(with_filings(topic.suggestions.all()), number=number)
    form = SuggestionSupportForm(request.POST or None, suggestion=suggestion)
    current = None
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            actions.support_area(
                suggestion=suggestion,
                area=area,
                sub_area=sub_area,
                version=form.cleaned_data["version"],
                by=request.user,
            )
            messages.success(request, f"Suggestion {number} also supports “{area}”.")
            return redirect(back_from(request, topic, number))
        except EditCollision as collision:
            current, form = again(topic, number), form.collided(collision)
        except RuleBroken as error:
            form.add_error("place", str(error))
    context = {"form": form, "suggestion": suggestion, "current": current}
    return render_page(request, "stakeholders/suggestion_support.html", context)


@require_POST
@topic_page("stakeholders.file_suggestion")
def suggestion_unfile(request, topic, number, pk):
    """Take a suggestion out of an area, its own or one that it supports."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    filing = get_object_or_404(suggestion.filings.select_related("area"), pk=pk)
    try:
        if filing.is_own:
            actions.unfile_suggestion(suggestion=suggestion, by=request.user)
        else:
            actions.end_support(suggestion=suggestion, area=filing.area, by=request.user)
        messages.success(request, f"Suggestion {number} is no longer under “{filing.area}”.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:suggestion_detail", topic.slug, number)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_explain(request, topic, number):
    """Say why no summary uses a suggestion."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    form = SuggestionExplainForm(request.POST or None, suggestion=suggestion)
    current = None
    if form.is_valid():
        try:
            actions.explain_unused(suggestion=suggestion, by=request.user, **form.cleaned_data)
            messages.success(request, "The reason is saved.")
            return redirect("stakeholders:suggestion_detail", topic.slug, number)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
    context = {"form": form, "suggestion": suggestion, "current": current}
    return render_page(request, "stakeholders/suggestion_explain.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.redact_suggestion")
def suggestion_redact(request, topic, number):
    """Take a passage from view, with the reason."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    form = SuggestionRedactForm(request.POST or None)
    if form.is_valid():
        try:
            actions.redact_passage(suggestion=suggestion, by=request.user, **form.cleaned_data)
            messages.success(request, "The passage is redacted.")
            return redirect("stakeholders:suggestion_detail", topic.slug, number)
        except RuleBroken as error:
            form.add_error("passage", str(error))
    context = {"form": form, "suggestion": suggestion}
    return render_page(request, "stakeholders/suggestion_redact.html", context)
