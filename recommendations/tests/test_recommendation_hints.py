"""Hints about recommendations near an area: replaced whole, shown apart, switched off."""

import pytest
from django.urls import reverse

from qsdev.topics.actions import create_topic
from recommendations.actions import replace_recommendation_hints
from recommendations.models import RecommendationHint, SelectedRecommendation
from recommendations.tests.page_text import parsed_page, words_of

TERMS = ["video feedback", "foster carers"]


@pytest.fixture
def hint(topic, area, recommendation):
    replace_recommendation_hints(topic=topic, hints=[(area.pk, recommendation.pk, 1, 0.4, TERMS)])
    return RecommendationHint.objects.get()


@pytest.fixture
def address(topic, area, source):
    return reverse("recommendations:recommendation_select", args=[topic.slug, area.pk])


def test_hints_are_replaced_whole(topic, area, hint, source):
    other = source.guideline.recommendations.get(number="1.1.9")

    kept = replace_recommendation_hints(topic=topic, hints=[(area.pk, other.pk, 1, 0.5, ["care"])])

    found = RecommendationHint.objects.values_list("recommendation", "place", "shared_terms")
    assert (kept, list(found)) == (1, [(other.pk, 1, ["care"])])


def test_hints_on_what_went_away_are_left_out(topic, area, recommendation):
    gone = [(area.pk + 99, recommendation.pk, 1, 0.4, TERMS), (area.pk, 99999, 1, 0.4, TERMS)]

    assert replace_recommendation_hints(topic=topic, hints=gone) == 0

    topic.development_sources.all().delete()
    undeclared = [(area.pk, recommendation.pk, 1, 0.4, TERMS)]
    assert replace_recommendation_hints(topic=topic, hints=undeclared) == 0


def test_hints_of_other_topics_stay(hint, lead):
    other = create_topic(slug="other", title="Other", by=lead)

    replace_recommendation_hints(topic=other, hints=[])

    assert RecommendationHint.objects.get() == hint


def test_hint_says_why_and_selects_nothing(pages, address, hint, recommendation):
    page = pages.get(address)

    line = words_of(page, f"#r{recommendation.pk}")
    assert "Hint: near this area’s suggestions because both speak of video feedback" in line
    assert "1.3.1 because both speak of video feedback, foster carers" in words_of(page, "aside")
    assert not SelectedRecommendation.objects.exists()
    assert "Nothing is selected yet." in words_of(page, "#recommendation-tally")


def test_recommendations_with_hints_can_be_shown_alone(pages, address, hint):
    page = pages.get(f"{address}?show=near")

    assert "1 of 4 recommendations." in words_of(page, "main")


def test_person_who_switched_hints_off_sees_none(pages, address, hint, lead):
    lead.shows_hints = False
    lead.save()

    page = pages.get(address)

    assert "Hint" not in words_of(page, "main")
    assert not parsed_page(page).xpath("//option[@value='near']")
