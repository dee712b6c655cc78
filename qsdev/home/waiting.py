"""What of a topic waits for one person."""

from dataclasses import dataclass

from django.urls import reverse

from qsdev.home.standing import counted
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
    if "briefing.issue_paper" in allowed:
        yield from _rounds(topic)


def _assigned(topic, person):
    count = topic.suggestions.filter(assignee=person, state__in=WAITING).count()
    if count:
        address = reverse("stakeholders:triage", args=[topic.slug])
        words = f"{counted(count, 'suggestion')} given to you to triage"
        yield Waits(words, f"{address}?state=waiting&assignee={person.pk}")


def _samples(topic, person):
    for sample in topic.sorting_samples.filter(sorted_by=person):
        left = sample.sortings.filter(sorted_at=None).count()
        if left:
            address = reverse("stakeholders:sorting_edit", args=[topic.slug, sample.pk])
            yield Waits(f"{counted(left, 'suggestion')} to sort a second time", address)


def _rounds(topic):
    if topic.engagement is None:
        address = reverse("topics:round_create", args=[topic.slug])
        yield Waits("An engagement exercise to plan", address)
