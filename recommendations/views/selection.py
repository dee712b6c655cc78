"""Pages on which recommendations are listed, selected for areas, or left out with a reason."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.selection import (
    SHOWN,
    UNEXPLAINED,
    ReasonNotSelectedForm,
    RecommendationFilterForm,
)
from recommendations.models import Recommendation
from recommendations.views.lines import in_pages, in_sections, lines_of
from recommendations.views.places import places_of

#: A page holds no more than so many recommendations and characters of them: 60 KB with all else.
PAGE = {"most_lines": 50, "most_characters": 16_000}


@require_GET
@topic_page("recommendations.view_recommendations")
def recommendation_list(request, topic):
    """The recommendations of the topic's sources, and what is selected for each area."""
    lines = lines_of(topic)
    filters = RecommendationFilterForm(request.GET, lines=lines, shown=[*SHOWN, UNEXPLAINED])
    shown = filters.found
    page = Paginator(in_pages(shown, **PAGE), 1).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": page,
        "guidelines": in_sections(page.object_list[0]),
        "query": filters.query,
        "number_shown": len(shown),
        "number_of_all": len(lines),
        "unexplained": sum(line.is_unexplained for line in lines),
        "sources": topic.development_sources.select_related("guideline"),
        "places": places_of(topic, lines),
        "may_import": "recommendations.import_recommendations" in request.allowed,
        "may_select": "recommendations.select_recommendation" in request.allowed,
    }
    return render_page(request, "recommendations/recommendation_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("recommendations.select_recommendation")
def reason_not_selected_edit(request, topic, pk):
    """Say why a recommendation is not selected for any area."""
    declared = Recommendation.objects.filter(guideline__development_sources__topic=topic)
    recommendation = get_object_or_404(declared.select_related("guideline", "section"), pk=pk)
    given = recommendation.reasons_not_selected.filter(topic=topic).first()
    form = ReasonNotSelectedForm(request.POST or None, given=given)
    current = None
    if form.is_valid():
        try:
            actions.give_reason_not_selected(
                topic=topic, recommendation=recommendation, by=request.user, **form.cleaned_data
            )
            messages.success(request, f"The reason for leaving out {recommendation} is saved.")
            return redirect("recommendations:recommendation_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("reason", str(error))
    context = {"form": form, "recommendation": recommendation, "current": current}
    return render_page(request, "recommendations/reason_not_selected_edit.html", context)
