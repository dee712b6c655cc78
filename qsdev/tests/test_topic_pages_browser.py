"""The topic's pages in a browser: ordered by keyboard, without scripts, in a narrow window."""

import re

import pytest
from playwright.sync_api import expect

from qsdev.tests.browser import assert_no_sideways_scroll, axe, focused
from qsdev.topics.tests.pages import address
from stakeholders.actions import add_stakeholder, confirm_import, start_import
from stakeholders.tests.conftest import table

LONG = "https://example.org/" + "attachment-and-behaviour-of-infants/" * 6


@pytest.fixture
def analyst(people):
    return people["analyst"]


@pytest.fixture
def suggestion_of_long_words(demonstration, analyst):
    """Suggestion 51, whose words and stakeholder's name hold nothing to break a line at."""
    add_stakeholder(name="Donaudampf" * 20, abbreviation="Donaudampfschifffahrt", by=analyst)
    import_record = start_import(
        topic=demonstration,
        round=demonstration.engagement,
        file=table(["", "Donaudampfschifffahrt", LONG, LONG]),
        file_name="long.tsv",
        by=analyst,
    )
    confirm_import(import_record=import_record, version=import_record.version, by=analyst)
    return demonstration.suggestions.get(number=51)


def test_areas_are_put_in_order_by_keyboard_alone(page, sign_in, demonstration, analyst):
    first, second = demonstration.areas.main()[:2]
    sign_in(page, analyst)
    page.goto(address("topics:area_list"))
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused(page) == f"down-{first.pk}":
            break

    page.keyboard.press("Enter")

    expect(page.get_by_text(f"“{first.title}” is now number 2.")).to_be_visible()
    assert list(demonstration.areas.main()[:2]) == [second, first]
    axe(page)


def test_suggestion_is_filed_without_javascript(
    javascript_off, sign_in, suggestion_of_long_words, analyst
):
    page = javascript_off
    sign_in(page, analyst)
    page.goto(address("stakeholders:suggestion_list"))
    page.get_by_label("State").select_option("To triage")
    page.get_by_role("button", name="Show").click()
    page.locator("tbody a").click()
    page.get_by_role("link", name="File this suggestion").click()
    page.get_by_role("button", name="File suggestion").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose the area that is its own")
    page.get_by_label("Area that is its own").select_option("Supporting children in schools")
    page.get_by_role("button", name="File suggestion").click()

    expect(page.get_by_role("link", name="File it elsewhere")).to_be_visible()
    assert suggestion_of_long_words.filings.get().area.title == "Supporting children in schools"


def test_error_on_an_area_leads_to_its_control(page, sign_in, demonstration, people):
    lead, area = people["lead"], demonstration.areas.main()[0]
    sign_in(page, lead)
    page.goto(address("topics:role_list"))
    axe(page)
    page.goto(address("topics:area_edit", area.pk))
    page.get_by_label("Additional area").check()
    page.get_by_role("button", name="Save area").click()

    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: Change "))
    axe(page)
    page.get_by_role("link", name="Choose the reason for not progressing this area").click()
    expect(page.locator("#id_reason")).to_be_focused()


def test_pages_fit_a_narrow_window(narrow, sign_in, suggestion_of_long_words, people):
    area = suggestion_of_long_words.topic.areas.main()[0]
    sign_in(narrow, people["lead"])
    for path in (
        address("stakeholders:suggestion_detail", 51),
        address("stakeholders:suggestion_redact", 51),
        address("stakeholders:suggestion_list"),
        address("stakeholders:stakeholder_list"),
        address("stakeholders:summary_edit", area.pk),
        address("topics:area_list"),
        address("topics:role_list"),
    ):
        narrow.goto(path)
        assert_no_sideways_scroll(narrow)
    narrow.goto(address("stakeholders:suggestion_detail", 51))
    axe(narrow)
