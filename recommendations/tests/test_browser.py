"""The analyst's way in a real browser: import, select, cite; also narrow and without JavaScript."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from qsdev.tests.browser import assert_no_sideways_scroll, axe
from recommendations.models import PracticeFinding, SelectedRecommendation
from recommendations.tests.conftest import PRINTED


def address_of(name, topic, *more):
    return reverse(f"recommendations:{name}", args=[topic.slug, *more])


def import_printed(page, topic):
    page.goto(address_of("recommendation_import", topic))
    page.get_by_label("Or paste the text").fill(PRINTED)
    page.get_by_role("button", name="Check the recommendations").click()


def test_recommendations_are_imported_and_selected(
    page, sign_in, topic, guideline, area, sub_area, lead
):
    sign_in(page, lead)
    page.goto(address_of("source_declare", topic))
    page.get_by_label("NG26 (2015)").check()
    page.get_by_role("button", name="Declare this source").click()
    import_printed(page, topic)
    axe(page)
    page.get_by_role("button", name="Import 4 recommendations").click()
    expect(page.get_by_text("4 added, 0 replaced")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Select for Assessment: Assessing").click()
    page.get_by_role("button", name="Select 1.3.1", exact=True).click()

    expect(page.get_by_role("button", name="Take out 1.3.1", exact=True)).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("1 selected: 1.3.1.")
    axe(page)
    assert SelectedRecommendation.objects.get().recommendation.number == "1.3.1"


def test_recommendations_pressed_one_after_the_other_are_all_selected(
    page, sign_in, topic, area, recommendation, lead
):
    sign_in(page, lead)
    page.goto(f"{address_of('recommendation_select', topic, area.pk)}?words=e")
    for number in ("1.1.9", "1.3.1", "1.3.10"):
        page.get_by_role("button", name=f"Select {number}", exact=True).click(no_wait_after=True)

    expect(page.get_by_role("status")).to_have_text("3 selected: 1.1.9, 1.3.1, 1.3.10.")
    expect(page.get_by_label("Words or number")).to_have_value("e")
    assert SelectedRecommendation.objects.count() == 3


def test_finding_is_cited_and_a_collision_loses_nothing(
    page, new_context, sign_in, topic, area, evidence, lead
):
    other = new_context().new_page()
    for each, text in ((page, "Mine [@ons-2015]."), (other, "Theirs.")):
        sign_in(each, lead)
        each.goto(address_of("finding_edit", topic, area.pk))
        each.get_by_role("textbox", name="Current UK practice").fill(text)
    for each in (other, page):
        each.get_by_role("button", name="Save finding").click()

    expect(page.get_by_text("Theirs.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Save finding").click()
    expect(page).to_have_url(re.compile("/evidence/$"))
    assert PracticeFinding.objects.get().text == "Mine [@ons-2015]."


def test_source_is_cited_with_one_press_and_what_cites_nothing_is_said(
    page, sign_in, topic, area, evidence, lead
):
    sign_in(page, lead)
    page.goto(address_of("finding_edit", topic, area.pk))
    page.get_by_role("textbox", name="Current UK practice").fill("A claim")
    expect(page.locator("#citing")).to_have_text("Paragraph 1 cites no source: “A claim”")
    expect(page.locator("#idle")).to_have_text("No finding cites: ons-2015.")
    page.get_by_role("button", name="Cite ons-2015").click()

    expect(page.get_by_role("textbox", name="Current UK practice")).to_have_value(
        "A claim [@ons-2015]"
    )
    expect(page.locator("#citing")).to_have_text("Every paragraph cites a source.")
    expect(page.locator("#idle")).to_have_text("Each source here is cited in a finding.")
    axe(page)


def test_flowchart_is_drawn_again_while_numbers_are_typed(page, sign_in, topic, lead):
    sign_in(page, lead)
    page.goto(address_of("evidence_search_edit", topic))
    page.get_by_label("Papers found by searching databases").fill("365")
    page.get_by_label("Papers said to be included").fill("6")

    expect(page.locator("svg")).to_contain_text("365 papers")
    expect(page.get_by_role("status")).to_contain_text("leaves 365, but 6 are said")
    axe(page)


PAGES = [
    "recommendation_list",
    "recommendation_import",
    "coverage_detail",
    "source_declare",
    "evidence_list",
    "evidence_source_edit",
    "evidence_source_list",
    "evidence_search_edit",
]


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_narrow_window(narrow, sign_in, topic, source, evidence, lead, name):
    sign_in(narrow, lead)
    narrow.goto(address_of(name, topic))

    assert_no_sideways_scroll(narrow)
    axe(narrow)


def test_all_of_it_works_without_javascript(
    javascript_off, sign_in, topic, area, source, recommendation, lead
):
    page = javascript_off
    sign_in(page, lead)
    page.goto(address_of("recommendation_list", topic))
    page.get_by_label("Show", exact=True).select_option("key")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_text("1 of 4 recommendations.")).to_be_visible()
    page.goto(address_of("recommendation_select", topic, area.pk))
    page.get_by_label("Words or number").fill("key workers")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("button", name="Select 1.3.1", exact=True).click()

    expect(page.get_by_role("status")).to_have_text("1 selected: 1.3.1.")
    expect(page.get_by_label("Words or number")).to_have_value("key workers")
    assert SelectedRecommendation.objects.get().recommendation == recommendation
