"""The topic's own page: where it stands and what waits."""

from django.db.models import prefetch_related_objects
from django.views.decorators.http import require_GET

from qsdev.accounts.models import User
from qsdev.audit.models import Event
from qsdev.briefing.finding_groups import by_area
from qsdev.briefing.models import PaperBuild
from qsdev.home.stages import stage_of
from qsdev.home.standing import tasks_of
from qsdev.home.waiting import waiting_for
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.models import Filing


@require_GET
@topic_page("home.view_topic")
def topic_detail(request, topic):
    """Where the topic stands; who only reads issued papers sees these and nothing else."""
    allowed = request.allowed
    prefetch_related_objects([topic], "rounds")  # for the stage and for the page
    context = {
        "task_groups": list(tasks_of(topic, allowed)),
        "waiting": list(waiting_for(topic, request.user, allowed)),
        "rounds": topic.rounds.all(),
        "papers": [],
        "may_change": "topics.change_topic" in allowed,
        "may_open_round": "topics.open_round" in allowed,
    }
    if "briefing.view_issued_paper" in allowed:
        context["papers"] = topic.papers.select_related("issued_by")
        context["stage"] = stage_of(topic)
    if "briefing.view_paper" in allowed:
        by_people = Event.objects.filter(topic_id=topic.pk).exclude(actor_id=None)
        context["last_event"] = by_people.order_by("sequence").last()
        context["last_actor"] = actor_of(context["last_event"])
        context["next_task"] = next_of(context["task_groups"])
        context |= findings_context(topic)
    return render_page(request, "home/topic_detail.html", context)


def next_of(groups):
    """The first task in the order of the process that is not done; none once all are."""
    tasks = (task for _, tasks in groups for task in tasks)
    return next((task for task in tasks if not task.is_done), None)


def findings_context(topic):
    """The newest build's findings by area; none where it was withheld or nothing was built."""
    newest = PaperBuild.objects.newest_of(topic)
    if newest is None or newest.is_withheld:
        return {"found_by_area": []}
    numbers = {}
    filings = Filing.objects.filter(area__topic=topic).order_by()
    for area, number in filings.values_list("area", "number"):
        numbers.setdefault(area, set()).add(number)
    found = by_area(newest.findings, topic.areas.all(), numbers)
    return {"found_by_area": list(found), "newest": newest}


def actor_of(event):
    """The person who did what an event records."""
    return User.objects.filter(pk=event.actor_id).first() if event else None
