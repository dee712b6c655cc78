"""Recommendations near an area: worked out in the background, each with the words it shares."""

import pytest

from qsdev.briefing import actions
from qsdev.briefing.actions.nearness import FIND_NEAR
from qsdev.jobs import running
from qsdev.jobs.models import Job
from qsdev.topics.tests.pages import address
from recommendations.models import RecommendationHint

pytestmark = pytest.mark.django_db


def test_near_recommendations_share_words_with_their_area(demonstration, people):
    job = actions.ask_for_near_recommendations(topic=demonstration, by=people["analyst"])
    assert running.run(job.pk).is_finished

    area = demonstration.areas.get(title="Supporting children in schools")
    nearest = RecommendationHint.objects.filter(area=area).select_related("recommendation__section")
    assert [hint.place for hint in nearest] == [1, 2, 3, 4, 5]
    first = nearest[0]
    text = f"{first.recommendation.section.title} {first.recommendation.text}".casefold()
    assert all(term in text for term in first.shared_terms)
    selected = area.selected_recommendations.values_list("recommendation", flat=True)
    assert {hint.recommendation_id for hint in nearest} & set(selected)


def test_they_are_asked_for_once_until_something_is_filed(demonstration, people, client_as):
    page = address("briefing:area_detail", demonstration.areas.first().pk)
    for _ in range(2):
        client_as("analyst").get(page)
    (job,) = Job.objects.of(FIND_NEAR, demonstration.pk)
    running.run(job.pk)
    client_as("analyst").get(page)

    assert Job.objects.of(FIND_NEAR, demonstration.pk).count() == 1
