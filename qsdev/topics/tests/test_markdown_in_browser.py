"""Writing Markdown in a browser: the preview follows, and no ended session loses a word."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from qsdev.tests.browser import Budget, assert_no_sideways_scroll, axe
from qsdev.tests.fixtures import PASSWORD
from qsdev.topics.tests.pages import address


@pytest.fixture
def analyst(people):
    return people["analyst"]


def test_preview_follows_the_typing(page, sign_in, demonstration, analyst):
    sign_in(page, analyst)
    page.goto(address("topics:overview_edit", "safety_report"))
    preview = page.get_by_role("region", name="Preview of Text")
    expect(preview).to_contain_text("Nothing is written yet")

    with Budget(page) as fetched:
        page.get_by_label("Text", exact=True).press_sequentially("**Four** reports [S2]")
        expect(preview).to_contain_text("Four reports (suggestion 2)")
    expect(page.locator("#id_text")).to_be_focused()
    assert 0 < len(fetched.answers) < 21  # not one for each key
    fetched.assert_swap()
    page.get_by_text("What you can write").click()
    axe(page)


def test_text_typed_over_the_end_of_a_session_comes_back(
    page, sign_in, page_errors, demonstration, analyst
):
    page_errors.allow("status of 401")
    sign_in(page, analyst)
    page.goto(address("topics:overview_edit", "safety_report"))
    here = page.url
    Session.objects.all().delete()

    page.get_by_label("Text", exact=True).fill("Four reports in a year.")
    expect(page.get_by_text("Your session has ended")).to_be_visible()
    assert page.url == here
    expect(page.get_by_label("Text", exact=True)).to_have_value("Four reports in a year.")
    axe(page)
    page.get_by_role("button", name="Save section").click()
    page.get_by_label("Email address").fill(analyst.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Send the form again").click()

    expect(page.get_by_text("“Safety report” is saved.")).to_be_visible()
    section = demonstration.overview_sections.get(kind="safety_report")
    assert section.text == "Four reports in a year."


def test_preview_is_seen_without_javascript(javascript_off, sign_in, demonstration, analyst):
    page = javascript_off
    page.set_viewport_size({"width": 320, "height": 640})
    sign_in(page, analyst)
    page.goto(address("topics:overview_edit", "safety_report"))
    page.get_by_label("Text", exact=True).fill("- one\n- two")
    page.get_by_role("button", name="Preview").click()

    preview = page.get_by_role("region", name="Preview of Text")
    expect(preview.get_by_role("listitem")).to_have_text(["one", "two"])
    expect(preview).to_be_in_viewport()
    expect(page).to_have_title(re.compile("^Safety report"))
    assert_no_sideways_scroll(page)
    assert not demonstration.overview_sections.filter(kind="safety_report").exists()
    page.get_by_role("button", name="Save section").click()
    assert demonstration.overview_sections.get(kind="safety_report").text == "- one\n- two"
