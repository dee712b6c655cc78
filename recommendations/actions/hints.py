"""Keep what the machine worked out about recommendations near areas; decisions are elsewhere."""

from django.db import transaction
from django.utils import timezone

from recommendations.actions.locking import locked_topic
from recommendations.models import Recommendation, RecommendationHint


@transaction.atomic
def replace_recommendation_hints(*, topic, hints):
    """Keep these hints in place of the topic's former ones; returns how many were kept.

    Each is (key of the area, key of the recommendation, place from 1, score from 0 to 1, list of
    the terms that both share). What went away while they were worked out is left out: an area
    that was removed, a recommendation of a guideline that the topic no longer rests on.
    """
    topic, now = locked_topic(topic), timezone.now()
    areas = set(topic.areas.values_list("pk", flat=True))
    declared = Recommendation.objects.filter(guideline__development_sources__topic=topic)
    known = set(declared.values_list("pk", flat=True))
    RecommendationHint.objects.filter(area__topic=topic).delete()
    kept = RecommendationHint.objects.bulk_create(
        RecommendationHint(
            area_id=area,
            recommendation_id=recommendation,
            place=place,
            score=score,
            shared_terms=list(terms),
            made_at=now,
        )
        for area, recommendation, place, score, terms in hints
        if area in areas and recommendation in known
    )
    return len(kept)
