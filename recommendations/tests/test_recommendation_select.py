"""Selecting in a browser: checkboxes for an area or sub-area, or "not directly covered"."""

import pytest
from django.urls import reverse

from recommendations import actions
from recommendations.models import NotCovered, ReasonNotSelected
from recommendations.tests.page_text import errors_of, parsed_page, words_of


@pytest.fixture
def address(topic, area, sub_area, source):
    return reverse("recommendations:recommendation_select", args=[topic.slug, area.pk, sub_area.pk])


def ticked(page):
    return parsed_page(page).xpath("//input[@name='chosen'][@checked]/@value")


def numbers_of(sub_area):
    return [each.recommendation.number for each in sub_area.selected_recommendations.all()]


def test_page_lists_the_guideline_with_what_is_used_elsewhere(
    pages, address, area, recommendation, lead
):
    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    page = pages.get(address)

    assert len(parsed_page(page).xpath("//input[@name='chosen']")) == 4
    assert "Used elsewhere: Assessment" in words_of(page, f"#hint_r{recommendation.pk}")
    assert ticked(page) == []


def test_ticked_recommendations_are_selected(pages, address, sub_area, recommendation):
    code = f"r{recommendation.pk}"

    page = pages.post(address, {"chosen": [code]}, follow=True)

    assert numbers_of(sub_area) == ["1.3.1"]
    assert "The selection for “Assessing” is saved." in words_of(page, "main")
    assert ticked(pages.get(address)) == [code]


def test_unticked_recommendations_are_taken_out(
    pages, address, area, sub_area, recommendation, lead
):
    actions.select_recommendation(
        area=area, sub_area=sub_area, recommendation=recommendation, by=lead
    )

    pages.post(address, {"opened_with": f"r{recommendation.pk}"})

    assert numbers_of(sub_area) == []


def test_what_another_selected_meanwhile_stays(
    pages, address, area, sub_area, source, recommendation, lead
):
    other = source.guideline.recommendations.get(number="1.1.9")
    actions.select_recommendation(area=area, sub_area=sub_area, recommendation=other, by=lead)

    pages.post(address, {"chosen": [f"r{recommendation.pk}"], "opened_with": ""})

    assert numbers_of(sub_area) == ["1.1.9", "1.3.1"]


def test_sub_area_is_marked_not_covered_and_unmarked(pages, address, sub_area):
    pages.post(address, {"is_not_covered": "on"})
    assert NotCovered.objects.get().sub_area == sub_area

    pages.post(address, {"opened_with": ""})

    assert not NotCovered.objects.exists()


def test_both_at_once_is_refused_and_keeps_the_ticks(pages, address, sub_area, recommendation):
    code = f"r{recommendation.pk}"

    page = pages.post(address, {"chosen": [code], "is_not_covered": "on"})

    assert errors_of(page)[0].startswith("Assessing cannot be marked as not directly covered")
    assert (ticked(page), numbers_of(sub_area)) == ([code], [])


def test_recommendation_of_no_source_is_not_accepted(pages, address, sub_area):
    page = pages.post(address, {"chosen": ["r99999"]})

    assert page.status_code == 422
    assert numbers_of(sub_area) == []


def test_reason_is_given(pages, topic, recommendation):
    address = reverse(
        "recommendations:reason_not_selected_edit", args=[topic.slug, recommendation.pk]
    )

    pages.post(address, {"reason": "Nobody suggested it."})

    assert ReasonNotSelected.objects.get().reason == "Nobody suggested it."
    assert "Nobody suggested it." in words_of(pages.get(address), "textarea")


def test_reason_for_a_selected_one_is_refused(pages, topic, area, recommendation, lead):
    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)
    address = reverse(
        "recommendations:reason_not_selected_edit", args=[topic.slug, recommendation.pk]
    )

    page = pages.post(address, {"reason": "Nobody suggested it."})

    assert "is selected for Assessment" in errors_of(page)[0]
    assert not ReasonNotSelected.objects.exists()


def test_same_number_of_queries_with_few_and_with_many(
    pages, address, topic, source, lead, count_queries
):
    few = count_queries(pages, address)
    for number in range(2, 32):
        section = source.guideline.sections.first()
        recommendation = source.guideline.recommendations.create(
            section=section, number=f"2.1.{number}", sort_key=f"2.1.{number}", text="Offer."
        )
        actions.select_recommendation(
            area=topic.areas.get(title="Schools"), recommendation=recommendation, by=lead
        )

    assert count_queries(pages, address) == few
