"""The list of recommendations: what it shows, to whom, and at what cost."""

import pytest
from django.urls import reverse

from recommendations import actions
from recommendations.imports import read_pasted_recommendations
from recommendations.tests.long_guideline import add_long_guideline
from recommendations.tests.page_text import numbers_shown, words_of


@pytest.fixture
def address(topic):
    return reverse("recommendations:recommendation_list", args=[topic.slug])


def test_list_shows_what_is_selected_where_and_what_is_left_out(
    pages, address, topic, area, sub_area, source, recommendation, lead
):
    left_out = source.guideline.recommendations.get(number="1.1.9")
    actions.select_recommendation(
        area=area, sub_area=sub_area, recommendation=recommendation, by=lead
    )
    actions.give_reason_not_selected(
        topic=topic, recommendation=left_out, reason="Nobody suggested it.", by=lead
    )

    page = pages.get(address)

    assert numbers_shown(page) == ["1.1.9", "1.3.1 Key priority", "1.3.10", "1"]
    assert "Assessment: Assessing" in words_of(page, "#r" + str(recommendation.pk))
    assert "Left out: Nobody suggested it." in words_of(page, "#r" + str(left_out.pk))


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("show=key", ["1.3.1 Key priority"]),
        ("show=research", ["1"]),
        ("use=selected", ["1.1.9"]),
        ("use=unused", ["1.3.1 Key priority", "1.3.10", "1"]),
        ("show=unexplained", ["1.3.1 Key priority"]),
        ("section=research", ["1"]),
        ("words=refer to", ["1.3.10"]),
        ("strength=consider", ["1.1.9"]),
        ("show=nonsense&section=None", ["1.1.9", "1.3.1 Key priority", "1.3.10", "1"]),
    ],
)
def test_list_is_filtered_by_its_address(pages, address, area, source, lead, query, numbers):
    actions.select_recommendation(
        area=area, recommendation=source.guideline.recommendations.get(number="1.1.9"), by=lead
    )

    assert numbers_shown(pages.get(f"{address}?{query}")) == numbers


def test_topic_without_source_is_told_what_to_do(pages, address):
    assert "Declare a development source" in words_of(pages.get(address), "main")


def test_same_number_of_queries_with_few_and_with_many(
    pages, address, source, area, lead, count_queries
):
    few = count_queries(pages, address)
    text = "".join(
        f"Section {n}\n\nNICE Recommendation 2.1.{n}\n\nOffer {n}.\n\n" for n in range(1, 31)
    )
    actions.import_recommendations(
        guideline=source.guideline,
        parsed=read_pasted_recommendations(text, reference="NG26"),
        by=lead,
    )
    for recommendation in source.guideline.recommendations.all():
        actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    assert count_queries(pages, address) == few


def test_long_guideline_is_paged_within_the_budget(pages, address, topic, source, lead):
    add_long_guideline(topic, lead, number=90)

    page = pages.get(address)

    assert len(numbers_shown(page)) > 15
    assert len(page.content) < 60_000


def test_long_list_is_paged_and_keeps_its_filter(pages, address, source, lead):
    text = "Many\n\n" + "".join(f"NICE Recommendation 3.1.{n}\n\nOffer {n}.\n\n" for n in range(60))
    actions.import_recommendations(
        guideline=source.guideline,
        parsed=read_pasted_recommendations(text, reference="NG26"),
        by=lead,
    )

    first = pages.get(f"{address}?use=unused")
    second = pages.get(f"{address}?use=unused&page=2")

    assert (len(numbers_shown(first)), len(numbers_shown(second))) == (50, 14)
    assert 'href="?use=unused&amp;page=2"' in first.content.decode()
