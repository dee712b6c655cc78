"""Pages of a meeting before and after it is held: times, agenda, minutes' points."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.briefing.models import PaperState
from qsdev.committee import actions
from qsdev.committee.forms.meetings import ItemForm, MeetingCreateForm, MeetingEditForm
from qsdev.committee.models import AgendaItem
from qsdev.committee.results import by_agreement
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


def meeting_of(topic, pk):
    return get_object_or_404(topic.meetings.select_related("topic", "paper", "current_item"), pk=pk)


def item_of(topic, pk):
    items = AgendaItem.objects.filter(meeting__topic=topic)
    return get_object_or_404(items.select_related("meeting__topic", "issued_area__area"), pk=pk)


def closed_round(meeting):
    """The newest closed round on the meeting's paper, by which the agenda can be ordered."""
    rounds = meeting.topic.rating_rounds.filter(paper=meeting.paper).select_related("topic")
    return next((round for round in reversed(rounds) if round.has_closed), None)


@require_GET
@topic_page("committee.view_meeting")
def meeting_list(request, topic):
    """The topic's meetings."""
    context = {
        "meetings": topic.meetings.select_related("paper"),
        "paper": topic.papers.filter(state=PaperState.ISSUED).first(),
        "may_run": "committee.run_meeting" in request.allowed,
    }
    return render_page(request, "committee/meeting_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def meeting_create(request, topic):
    """Plan a meeting."""
    form = MeetingCreateForm(request.POST or None)
    if form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        try:
            meeting = actions.plan_meeting(topic=topic, by=request.user, **given)
            messages.success(request, "The meeting is planned.")
            return redirect("committee:meeting_detail", topic.slug, meeting.pk)
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "committee/meeting_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def meeting_edit(request, topic, pk):
    """Change when and where a meeting is, its quorum, and who else was present."""
    meeting = meeting_of(topic, pk)
    form = MeetingEditForm(request.POST or None, meeting=meeting)
    current = None
    if form.is_valid():
        try:
            given = form.cleaned_data
            changed = {name: given[name] for name in given if given[name] != was(meeting, name)}
            version = given["version"]
            changed.pop("version", None)
            actions.change_meeting(meeting=meeting, version=version, by=request.user, **changed)
            messages.success(request, "The meeting is saved.")
            return redirect("committee:meeting_detail", topic.slug, pk)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "meeting": meeting, "current": current}
    return render_page(request, "committee/meeting_edit.html", context)


def was(meeting, name):
    return getattr(meeting, name)


@require_GET
@topic_page("committee.view_meeting")
def meeting_detail(request, topic, pk):
    """A meeting: its agenda, what was decided, and what is to be done."""
    meeting = meeting_of(topic, pk)
    may_run = "committee.run_meeting" in request.allowed
    context = {
        "meeting": meeting,
        "items": meeting.items.select_related("issued_area"),
        "decisions": meeting.decisions.select_related("issued_area", "merged_with"),
        "action_points": meeting.action_points.all(),
        "may_run": may_run,
        "round": closed_round(meeting) if may_run else None,
    }
    return render_page(request, "committee/meeting_detail.html", context, partial="_agenda.html")


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def item_create(request, topic, pk):
    """Add an item to the agenda."""
    meeting = meeting_of(topic, pk)
    form = ItemForm(request.POST or None)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("title", "minutes")}
        try:
            actions.add_item(meeting=meeting, by=request.user, **given)
            messages.success(request, "The item is on the agenda.")
            return redirect("committee:meeting_detail", topic.slug, pk)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "meeting": meeting}
    return render_page(request, "committee/item_create.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("committee.run_meeting")
def item_edit(request, topic, pk):
    """Change an item's title, and how long it is to take."""
    item = item_of(topic, pk)
    form = ItemForm(request.POST or None, item=item)
    current = None
    if form.is_valid():
        try:
            actions.change_item(item=item, by=request.user, **form.cleaned_data)
            messages.success(request, "The item is saved.")
            return redirect("committee:meeting_detail", topic.slug, item.meeting_id)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "item": item, "meeting": item.meeting, "current": current}
    return render_page(request, "committee/item_edit.html", context)


@require_POST
@topic_page("committee.run_meeting")
def item_remove(request, topic, pk):
    """Take an item off the agenda."""
    item = item_of(topic, pk)
    try:
        actions.remove_item(item=item, by=request.user)
        messages.success(request, f"“{item.title}” is off the agenda.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("committee:meeting_detail", topic.slug, item.meeting_id)


@require_POST
@topic_page("committee.run_meeting")
def item_move(request, topic, pk):
    """Move an item up or down."""
    item = item_of(topic, pk)
    direction = "up" if "up" in request.POST else "down"
    try:
        actions.move_item(item=item, direction=direction, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("committee:meeting_detail", topic.slug, item.meeting_id)


@require_POST
@topic_page("committee.run_round")
def agenda_order(request, topic, pk):
    """Put the areas in the paper's order, or by agreement in the last closed round."""
    meeting = meeting_of(topic, pk)
    areas = [
        item.issued_area
        for item in meeting.items.select_related("issued_area")
        if item.issued_area_id
    ]
    areas.sort(key=lambda area: (area.kind != "main", area.position))
    order, round = [area.pk for area in areas], closed_round(meeting)
    wanted = request.POST.get("by", "")
    if round and wanted in ("contested", "agreed"):
        order = by_agreement(round, areas, contested_first=wanted == "contested")
    try:
        actions.order_agenda(meeting=meeting, area_order=order, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect(reverse("committee:meeting_detail", args=[topic.slug, pk]))
