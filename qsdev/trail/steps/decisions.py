"""Decisions on the trail: what the committee decided on areas, who, when, why, and the minutes."""

from collections import defaultdict

from django.db.models import Q

from qsdev.committee.attendance import Attendance
from qsdev.committee.builder.minutes import rated_words, results_on
from qsdev.committee.models import Decision
from qsdev.consultation.builder.wording import day
from qsdev.trail.links import Link, facts, page_in, unique


def decisions_of(topic, areas):
    """The decisions on areas and their minutes, by area; one that was corrected says so."""
    keys = set(areas)
    rows = Decision.objects.filter(topic=topic).filter(
        Q(area__in=keys) | Q(merged_with__area__in=keys)
    )
    rows = rows.select_related(
        "issued_area__paper",
        "meeting__topic",
        "meeting__paper",
        "merged_with",
        "recorded_by",
        "supersedes",
        "superseded_by",
    ).order_by("-decided_at", "-pk")
    rows = list(rows)
    sittings = {one.meeting_id: Sitting(one.meeting) for one in rows}
    found, minutes = defaultdict(list), defaultdict(list)
    for row in rows:
        sitting = sittings[row.meeting_id]
        for area in keys & {row.area_id, row.merged_with and row.merged_with.area_id}:
            found[area].append(decision_link(topic, row, sitting, of_other=area != row.area_id))
            minutes[area].append(sitting.link(topic))
    return {area: unique([*links, *minutes[area]]) for area, links in found.items()}


class Sitting:
    """A meeting with what is said of each of its decisions: who was there, how areas were rated."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.attendance = Attendance(meeting)
        self.results = results_on(meeting)

    def who_decided(self, decision):
        """How many of the committee were there when it decided; nobody is named."""
        quorum = self.attendance.quorum_at(decision.decided_at)
        return (
            f"The committee, {quorum.present} of {quorum.appointed} voting members present, "
            f"{quorum.needed} needed for a quorum"
        )

    def ratings(self, topic, decision):
        """How members had rated the area, round by round, as facts."""
        for round, result in reversed(self.results.get(decision.area_id, ())):
            page = page_in(topic, "committee:rating_results", round.number)
            yield "Ratings", rated_words(round, result), page

    def link(self, topic):
        """The minutes of the meeting or, while it goes on, the meeting itself."""
        meeting = self.meeting
        if meeting.has_ended:
            page = page_in(topic, "committee:minutes_detail", meeting.pk)
            return Link(f"Minutes: {meeting}", facts(("Place", meeting.place)), page)
        page = page_in(topic, "committee:meeting_detail", meeting.pk)
        return Link(f"{meeting}, under way", facts(("Place", meeting.place)), page)


def outcome_in_words(decision):
    """A decision's outcome, with the area it was merged with or why it is not progressed."""
    words = decision.get_outcome_display()
    if decision.merged_with:
        return f"{words}, “{decision.merged_with.title}”"
    if decision.additional_reason:
        return f"{words}: {decision.get_additional_reason_display().lower()}"
    return words


def decision_link(topic, decision, sitting, *, of_other=False):
    """A decision with its reason, who decided and when; on another area that came in, its title."""
    issued = decision.issued_area
    title = f"{outcome_in_words(decision)}, {day(decision.decided_at)}"
    title = f"“{issued.title}”: {title}" if of_other else title
    old = decision.supersedes
    paper = page_in(topic, "briefing:issued_paper_detail", issued.paper.version)
    return Link(
        title if decision.is_current else f"{title} (corrected later)",
        facts(
            ("Why", decision.reason),
            ("Conditions", decision.conditions),
            ("Who decided", sitting.who_decided(decision)),
            *sitting.ratings(topic, decision),
            (
                "Considered",
                f"“{issued.title}”, briefing paper, version {issued.paper.version}",
                paper,
            ),
            ("Recorded", f"{day(decision.decided_at)}, by {decision.recorded_by.name}"),
            ("Corrects", f"{outcome_in_words(old)}, {day(old.decided_at)}" if old else ""),
        ),
        page_in(topic, "committee:decision_list"),
    )
