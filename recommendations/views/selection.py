"""Pages on which recommendations are listed, selected for areas, or left out with a reason."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.selection import (
    ReasonNotSelectedForm,
    RecommendationFilterForm,
    RecommendationSelectForm,
)
from recommendations.models import GuidelineSection, NotCovered, Recommendation
from recommendations.views.lines import in_sections, lines_of

PAGE_LENGTH = 50


@require_GET
@topic_page("recommendations.view_recommendations")
def recommendation_list(request, topic):
    """The recommendations of the topic's sources, and what is selected for each area."""
    sections = GuidelineSection.objects.filter(guideline__development_sources__topic=topic)
    form = RecommendationFilterForm(request.GET, sections=sections)
    wanted = form.wanted
    lines = lines_of(topic)
    shown = [
        line
        for line in lines
        if line.is_shown(wanted["show"]) and wanted["section"] in {"", line.section}
    ]
    page = Paginator(shown, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "filter_form": form,
        "page": page,
        "guidelines": in_sections(page),
        "query": query_of(wanted),
        "number_shown": len(shown),
        "number_of_all": len(lines),
        "unexplained": sum(line.is_unexplained for line in lines),
        "sources": topic.development_sources.select_related("guideline"),
        "areas": areas_with_selection(topic, lines),
        "may_import": "recommendations.import_recommendations" in request.allowed,
        "may_select": "recommendations.select_recommendation" in request.allowed,
    }
    return render_page(request, "recommendations/recommendation_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("recommendations.select_recommendation")
def recommendation_select(request, topic, area_pk, sub_area_pk=None):
    """Tick what could support a statement in an area or sub-area, or say it is not covered."""
    area = get_object_or_404(topic.areas, pk=area_pk)
    sub_area = get_object_or_404(area.sub_areas, pk=sub_area_pk) if sub_area_pk else None
    form = RecommendationSelectForm(request.POST or None, topic=topic, area=area, sub_area=sub_area)
    if form.is_valid():
        try:
            actions.settle_selection(area=area, sub_area=sub_area, by=request.user, **form.changes)
            messages.success(request, f"The selection for “{sub_area or area}” is saved.")
            return redirect("recommendations:recommendation_list", topic.slug)
        except RuleBroken as error:
            form.add_error("is_not_covered", str(error))
    lines = lines_of(topic)
    for line in lines:
        line.used_in = [place for place in line.used_in if place != (area, sub_area)]
    context = {
        "form": form,
        "area": area,
        "sub_area": sub_area,
        "place": sub_area or area,
        "guidelines": in_sections(lines),
    }
    return render_page(request, "recommendations/recommendation_select.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("recommendations.select_recommendation")
def reason_not_selected_edit(request, topic, pk):
    """Say why a recommendation is not selected for any area."""
    declared = Recommendation.objects.filter(guideline__development_sources__topic=topic)
    recommendation = get_object_or_404(declared.select_related("guideline", "section"), pk=pk)
    given = recommendation.reasons_not_selected.filter(topic=topic).first()
    form = ReasonNotSelectedForm(
        request.POST or None, initial={"reason": given.reason} if given else None
    )
    if form.is_valid():
        try:
            actions.give_reason_not_selected(
                topic=topic, recommendation=recommendation, by=request.user, **form.cleaned_data
            )
            messages.success(request, f"The reason for leaving out {recommendation} is saved.")
            return redirect("recommendations:recommendation_list", topic.slug)
        except RuleBroken as error:
            form.add_error("reason", str(error))
    context = {"form": form, "recommendation": recommendation}
    return render_page(request, "recommendations/reason_not_selected_edit.html", context)


def query_of(wanted):
    """The filters as the beginning of an address's query, for the links to other pages."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in wanted.items() if value})
    return f"{query.urlencode()}&" if query else ""


def areas_with_selection(topic, lines):
    """For each area and sub-area: (area, sub-area or None, lines selected, is it not covered)."""
    marks = NotCovered.objects.filter(area__topic=topic).values_list("area_id", "sub_area_id")
    not_covered = set(marks)
    selected = {}
    for line in lines:
        for area, sub_area in line.used_in:
            selected.setdefault((area, sub_area), []).append(line)
    places = []
    for area in topic.areas.prefetch_related("sub_areas"):
        sub_areas = list(area.sub_areas.all())
        own = [None] if not sub_areas or (area, None) in selected else []
        for sub_area in [*own, *sub_areas]:
            mark = (area.pk, sub_area and sub_area.pk) in not_covered
            places.append((area, sub_area, selected.get((area, sub_area), []), mark))
    return places
