"""The page on which members follow a meeting, and what stands before the committee now."""

import hashlib

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from qsdev.committee.attendance import Attendance
from qsdev.committee.models import Decision
from qsdev.committee.results import results_of
from qsdev.committee.views.meetings import meeting_of
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

LIVE = ("committee/_live_now.html",)


def now_in(meeting):
    """What stands before the committee now: the item, its quorum, its standing decision."""
    attendance = Attendance(meeting)
    item = meeting.current_item
    area = item.issued_area if item else None
    decision = None
    if area:
        standing = Decision.objects.current().filter(area=area.area_id)
        decision = standing.select_related("merged_with", "issued_area").first()
    withdrawn = attendance.withdrawn_from(area.area) if area else set()
    return {
        "meeting": meeting,
        "item": item,
        "attendance": attendance,
        "quorum": attendance.quorum(area and area.area),
        "withdrawn": len(withdrawn),
        "withdrawn_people": withdrawn,
        "decision": decision,
    }


def rounds_on(meeting):
    """The paper's rounds: the one that is open, and the newest that has closed."""
    rounds = list(meeting.topic.rating_rounds.filter(paper=meeting.paper).select_related("topic"))
    is_open = next((one for one in rounds if one.is_open), None)
    closed = next((one for one in reversed(rounds) if one.has_closed), None)
    return is_open, closed


def result_now(round, item, *, reader, sees_all=False):
    """The newest result of the item's area that the reader may see, up to this closed round.

    A second round may have left the area out: then it is the first round's.
    """
    if round is None or item is None or item.issued_area_id is None:
        return None
    rounds = round.topic.rating_rounds.filter(paper=round.paper_id, number__lte=round.number)
    for one in rounds.order_by("-number").select_related("topic"):
        found = result_in(one, item.issued_area.area_id, reader, sees_all)
        if found:
            return found
    return None


def result_in(round, area, reader, sees_all):
    """The result of an area in one round, if it was rated there and the reader may see it."""
    rated = round.rated_areas.filter(issued_area__area=area).select_related("round")
    if not any(sees_all or one.is_revealed for one in rated):
        return None
    found = results_of(round, reader=reader, sees_all=sees_all)
    return next((one for one in found if one.rated_area.issued_area.area_id == area), None)


def next_item(meeting, item):
    """The item that follows on the agenda."""
    later = meeting.items.filter(position__gt=item.position if item else 0, started_at=None)
    return later.first()


def words_now(request, templates, context):
    """What the page's parts now say, in a few letters: who has it already is sent nothing."""
    fixed = context | {"request": request, "user": request.user, "csrf_token": "as ever"}
    said = "".join(render_to_string(template, fixed) for template in templates)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def render_live(request, template, context, *, templates, partial):
    """The page, or its part; nothing (204) where a part asks for what it shows already."""
    context["seen"] = words_now(request, templates, context)
    if request.htmx and request.GET.get("seen") == context["seen"]:
        return HttpResponse(status=204)
    return render_page(request, template, context, partial=partial)


@require_GET
@topic_page("committee.view_meeting")
def meeting_live(request, topic, pk):
    """What members follow; its part asks again by itself, and is answered only if it changed."""
    meeting = meeting_of(topic, pk)
    context = now_in(meeting)
    is_open, closed = rounds_on(meeting)
    context |= {
        "open_round": is_open,
        "may_rate": bool(is_open) and request.user.pk in is_open.voters,
        "round": closed,
        "one": result_now(closed, context["item"], reader=request.user),
        "next_item": next_item(meeting, context["item"]) if meeting.is_open else None,
        "is_withdrawn": request.user.pk in context["withdrawn_people"],
    }
    page = "committee/meeting_live.html"
    return render_live(request, page, context, templates=LIVE, partial="_meeting_now.html")
