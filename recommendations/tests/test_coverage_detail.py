"""Coverage: what is left over on the side of the areas and on that of the guideline."""

import pytest
from django.urls import reverse

from qsdev.topics.actions import add_area
from recommendations import actions
from recommendations.tests.long_guideline import add_long_guideline
from recommendations.tests.page_text import parsed_page, spaced, words_of


@pytest.fixture
def address(topic):
    return reverse("recommendations:coverage_detail", args=[topic.slug])


def under(page, heading):
    """The words between a heading and the next one."""
    following = f"//h2[@id='{heading}']/following-sibling::*"
    parts = parsed_page(page).xpath(f"{following}[preceding-sibling::h2[1]/@id='{heading}']")
    return " ".join(spaced(part) for part in parts if part.tag != "h2")


def test_places_without_recommendations_are_named_and_linked(
    pages, address, topic, area, sub_area, source
):
    page = pages.get(address)

    assert under(page, "areas").endswith("Assessment: Assessing Schools")
    select = reverse("recommendations:recommendation_select", args=[topic.slug, area.pk, 1])
    assert select.replace("/1/r", f"/{sub_area.pk}/r") in page.content.decode()


def test_places_that_are_settled_are_not_named(
    pages, address, topic, area, sub_area, recommendation, lead
):
    actions.mark_not_covered(area=topic.areas.get(title="Schools"), by=lead)
    place = {"area": area, "sub_area": sub_area}
    actions.select_recommendation(**place, recommendation=recommendation, by=lead)
    add_area(topic=topic, title="Forms", kind="additional", reason="unsuitable", by=lead)

    assert under(pages.get(address), "areas").startswith("None: each area")


def test_key_priority_that_no_area_uses_has_its_reason_or_a_way_to_give_one(
    pages, address, topic, recommendation, lead
):
    assert "No reason yet Say why" in under(pages.get(address), "priorities")

    about = {"topic": topic, "recommendation": recommendation}
    actions.give_reason_not_selected(**about, reason="Too wide.", by=lead)

    assert under(pages.get(address), "priorities").startswith("1 of 1, each with a reason.")
    assert "Too wide. Change the reason" in under(pages.get(address), "priorities")


def test_research_recommendation_used_nowhere_is_named(pages, address, area, research, lead):
    assert "Research 1: Screening assessment tools" in under(pages.get(address), "research")

    actions.select_recommendation(area=area, research_recommendation=research, by=lead)

    assert under(pages.get(address), "research") == "None: all 1 are selected for an area."


def test_matrix_shows_which_section_each_area_draws_from(
    pages, address, area, sub_area, recommendation, lead
):
    for part in (None, sub_area):
        actions.select_recommendation(
            area=area, sub_area=part, recommendation=recommendation, by=lead
        )

    table = parsed_page(pages.get(address)).xpath("//table[contains(@class,'qs-matrix')]")[0]

    rows = [[spaced(cell) for cell in row] for row in table.xpath(".//tr")]
    assert rows[0] == ["Section", "Assessment", "Schools", "No area"]
    assert [row[1] for row in rows[1:]] == ["– None", "1.3.1", "– None"]
    assert rows[2][3].startswith("1 of Assessing attachment difficulties")


def test_topic_without_recommendations_is_told_what_to_do(pages, address):
    assert "No recommendations yet" in words_of(pages.get(address), "main")


def test_same_number_of_queries_with_few_and_with_many(
    pages, address, topic, area, source, lead, count_queries
):
    few = count_queries(pages, address)
    for each in add_long_guideline(topic, lead, number=30).recommendations.all():
        actions.select_recommendation(area=area, recommendation=each, by=lead)

    assert count_queries(pages, address) == few
