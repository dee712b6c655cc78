"""Which stage of the process a topic is in, and by what one sees it; PROCESS: the nine stages.

Nothing is set by hand: stages follow from the rounds' dates and from what has been issued.
"""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format

from qsdev.briefing.models import PaperState
from qsdev.committee.models import MeetingKind
from qsdev.publication.models import PublishedStandard
from qsdev.topics.models import RoundKind, RoundState
from qsdev.validation.models import held_second_meeting


@dataclass(frozen=True)
class Stage:
    """A stage by its name, and the reason why the topic is in it."""

    name: str
    reason: str


def stage_of(topic) -> Stage:
    """The stage that the topic is in now."""
    rounds = [one for one in topic.rounds.all() if one.state != RoundState.SKIPPED]
    consultations = [one for one in rounds if one.kind == RoundKind.CONSULTATION]
    engagements = [one for one in rounds if one.kind == RoundKind.ENGAGEMENT]
    now = timezone.now()
    published = PublishedStandard.objects.standing().filter(topic=topic).first()
    if published:
        return Stage("Published", f"{published} was published on {day(published.published_at)}.")
    begun = [one for one in consultations if one.opens_at <= now]
    if begun:
        met = _second_meeting(topic)
        return met or _round_stage(begun[-1], now, "Consultation", "Second committee meeting")
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    if paper:
        return _after_issue(topic, paper, now)
    if not engagements:
        return Stage("Topic overview", "No engagement exercise is planned yet.")
    last = engagements[-1]
    if last.opens_at > now:
        return Stage("Topic overview", f"The engagement exercise opens on {day(last.opens_at)}.")
    return _round_stage(last, now, "Topic engagement", "Triage and briefing paper")


def _round_stage(one, now, during, afterwards):
    """The stage while a round is open, and the one after it has closed."""
    name = one.get_kind_display()
    if one.state == RoundState.PAUSED:
        return Stage(during, f"The {name.lower()} is paused.")
    if one.closes_at > now:
        return Stage(during, f"It is open until {day(one.closes_at)}.")
    return Stage(afterwards, f"The {name.lower()} closed on {day(one.closes_at)}.")


def _second_meeting(topic):
    """The stage once the second meeting has met: it meets, or the standard is validated."""
    meeting = held_second_meeting(topic)
    if meeting is None:
        return None
    if not meeting.has_ended:
        return Stage("Second committee meeting", "The committee is meeting now.")
    return Stage("Validation", f"The committee met a second time on {day(meeting.ended_at)}.")


def _after_issue(topic, paper, now):
    """Until the first meeting has ended it is that; then statements are drafted."""
    issued = f"Version {paper.version} of the briefing paper was issued on {day(paper.issued_at)}."
    meetings = [one for one in topic.meetings.all() if one.kind == MeetingKind.FIRST]
    ended = [one for one in meetings if one.has_ended]
    if ended and topic.decisions.current().prioritising().exists():
        return Stage("Drafting", f"The committee met on {day(ended[-1].ended_at)}.")
    if any(one.is_open for one in meetings):
        return Stage("First committee meeting", "The committee is meeting now.")
    ahead = [one for one in meetings if not one.has_ended and one.starts_at > now]
    if ahead:
        met = f"The committee meets on {day(ahead[0].starts_at)}."
        return Stage("First committee meeting", f"{issued} {met}")
    return Stage("First committee meeting", issued)


def day(moment):
    return date_format(timezone.localtime(moment), "j F Y")
