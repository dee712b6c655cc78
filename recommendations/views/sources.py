"""Pages on which development sources are declared and their recommendations imported."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.tables import RefusedFile
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.sources import RecommendationImportForm, SourceDeclareForm
from recommendations.imports import (
    compare,
    read_pasted_recommendations,
    read_recommendations,
    signed,
    unsigned,
)
from recommendations.models import Guideline

MOST_FINDINGS = 100


@require_http_methods(["GET", "POST"])
@topic_page("recommendations.import_recommendations")
def source_declare(request, topic):
    """Say on which guideline the topic rests, one that is known or a new one."""
    form = SourceDeclareForm(request.POST or None, topic=topic)
    if form.is_valid():
        try:
            if form.is_new:
                actions.declare_new_source(topic=topic, by=request.user, **form.new_source)
            else:
                actions.declare_source(topic=topic, by=request.user, **form.known_source)
            return redirect("recommendations:recommendation_list", topic.slug)
        except RuleBroken as error:
            form.add_error("guideline", str(error))
    return render_page(request, "recommendations/source_declare.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("recommendations.import_recommendations")
def recommendation_import(request, topic):
    """Read a file or pasted text and show what importing it would do; nothing is stored."""
    form = RecommendationImportForm(request.POST or None, request.FILES or None, topic=topic)
    preview = {}
    if form.is_valid():
        try:
            guideline = form.cleaned_data["guideline"]
            preview = preview_of(guideline, read(form.cleaned_data))
        except RefusedFile as error:
            form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
    return show_import(request, topic, form, preview)


@require_POST
@topic_page("recommendations.import_recommendations")
def recommendation_confirm(request, topic, pk):
    """Import what the preview showed, if it may still be imported."""
    guideline = get_object_or_404(Guideline.objects.filter(development_sources__topic=topic), pk=pk)
    parsed = unsigned(request.POST.get("checked", ""), guideline)
    if parsed is None:
        messages.error(request, "This check is too old to be imported: check the file again.")
        return redirect("recommendations:recommendation_import", topic.slug)
    try:
        done = actions.import_recommendations(
            guideline=guideline, parsed=parsed, replace="replace" in request.POST, by=request.user
        )
    except RuleBroken:
        form = RecommendationImportForm(topic=topic)
        preview = {**preview_of(guideline, parsed), "is_overtaken": True}
        return show_import(request, topic, form, preview)
    messages.success(request, sentence_about(done, guideline))
    return redirect("recommendations:recommendation_list", topic.slug)


def show_import(request, topic, form, preview):
    """The import's page, with or without the preview of a file."""
    if not topic.development_sources.exists() and request.method == "POST":
        raise Http404
    context = {"form": form, "has_sources": topic.development_sources.exists(), **preview}
    page = "recommendations/recommendation_import.html"
    return render_page(request, page, context, status=422 if preview.get("problems") else None)


def read(asked):
    """What the file or the text holds."""
    reference, upload = asked["guideline"].reference, asked["file"]
    if upload:
        return read_recommendations(upload.read(), file_name=upload.name, reference=reference)
    return read_pasted_recommendations(asked["text"], reference=reference)


def preview_of(guideline, parsed):
    """What the page shows of a file: what it would do, and whether it may."""
    comparison = compare(parsed, guideline)
    only_differs = {notice.code for notice in comparison.problems} == {"differs_from_stored"}
    stored = dict(comparison.changed)
    new = set(comparison.added)
    return {
        "guideline": guideline,
        "parsed": parsed,
        "comparison": comparison,
        "rows": [(each, each in new, stored.get(each)) for each in parsed.listings],
        "problems": [] if only_differs else finding_rows(comparison.problems, "problem"),
        "differing": finding_rows(comparison.problems, "warning") if only_differs else [],
        "warnings": finding_rows(parsed.warnings, "warning"),
        "other_topics": guideline.development_sources.count() - 1,
        "checked": signed(parsed, guideline) if only_differs or not comparison.problems else "",
    }


def finding_rows(notices, level):
    """Notices as the findings' partial wants them, each with its place; the first of very many."""
    rows = [
        {
            "level": level,
            "message": f"{notice.place}: {notice.message}" if notice.place else notice.message,
        }
        for notice in notices[:MOST_FINDINGS]
    ]
    more = len(notices) - MOST_FINDINGS
    return [*rows, {"level": level, "message": f"And {more} more."}] if more > 0 else rows


def sentence_about(done, guideline):
    """What an import did, for the person who confirmed it."""
    return (
        f"{guideline}: {len(done.added)} added, {len(done.changed)} replaced, "
        f"{len(done.unchanged)} left as they were."
    )
