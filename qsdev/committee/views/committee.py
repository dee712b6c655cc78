"""The committee's own page: who sits on it, and where its work on the topic stands."""

from django.views.decorators.http import require_GET

from qsdev.committee.interests import missing_of, owing
from qsdev.committee.models import Member
from qsdev.committee.seats import seats_of
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page("committee.view_committee")
def committee_detail(request, topic):
    """Members by group with their terms, rounds, and what waits for the reader."""
    allowed = request.allowed
    declares = "committee.declare_interest" in allowed
    context = {
        "groups": seats_of(Member.objects.filter(topic=topic).select_related("user")),
        "rounds": topic.rating_rounds.select_related("paper"),
        "meetings": topic.meetings.all(),
        "papers": topic.papers.all(),
        "missing": missing_of(topic, request.user) if declares else None,
        "owing": owing(topic) if "committee.act_on_interest" in allowed else [],
        "to_act": topic.declarations.awaiting_action().count(),
    }
    return render_page(request, "committee/committee_detail.html", context)
