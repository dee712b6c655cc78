"""Pages of the rating rounds: planning, who has rated, closing, revealing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.briefing.models import PaperState
from qsdev.committee import actions
from qsdev.committee.forms.rounds import (
    RatingRoundExtendForm,
    RatingRoundForm,
    SecondRoundForm,
)
from qsdev.committee.models import RatingRound
from qsdev.committee.progress import areas_for, progress_of
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.views.steps import safe_address


@require_GET
@topic_page("committee.view_round")
def rating_round_list(request, topic):
    """The topic's rating rounds."""
    may_run = "committee.run_round" in request.allowed
    context = {
        "rounds": topic.rating_rounds.select_related("paper"),
        "paper": topic.papers.filter(state=PaperState.ISSUED).first(),
        "may_run": may_run,
    }
    return render_page(request, "committee/rating_round_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_round")
def rating_round_create(request, topic):
    """Plan a round on the issued paper."""
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    form = RatingRoundForm(request.POST or None, paper=paper) if paper else None
    if form and form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        try:
            round = actions.plan_round(topic=topic, by=request.user, **given)
            messages.success(request, f"{round} is planned.")
            return redirect("committee:rating_round_detail", topic.slug, round.number)
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "committee/rating_round_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_round")
def rating_round_edit(request, topic, number):
    """Change a round before it opens; afterwards, when it closes."""
    round = get_object_or_404(topic.rating_rounds.select_related("paper"), number=number)
    if round.has_opened:
        form = RatingRoundExtendForm(request.POST or None, round=round)
    else:
        form = RatingRoundForm(
            request.POST or None, paper=round.paper, round=round, submit="Save this round"
        )
    current = None
    if form.is_valid():
        try:
            actions.change_rating_round(round=round, by=request.user, **form.cleaned_data)
            messages.success(request, f"{round} is saved.")
            return redirect("committee:rating_round_detail", topic.slug, number)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "round": round, "current": current}
    return render_page(request, "committee/rating_round_edit.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_round")
def rating_round_repeat(request, topic, number):
    """Plan a second round after discussion."""
    round = get_object_or_404(topic.rating_rounds.select_related("paper"), number=number)
    form = SecondRoundForm(request.POST or None, follows=round)
    if form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        try:
            new = actions.plan_second_round(follows=round, by=request.user, **given)
            messages.success(request, f"{new} is planned.")
            return redirect("committee:rating_round_detail", topic.slug, new.number)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "round": round}
    return render_page(request, "committee/rating_round_repeat.html", context)


@require_GET
@topic_page("committee.view_round")
def rating_round_detail(request, topic, number):
    """A round: one's own areas to rate, and for the chair and the lead who has rated."""
    rounds = topic.rating_rounds.select_related("paper", "follows")
    round = get_object_or_404(rounds, number=number)
    may_run = "committee.run_round" in request.allowed
    context = {
        "round": round,
        "criteria": round.criteria.all(),
        "areas": areas_for(round, request.user),
        "may_rate": request.user.pk in round.voters,
        "may_run": may_run,
        "progress": progress_of(round) if may_run else None,
        "is_followed": RatingRound.objects.filter(follows=round).exists(),
    }
    return render_page(request, "committee/rating_round_detail.html", context)


@require_POST
@topic_page("committee.run_round")
def rating_round_close(request, topic, number):
    """Close a round before its time."""
    round = get_object_or_404(topic.rating_rounds, number=number)
    try:
        actions.close_round(round=round, by=request.user)
        messages.success(request, f"{round} is closed: nobody can rate in it any more.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect(way_back(request, "committee:rating_round_detail", topic, number))


@require_POST
@topic_page("committee.run_round")
def rating_round_reveal(request, topic, number):
    """Show members the result of one area, or of all."""
    round = get_object_or_404(topic.rating_rounds, number=number)
    wanted = request.POST.get("rated_area", "")
    area = None
    if wanted:
        key = int(wanted) if wanted.isdecimal() else 0
        area = get_object_or_404(round.rated_areas, pk=key)
    try:
        actions.reveal_results(round=round, rated_area=area, by=request.user)
        messages.success(request, "The result is shown to the members now.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect(way_back(request, "committee:rating_results", topic, number))


def way_back(request, page, topic, number):
    """The page that the button stood on, as the meeting's; else the given page of the round."""
    return safe_address(
        request, request.POST.get("next", ""), reverse(page, args=[topic.slug, number])
    )
