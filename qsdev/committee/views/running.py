"""The chair's page while a meeting is under way: one screen on which all is recorded.

With scripts each button is sent in the background and only the parts that change are replaced, so
that a point that is being typed stays, also while the connection is lost.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.accounts.access import asked_while_typing
from qsdev.accounts.models import User
from qsdev.committee import actions
from qsdev.committee.views.following import now_in, render_live, result_now, rounds_on
from qsdev.committee.views.meetings import item_of, meeting_of
from qsdev.committee.views.recording import POINT_PART, point_form
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

ARRIVE, LEAVE, APOLOGISE = "arrive", "leave", "apologise"
CHAIR = (
    "committee/_chair_agenda.html",
    "committee/_chair_item.html",
    "committee/_chair_rest.html",
)


@require_GET
@asked_while_typing
@topic_page("committee.run_meeting")
def meeting_run(request, topic, pk):
    """One screen for the chair: agenda, attendance, discussion, results, decisions."""
    meeting = meeting_of(topic, pk)
    is_open, closed = rounds_on(meeting)
    sees_all = "committee.run_round" in request.allowed
    noted = request.htmx.target == "point-form"
    context = now_in(meeting)
    item = context["item"]
    context |= {
        "items": meeting.items.select_related("issued_area"),
        "people": context["attendance"].people(),
        "points": item.points.all() if item else [],
        "action_points": meeting.action_points.select_related("item"),
        "decided": decided_in(meeting),
        "open_round": is_open,
        "round": closed,
        "one": result_now(closed, item, reader=request.user, sees_all=sees_all),
        "may_run_round": sees_all,
        "may_run": sees_all,
        "noted": noted,
        "form": point_form(topic, item, is_next=noted) if item else None,
    }
    parts = ["_chair_now.html", POINT_PART]
    page = "committee/meeting_run.html"
    return render_live(request, page, context, templates=CHAIR, partial=parts)


def decided_in(meeting):
    """The ids of areas on which a decision stands."""
    return set(meeting.topic.decisions.current().values_list("area", flat=True))


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
