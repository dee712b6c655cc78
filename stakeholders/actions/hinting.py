"""Asking for hints as decisions come in, and keeping them apart from the decisions."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from qsdev.jobs.actions import enqueue
from qsdev.jobs.models import Job
from stakeholders.models import AreaHint, DuplicateHint, HintRun

MAKE_HINTS = "stakeholders.make_hints"
#: Hints are not worked out anew more often than this, however fast decisions come in.
PAUSE = timedelta(seconds=15)


@transaction.atomic
def ask_for_hints(*, topic, by):
    """Have a topic's hints worked out if decisions were made since, and it is not under way."""
    run = HintRun.objects.filter(topic=topic).first()
    if run and (run.made_at > timezone.now() - PAUSE or run.last_step >= last_step_of(topic)):
        return None
    if not topic.suggestions.exists() or Job.objects.of(MAKE_HINTS, topic.pk).under_way().exists():
        return None
    return enqueue(kind=MAKE_HINTS, subject_id=topic.pk, topic_id=topic.pk, by=by)


def last_step_of(topic):
    """The key of the topic's last step, undone or not; each undoing counts as one more step."""
    steps = topic.triage_steps.order_by("-pk").values_list("pk", flat=True)
    undone = topic.triage_steps.exclude(undone_at=None).count()
    return (steps.first() or 0) + undone


@transaction.atomic
def replace_hints(*, topic, last_step, areas, duplicates):
    """Put a topic's hints in place of the old ones, unless newer ones are there already.

    `areas` are (suggestion, area, place, score, terms) and `duplicates` (suggestion, other, score,
    terms), all by key. No event: a hint decides nothing.
    """
    run, made = HintRun.objects.select_for_update().get_or_create(topic=topic)
    if not made and run.last_step > last_step:
        return False
    here = topic.suggestions
    AreaHint.objects.filter(suggestion__topic=topic).delete()
    DuplicateHint.objects.filter(suggestion__topic=topic).delete()
    there = set(here.order_by().values_list("pk", flat=True))
    known = set(topic.areas.values_list("pk", flat=True))
    AreaHint.objects.bulk_create(
        AreaHint(suggestion_id=one, area_id=area, place=place, score=score, shared_terms=terms)
        for one, area, place, score, terms in areas
        if one in there and area in known
    )
    DuplicateHint.objects.bulk_create(
        DuplicateHint(suggestion_id=one, other_id=other, score=score, shared_terms=terms)
        for one, other, score, terms in duplicates
        if {one, other} <= there
    )
    HintRun.objects.filter(pk=run.pk).update(last_step=last_step, made_at=timezone.now())
    return True


def forget_hints(suggestion):
    """Delete every hint that a suggestion's words had a part in: a passage of them is redacted."""
    AreaHint.objects.filter(suggestion=suggestion).delete()
    DuplicateHint.objects.filter(suggestion=suggestion).delete()
    DuplicateHint.objects.filter(other=suggestion).delete()
    AreaHint.objects.filter(area__filings__suggestion=suggestion).delete()
    HintRun.objects.filter(topic=suggestion.topic_id).delete()  # so that they are made anew
