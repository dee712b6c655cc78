"""The chair's page while a meeting is under way, and the page on which members follow it."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.accounts.models import User
from qsdev.committee import actions
from qsdev.committee.attendance import Attendance
from qsdev.committee.models import Decision
from qsdev.committee.results import results_of
from qsdev.committee.views.meetings import item_of, meeting_of
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

ARRIVE, LEAVE, APOLOGISE = "arrive", "leave", "apologise"


def now_in(meeting):
    """What stands before the committee now: the item, its quorum, its standing decision."""
    attendance = Attendance(meeting)
    item = meeting.current_item
    area = item.issued_area if item else None
    decision = None
    if area:
        standing = Decision.objects.current().filter(area=area.area_id)
        decision = standing.select_related("merged_with", "issued_area").first()
    return {
        "meeting": meeting,
        "item": item,
        "attendance": attendance,
        "quorum": attendance.quorum(area and area.area),
        "withdrawn": len(attendance.withdrawn_from(area and area.area)) if area else 0,
        "decision": decision,
    }


def rounds_on(meeting):
    """The paper's rounds: the one that is open, and the newest that has closed."""
    rounds = list(meeting.topic.rating_rounds.filter(paper=meeting.paper).select_related("topic"))
    is_open = next((one for one in rounds if one.is_open), None)
    closed = next((one for one in reversed(rounds) if one.has_closed), None)
    return is_open, closed


@require_GET
@topic_page("committee.run_meeting")
def meeting_run(request, topic, pk):
    """One screen for the chair: agenda, attendance, discussion, results, decisions."""
    meeting = meeting_of(topic, pk)
    is_open, closed = rounds_on(meeting)
    sees_all = "committee.run_round" in request.allowed
    result = None
    if closed and meeting.current_item and meeting.current_item.issued_area_id:
        found = results_of(closed, reader=request.user, sees_all=sees_all)
        result = result_for(found, meeting.current_item)
    context = now_in(meeting) | {
        "items": meeting.items.select_related("issued_area"),
        "people": Attendance(meeting).people(),
        "points": meeting.current_item.points.all() if meeting.current_item else [],
        "action_points": meeting.action_points.select_related("item"),
        "decided": decided_in(meeting),
        "open_round": is_open,
        "round": closed,
        "one": result,
        "may_run_round": sees_all,
        "may_run": sees_all,
    }
    return render_page(request, "committee/meeting_run.html", context)


def result_for(results, item):
    """The result of the item's area, if the reader may see it."""
    area = item.issued_area.area_id
    return next((one for one in results if one.rated_area.issued_area.area_id == area), None)


def decided_in(meeting):
    """The ids of areas on which a decision stands."""
    return set(meeting.topic.decisions.current().values_list("area", flat=True))


@require_GET
@topic_page("committee.view_meeting")
def meeting_live(request, topic, pk):
    """What members follow; its part asks again by itself, and is answered only if it changed."""
    meeting = meeting_of(topic, pk)
    context = now_in(meeting)
    is_open, closed = rounds_on(meeting)
    result = None
    if closed and context["item"] and context["item"].issued_area_id:
        result = result_for(results_of(closed, reader=request.user), context["item"])
    context |= {"open_round": is_open, "round": closed, "one": result}
    context |= {"may_rate": bool(is_open) and request.user.pk in is_open.voters}
    body = render_to_string("committee/_live_now.html", context, request)
    context["seen"] = hashlib.sha256(body.encode()).hexdigest()[:16]
    if request.htmx and request.GET.get("seen") == context["seen"]:
        return HttpResponse(status=204)
    return render_page(request, "committee/meeting_live.html", context, partial="_meeting_now.html")


def act(request, topic, at, action, **given):
    """Do one thing at a meeting and go back to the chair's page, with what went wrong, if so."""
    try:
        action(by=request.user, **given)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("committee:meeting_run", topic.slug, at.pk)


@require_POST
@topic_page("committee.run_meeting")
def meeting_open(request, topic, pk):
    """Open the meeting."""
    meeting = meeting_of(topic, pk)
    return act(request, topic, meeting, actions.open_meeting, meeting=meeting)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def meeting_end(request, topic, pk):
    """End the meeting, having seen which areas are not decided on."""
    meeting = meeting_of(topic, pk)
    if request.method == "POST":
        try:
            actions.end_meeting(meeting=meeting, by=request.user)
            messages.success(request, "The meeting has ended.")
        except RuleBroken as error:
            messages.error(request, str(error))
        return redirect("committee:meeting_detail", topic.slug, pk)
    decided = decided_in(meeting)
    items = meeting.items.select_related("issued_area").exclude(issued_area=None)
    undecided = [item for item in items if item.issued_area.area_id not in decided]
    context = {"meeting": meeting, "undecided": undecided}
    return render_page(request, "committee/meeting_end.html", context)


@require_POST
@topic_page("committee.run_meeting")
def presence_record(request, topic, pk):
    """Note that somebody arrived, left, or sent apologies."""
    meeting = meeting_of(topic, pk)
    doing = {
        ARRIVE: actions.note_arrival,
        LEAVE: actions.note_leaving,
        APOLOGISE: actions.note_apology,
    }
    what, _, key = request.POST.get("presence", "").partition(" ")
    if what not in doing or not key.isdecimal():
        raise Http404
    people = User.objects.filter(pk__in=topic.roles.current().values("user"))
    person = get_object_or_404(people, pk=int(key))
    return act(request, topic, meeting, doing[what], meeting=meeting, person=person)


@require_POST
@topic_page("committee.run_meeting")
def item_start(request, topic, pk):
    """Begin to discuss an item."""
    item = item_of(topic, pk)
    return act(request, topic, item.meeting, actions.start_item, item=item)


@require_POST
@topic_page("committee.run_meeting")
def item_end(request, topic, pk):
    """End the discussion of an item."""
    item = item_of(topic, pk)
    return act(request, topic, item.meeting, actions.end_item, item=item)
