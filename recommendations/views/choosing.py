"""The page of an area's or sub-area's selection: the whole guideline, one press each."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.selection import (
    NEAR,
    SHOWN,
    USED_HERE,
    RecommendationFilterForm,
    RecommendationSelectForm,
    code,
)
from recommendations.models import (
    NotCovered,
    Recommendation,
    SelectedRecommendation,
)
from recommendations.views.lines import in_pages, in_sections, lines_for

#: A page holds no more than so many recommendations and characters of them: 60 KB with all else.
PAGE = {"most_lines": 20, "most_characters": 16_000}
MOST_HINTS = 5


@require_http_methods(["GET", "POST"])
@topic_page("recommendations.select_recommendation")
def recommendation_select(request, topic, area_pk, sub_area_pk=None):
    """Select what could support a statement in an area or sub-area, or say it is not covered."""
    area = get_object_or_404(topic.areas, pk=area_pk)
    sub_area = get_object_or_404(area.sub_areas, pk=sub_area_pk) if sub_area_pk else None
    place = {"area": area, "sub_area": sub_area}
    form = RecommendationSelectForm(request.POST or None, topic=topic)
    pressed = ""
    if form.is_valid():
        verb, chosen = form.cleaned_data["decision"]
        pressed = code_of(chosen)
        try:
            said = decide(verb, chosen, place, request.user)
            if not request.htmx:
                messages.success(request, said)
        except RuleBroken as error:
            messages.error(request, str(error))
        if not request.htmx:
            return HttpResponseRedirect(f"{request.get_full_path()}#{pressed or 'selected-here'}")
    context = {"form": form, **place, "place": sub_area or area}
    context |= list_context(request, topic, place, pressed)
    page = "recommendations/recommendation_select.html"
    return render_page(request, page, context, partial="_recommendation_tally.html")


def decide(verb, chosen, place, by):
    """Do what was pressed; returns a sentence that says so."""
    name = place["sub_area"] or place["area"]
    if verb == RecommendationSelectForm.NOT_COVERED:
        actions.mark_not_covered(**place, by=by)
        return f"“{name}” is marked as not directly covered."
    if verb == RecommendationSelectForm.COVERED:
        actions.unmark_not_covered(**place, by=by)
        return f"“{name}” is no longer marked as not directly covered."
    choice = {field_of(chosen): chosen}
    if verb == RecommendationSelectForm.SELECT:
        actions.select_recommendation(**place, **choice, by=by)
        return f"{chosen} is selected for “{name}”."
    selected = SelectedRecommendation.objects.filter(**place, **choice).first()
    if selected is None:
        raise RuleBroken(f"{chosen} is no longer selected for {name}: somebody else took it out.")
    actions.deselect_recommendation(selected=selected, by=by)
    return f"{chosen} is no longer selected for “{name}”."


def field_of(chosen):
    """The field in which a selection holds it."""
    return "recommendation" if isinstance(chosen, Recommendation) else "research_recommendation"


def code_of(chosen):
    if chosen is None:
        return ""
    if field_of(chosen) == "recommendation":
        return code(chosen.pk, None)
    return code(None, chosen.pk)


def list_context(request, topic, place, pressed):
    """The recommendations that the filters show, the tally, and the hints if they are on."""
    lines = lines_for(topic, **place, shows_hints=request.user.shows_hints)
    hinted = sorted((line for line in lines if line.hint), key=lambda line: line.hint.place)
    filters = RecommendationFilterForm(
        request.GET, lines=lines, shown=[*SHOWN, NEAR] if hinted else SHOWN, used=USED_HERE
    )
    found = filters.found
    page = Paginator(in_pages(found, **PAGE), 1).get_page(request.GET.get("page"))
    return {
        "filters": filters,
        "query": filters.query,
        "page": page,
        "guidelines": in_sections(page.object_list[0]),
        "number_found": len(found),
        "number_of_all": len(lines),
        "has_sources": len({line.recommendation.guideline_id for line in lines}) > 1,
        "selected": [line for line in lines if line.here],
        "not_covered": NotCovered.objects.filter(**place).select_related("marked_by").first(),
        "hinted": hinted[:MOST_HINTS],
        "pressed": next((line for line in lines if line.code == pressed), None),
    }
