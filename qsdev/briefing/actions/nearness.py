"""Asking which recommendations are near the topic's areas, when something was filed since."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from qsdev.jobs.actions import enqueue
from qsdev.jobs.models import Job
from recommendations.models import RecommendationHint

FIND_NEAR = "briefing.find_near_recommendations"
PAUSE = timedelta(minutes=1)


@transaction.atomic
def ask_for_near_recommendations(*, topic, by):
    """Have them worked out if anything was filed since, and it is not under way."""
    hints = RecommendationHint.objects.filter(area__topic=topic)
    made = hints.aggregate(last=Max("made_at"))["last"]
    filed = topic.triage_steps.aggregate(last=Max("made_at"))["last"]
    if made and (filed is None or filed < made or made > timezone.now() - PAUSE):
        return None
    jobs = Job.objects.of(FIND_NEAR, topic.pk)
    if not topic.development_sources.exists() or jobs.under_way().exists():
        return None
    if not made and jobs.filter(created_at__gt=timezone.now() - PAUSE).exists():
        return None  # it was asked a moment ago, and nothing was near
    return enqueue(kind=FIND_NEAR, subject_id=topic.pk, topic_id=topic.pk, by=by)
