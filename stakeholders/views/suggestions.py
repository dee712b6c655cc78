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
    SummaryEditForm,
)
from stakeholders.models import WORDS, Filing, Stakeholder, Suggestion

PAGE_LENGTH = 50


def with_filings(suggestions):
    """The suggestions with all that a list of them prints, in a fixed number of queries."""
    filings = Filing.objects.select_related("area", "sub_area")
    return suggestions.select_related("stakeholder").prefetch_related(
        Prefetch("filings", queryset=filings)
    )


@require_GET
@topic_page("stakeholders.view_suggestions")
def suggestion_list(request, topic):
    """The topic's suggestions by number; the filters stand in the address."""
    area, stakeholder = request.GET.get("area", ""), request.GET.get("stakeholder", "")
    after = request.GET.get("after", "")
    suggestions = with_filings(topic.suggestions.all())
    if area == "none":
        suggestions = suggestions.unfiled()
    elif area.isdecimal():
        suggestions = suggestions.filter(filings__area=int(area)).distinct()
    if stakeholder.isdecimal():
        suggestions = suggestions.filter(stakeholder=int(stakeholder))
    if after.isdecimal():
        suggestions = suggestions.filter(number__gt=int(after))
    page = list(suggestions[: PAGE_LENGTH + 1])
    shown = page[:PAGE_LENGTH]
    more = f"area={area}&stakeholder={stakeholder}&after={shown[-1].number}"
    context = {
        "suggestions": shown,
        "areas": topic.areas.all(),
        "stakeholders": Stakeholder.objects.contributing_to(topic),
        "chosen": {"area": area, "stakeholder": stakeholder},
        "next": more if len(page) > PAGE_LENGTH else "",
        "unfiled": topic.suggestions.unfiled().count(),
    }
    return render_page(request, "stakeholders/suggestion_list.html", context)


@require_GET
@topic_page("stakeholders.view_suggestions")
def suggestion_detail(request, topic, number):
    """One suggestion whole: its words, where it came from, where it is filed and used."""
    suggestion = get_object_or_404(with_filings(topic.suggestions.all()), number=number)
    row = getattr(suggestion, "import_row", None)
    context = {
        "suggestion": suggestion,
        "words": [
            (Suggestion._meta.get_field(w).verbose_name, getattr(suggestion, w)) for w in WORDS
        ],
        "row": row,
        "citations": suggestion.citations.select_related("summary__area", "summary__sub_area"),
        "redactions": suggestion.redactions.select_related("made_by").defer("passage"),
    }
    return render_page(request, "stakeholders/suggestion_detail.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_file(request, topic, number):
    """File a suggestion under the area that is its own."""
    suggestion = get_object_or_404(with_filings(topic.suggestions.all()), number=number)
    form = SuggestionFileForm(request.POST or None, suggestion=suggestion)
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            actions.file_suggestion(
                suggestion=suggestion, area=area, sub_area=sub_area, by=request.user
            )
            messages.success(request, f"Suggestion {number} is filed under “{area}”.")
            return redirect("stakeholders:suggestion_detail", topic.slug, number)
        except RuleBroken as error:
            form.add_error("place", str(error))
    context = {"form": form, "suggestion": suggestion}
    return render_page(request, "stakeholders/suggestion_file.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_support(request, topic, number):
    """Let a suggestion support a further area, beside its own."""
    suggestion = get_object_or_404(topic.suggestions, number=number)
    form = SuggestionSupportForm(request.POST or None, suggestion=suggestion)
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            actions.support_area(
                suggestion=suggestion, area=area, sub_area=sub_area, by=request.user
            )
            return redirect("stakeholders:suggestion_detail", topic.slug, number)
        except RuleBroken as error:
            form.add_error("place", str(error))
    context = {"form": form, "suggestion": suggestion}
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
    initial = {"reason": suggestion.reason_not_used}
    form = SuggestionExplainForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.explain_unused(suggestion=suggestion, by=request.user, **form.cleaned_data)
        return redirect("stakeholders:suggestion_detail", topic.slug, number)
    context = {"form": form, "suggestion": suggestion}
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


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.write_summary")
def summary_edit(request, topic, pk):
    """Write the summary of an area, or of the sub-area named in the address."""
    area = get_object_or_404(topic.areas.prefetch_related("sub_areas"), pk=pk)
    sub_area = None
    if request.GET.get("sub_area", "").isdecimal():
        sub_area = get_object_or_404(area.sub_areas, pk=request.GET["sub_area"])
    summary = area.summaries.filter(sub_area=sub_area).first()
    form = SummaryEditForm(request.POST or None, summary=summary)
    current = None
    if form.is_valid():
        try:
            actions.write_summary(
                area=area, sub_area=sub_area, by=request.user, **form.cleaned_data
            )
            return redirect("briefing:area_detail", topic.slug, area.pk)
        except EditCollision as collision:
            current = collision.current
            form.add_error(None, str(collision))
        except RuleBroken as error:
            form.add_error("text", str(error))
    suggestions = with_filings(topic.suggestions.filed_in(area))
    context = {
        "form": form,
        "area": area,
        "sub_area": sub_area,
        "current": current,
        "suggestions": suggestions,
    }
    return render_page(request, "stakeholders/summary_edit.html", context)
