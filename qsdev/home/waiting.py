"""What of a topic waits for one person."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from qsdev.committee.interests import missing_of
from qsdev.committee.models import MeetingState
from qsdev.committee.progress import areas_for
from qsdev.home.steps import counted
from qsdev.publication.readiness import to_do_before
from qsdev.validation.standing import standings
from stakeholders.models import WAITING


@dataclass(frozen=True)
class Waits:
    """One thing that waits for somebody: in words, and where it is done."""

    words: str
    href: str


def waiting_for(topic, person, allowed):
    """Yield what waits for the person in this topic, the most pressing first."""
    if "stakeholders.file_suggestion" in allowed:
        yield from _assigned(topic, person)
        yield from _samples(topic, person)
    if "committee.declare_interest" in allowed:
        yield from _interests(topic, person)
    if "committee.rate_area" in allowed:
        yield from _ratings(topic, person)
    if "committee.act_on_interest" in allowed:
        yield from _actions(topic)
    if "committee.view_meeting" in allowed:
        yield from _meetings(topic)
    if "briefing.issue_paper" in allowed:
        yield from _rounds(topic)
    if "consultation.answer_comments" in allowed:
        yield from _comments(topic, person)
    if "validation.agree_wording" in allowed:
        yield from _wordings(topic)
    if "publication.publish_standard" in allowed:
        yield from _publication(topic)


def _assigned(topic, person):
    count = topic.suggestions.filter(assignee=person, state__in=WAITING).count()
    if count:
        address = reverse("stakeholders:triage", args=[topic.slug])
        words = f"{counted(count, 'suggestion')} given to you to triage"
        yield Waits(words, f"{address}?state=waiting&assignee={person.pk}")


def _comments(topic, person):
    count = topic.comments.unanswered().filter(assignee=person).count()
    if count:
        address = reverse("consultation:comments", args=[topic.slug])
        yield Waits(f"{counted(count, 'comment')} to answer", f"{address}?assignee={person.pk}")


def _samples(topic, person):
    for sample in topic.sorting_samples.filter(sorted_by=person):
        left = sample.sortings.filter(sorted_at=None).count()
        if left:
            address = reverse("stakeholders:sorting_edit", args=[topic.slug, sample.pk])
            yield Waits(f"{counted(left, 'suggestion')} to sort a second time", address)


def _interests(topic, person):
    missing = missing_of(topic, person) if topic.papers.exists() else 0
    if missing:
        address = reverse("committee:interest_list", args=[topic.slug])
        yield Waits(f"Say what you have an interest in: {counted(missing, 'answer')}", address)


def _ratings(topic, person):
    for round in topic.rating_rounds.open_at(timezone.now()):
        left = sum(not one.own and not one.is_withdrawn for one in areas_for(round, person))
        if left and person.pk in round.voters:
            address = reverse("committee:rating_round_detail", args=[topic.slug, round.number])
            until = date_format(timezone.localtime(round.closes_at), "j F Y, H:i")
            yield Waits(f"{counted(left, 'area')} to rate until {until}", address)


def _actions(topic):
    waiting = topic.declarations.awaiting_action().count()
    if waiting:
        address = reverse("committee:interest_register", args=[topic.slug])
        yield Waits(f"{counted(waiting, 'interest')} without the chair’s action", address)


def _meetings(topic):
    for meeting in topic.meetings.filter(state=MeetingState.OPEN):
        address = reverse("committee:meeting_live", args=[topic.slug, meeting.pk])
        yield Waits("The committee is meeting now: follow it", address)


def _rounds(topic):
    if topic.engagement is None:
        address = reverse("topics:round_create", args=[topic.slug])
        yield Waits("An engagement exercise to plan", address)


def _wordings(topic):
    """Statements on which the committee's outcome is recorded, and not yet the chair's word."""
    settled = topic.agreed_changes.exists()
    waiting = settled and sum(
        one.agreed is not None and not one.is_done for one in standings(topic)
    )
    if waiting:
        address = reverse("validation:agreed_change_list", args=[topic.slug])
        yield Waits(f"The wording of {counted(waiting, 'statement')} to agree", address)


def _publication(topic):
    """That nothing is to be done any more before the standard is published."""
    published = topic.published_standards.exists()
    if not published and topic.agreed_changes.exists() and not to_do_before(topic):
        address = reverse("publication:publication_detail", args=[topic.slug])
        yield Waits("The standard is ready to be published", address)
