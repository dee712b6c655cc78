"""Pages of the trail: down from a statement, and up again from whoever suggested it."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.trail import walks
from qsdev.trail.contributions import contributors_of
from qsdev.trail.overview import overview_of
from qsdev.trail.picture import draw, in_words
from qsdev.trail.steps.suggestions import WITH_ORIGIN
from recommendations.models import Recommendation

PERMISSION = "trail.view_trail"
A_PAGE = 50


def context_of(trail, **more):
    """What every page of a trail shows: the steps and the picture; its writer escapes all words."""
    drawn = {"picture": mark_safe(draw(trail)), "picture_in_words": in_words(trail)}
    return {"trail": trail, **drawn, **more}


@require_GET
@topic_page(PERMISSION)
def trail_list(request, topic):
    """Every statement, removed ones too, and how far each has come."""
    return render_page(request, "trail/trail_list.html", {"statements": overview_of(topic)})


@require_GET
@topic_page(PERMISSION)
def statement_trail(request, topic, number):
    """From a statement to the raw cells of the suggestions behind it, and to its guideline."""
    statement = get_object_or_404(topic.statements.select_related("replaced_by"), number=number)
    (trail,) = walks.statement_trails(topic, [statement])
    context = context_of(trail, statement=statement)
    return render_page(request, "trail/statement_trail.html", context)


@require_GET
@topic_page(PERMISSION)
def suggestion_trail(request, topic, number):
    """From the raw cells of a suggestion to the statements that came of its area."""
    rows = topic.suggestions.select_related(*WITH_ORIGIN, "merged_into")
    suggestion = get_object_or_404(rows, number=number)
    context = context_of(walks.suggestion_trail(topic, suggestion), suggestion=suggestion)
    return render_page(request, "trail/suggestion_trail.html", context)


@require_GET
@topic_page(PERMISSION)
def recommendation_trail(request, topic, pk):
    """From a recommendation of the topic's guidelines to the statements that rest on it."""
    known = Recommendation.objects.filter(guideline__development_sources__topic=topic)
    rows = known.select_related("guideline", "section").distinct()
    context = context_of(walks.recommendation_trail(topic, get_object_or_404(rows, pk=pk)))
    return render_page(request, "trail/recommendation_trail.html", context)


@require_GET
@topic_page(PERMISSION)
def stakeholder_trail(request, topic, pk):
    """What became of each suggestion and each comment of a stakeholder."""
    stakeholder = get_object_or_404(contributors_of(topic), pk=pk)
    context = context_of(walks.stakeholder_trail(topic, stakeholder), stakeholder=stakeholder)
    return render_page(request, "trail/stakeholder_trail.html", context)


@require_GET
@topic_page(PERMISSION)
def stakeholder_trail_list(request, topic):
    """Who suggested or commented, how much, and how much of it came to a statement."""
    page = Paginator(contributors_of(topic), A_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "trail/stakeholder_trail_list.html", {"page": page})
