"""Pages on which points, actions and decisions are recorded; each is one form, sent by itself.

With scripts the form is sent in the background: where the connection is lost, it stays filled in.
"""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from qsdev.briefing.models import PaperState
from qsdev.committee import actions
from qsdev.committee.attendance import Attendance
from qsdev.committee.forms.meetings import (
    ActionPointEditForm,
    ActionPointForm,
    DecisionForm,
    PointForm,
)
from qsdev.committee.models import ActionPoint, Decision, DiscussionPoint
from qsdev.committee.views.meetings import item_of, meeting_of
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page, target_id
from qsdev.topics.access import topic_page

PART, POINT_PART = "_recording_form.html", "_point_form.html"


def sent_by_itself(address, part=PART):
    """What sends a form in the background; without scripts it is sent as any other."""
    return {"hx-post": address, "hx-target": f"#{target_id(part)}", "hx-swap": "outerHTML"}


def point_form(topic, item, data=None, *, part=POINT_PART, is_next=False):
    """The form of a point as it stands on the chair's page; the next one begins in its field."""
    address = reverse("committee:point_create", args=[topic.slug, item.pk])
    form = PointForm(data, action=address, attrs=sent_by_itself(address, part))
    form.fields["text"].label = f"Note a point on “{item.title}”"
    if is_next:
        form.fields["text"].widget.attrs["autofocus"] = True
    return form


def go_back(request, topic, meeting):
    """To the chair's page while the meeting is under way, to its own page afterwards."""
    page = "committee:meeting_run" if meeting.is_open else "committee:meeting_detail"
    address = reverse(page, args=[topic.slug, meeting.pk])
    if request.htmx and request.htmx.target != target_id(POINT_PART):
        return HttpResponseClientRedirect(address)
    return redirect(address)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def point_create(request, topic, pk):
    """Note a point of the discussion of an item; on the chair's page or on a page of its own."""
    item = item_of(topic, pk)
    stays = request.htmx.target == target_id(POINT_PART)
    form = point_form(topic, item, request.POST or None, part=POINT_PART if stays else PART)
    if form.is_valid():
        try:
            actions.add_point(item=item, text=form.cleaned_data["text"], by=request.user)
            if not stays:
                messages.success(request, "The point is noted.")
            return go_back(request, topic, item.meeting)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "item": item, "meeting": item.meeting}
    return render_page(request, "committee/point_create.html", context, partial=(PART, POINT_PART))


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def point_edit(request, topic, pk):
    """Word a point anew."""
    points = DiscussionPoint.objects.filter(item__meeting__topic=topic)
    point = get_object_or_404(points.select_related("item__meeting"), pk=pk)
    form = PointForm(
        request.POST or None,
        point=point,
        attrs=sent_by_itself(request.get_full_path()),
        submit="Save this point",
    )
    current = None
    if form.is_valid():
        try:
            actions.change_point(point=point, by=request.user, **form.cleaned_data)
            messages.success(request, "The point is saved.")
            return go_back(request, topic, point.item.meeting)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
    context = {"form": form, "item": point.item, "meeting": point.item.meeting, "current": current}
    return render_page(request, "committee/point_edit.html", context, partial=PART)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def action_point_create(request, topic, pk):
    """Note what somebody is asked to do."""
    meeting = meeting_of(topic, pk)
    form = ActionPointForm(request.POST or None, attrs=sent_by_itself(request.get_full_path()))
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("text", "owner", "due_on")}
        try:
            item = meeting.current_item
            actions.add_action_point(meeting=meeting, item=item, by=request.user, **given)
            messages.success(request, "The action is noted.")
            return go_back(request, topic, meeting)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "meeting": meeting}
    return render_page(request, "committee/action_point_create.html", context, partial=PART)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def action_point_edit(request, topic, pk):
    """Change an action, or say that it is done."""
    points = ActionPoint.objects.filter(meeting__topic=topic).select_related("meeting")
    point = get_object_or_404(points, pk=pk)
    form = ActionPointEditForm(
        request.POST or None, action_point=point, attrs=sent_by_itself(request.get_full_path())
    )
    current = None
    if form.is_valid():
        try:
            actions.change_action_point(action_point=point, by=request.user, **form.cleaned_data)
            messages.success(request, "The action is saved.")
            return go_back(request, topic, point.meeting)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
    context = {"form": form, "meeting": point.meeting, "current": current}
    return render_page(request, "committee/action_point_edit.html", context, partial=PART)


def standing_on(area):
    """The decision that stands on an issued area."""
    rows = Decision.objects.current().filter(area=area.area_id)
    return rows.select_related("merged_with", "recorded_by", "issued_area").first()


def decide(meeting, area, form, standing, by):
    """Record what the form says; it corrects the standing decision that its person was shown."""
    given = dict(form.cleaned_data)
    seen = given.pop("standing")
    corrects = standing if standing and standing.pk == seen else None
    actions.record_decision(meeting=meeting, issued_area=area, supersedes=corrects, by=by, **given)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def decision_create(request, topic, pk, area_pk):
    """Record the decision on an area; a standing one is named, and corrected by the new one."""
    meeting = meeting_of(topic, pk)
    area = get_object_or_404(meeting.paper.areas.select_related("area", "paper"), pk=area_pk)
    standing = standing_on(area)
    attrs = sent_by_itself(request.get_full_path())
    form = DecisionForm(request.POST or None, issued_area=area, standing=standing, attrs=attrs)
    if form.is_valid():
        try:
            decide(meeting, area, form, standing, request.user)
            messages.success(request, f"The decision on “{area.title}” is recorded.")
            return go_back(request, topic, meeting)
        except RuleBroken as error:
            standing = standing_on(area)
            form.now_stands(standing)
            form.add_error(None, str(error))
    attendance = Attendance(meeting)
    context = {
        "form": form,
        "meeting": meeting,
        "area": area,
        "standing": standing,
        "quorum": attendance.quorum(area.area),
        "withdrawn": len(attendance.withdrawn_from(area.area)),
    }
    return render_page(request, "committee/decision_create.html", context, partial=PART)


@require_GET
@topic_page("committee.view_decisions")
def decision_list(request, topic):
    """What stands for each area, and what it replaced; areas as issued, in the paper's order."""
    rows = topic.decisions.select_related(
        *("issued_area", "meeting", "merged_with", "recorded_by", "supersedes")
    )
    by_area = {}
    for decision in rows:
        by_area.setdefault(decision.area_id, []).insert(0, decision)
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    issued = list(paper.areas.all()) if paper else []
    places = {area.area_id: place for place, area in enumerate(issued)}
    keys = sorted(by_area, key=lambda area: places.get(area, len(places)))
    context = {
        "decided": [by_area[area] for area in keys],
        "undecided": [one.title for one in issued if one.area_id not in by_area],
        "paper": paper,
    }
    return render_page(request, "committee/decision_list.html", context)
