"""Pages of what a closed round came to: shown, never decided by the machine."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from qsdev.committee.results import order_of, results_of
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page("committee.view_results")
def rating_results(request, topic, number):
    """Each area's figures; members see those that are revealed, the chair all once it closed."""
    rounds = topic.rating_rounds.select_related("topic", "paper", "follows__topic")
    round = get_object_or_404(rounds, number=number)
    may_run = "committee.run_round" in request.allowed
    areas = round.rated_areas.select_related("round")
    context = {
        "round": round,
        "results": results_of(round, reader=request.user, sees_all=may_run),
        "hidden": [area for area in areas if not area.is_revealed],
        "may_run": may_run,
        "order_is_open": may_see_order(round, may_run),
    }
    return render_page(request, "committee/rating_results.html", context)


@require_GET
@topic_page("committee.view_results")
def area_order(request, topic, number):
    """The areas' order by four methods, once every area's result is revealed."""
    rounds = topic.rating_rounds.select_related("topic", "paper")
    round = get_object_or_404(rounds, number=number)
    is_open = may_see_order(round, "committee.run_round" in request.allowed)
    context = {
        "round": round,
        "is_open": is_open,
        "ordered": order_of(round) if is_open else [],
    }
    return render_page(request, "committee/area_order.html", context)


def may_see_order(round, may_run):
    """Whether the order shows: it says something of every area, so every area must be revealed."""
    if not round.has_closed:
        return False
    return may_run or all(one.is_revealed for one in round.rated_areas.select_related("round"))
