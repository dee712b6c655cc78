"""Publication in a browser: published by keys, read by everyone, in narrow windows and on paper."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from qsdev.publication import actions
from qsdev.publication.tests.material import publish
from qsdev.publication.tests.test_publishing import removed
from qsdev.tests.browser import assert_no_sideways_scroll, axe


@pytest.fixture
def two_versions(standard, people):
    """Version 2, in which statement 1 is gone."""
    removed(standard.topic, people, 1, replaced_by=2)
    return publish(standard.topic, people, note="Statement 1 is now part of statement 2.")


def of_team(topic, name, *words):
    return reverse(f"publication:{name}", args=[topic.slug, *words])


def public(name, *words):
    return reverse(f"publication:{name}", args=["QS133", *words])


def test_lead_publishes_by_keys(page, sign_in, topic, people):
    sign_in(page, people["lead"])
    page.goto(of_team(topic, "publication_detail"))
    axe(page)
    page.get_by_role("link", name="Publish the standard").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Publish QS133")).to_be_visible()
    axe(page)
    page.get_by_label("What is new in this version?").focus()
    page.keyboard.type("First publication.")
    page.keyboard.press("Tab")
    page.keyboard.type("Agreed by letter.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Publish the standard")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("everyone can read it")).to_be_visible()
    axe(page)


def test_team_s_pages_pass_in_every_state(narrow, sign_in, demonstration, two_versions, people):
    sign_in(narrow, people["lead"])
    topic = demonstration
    for name in ("publication_detail", "preview_detail", "plan_edit", "standard_publish"):
        narrow.goto(of_team(topic, name))
        axe(narrow)
        assert_no_sideways_scroll(narrow)
    narrow.goto(of_team(topic, "standard_withdraw", 2))
    narrow.get_by_role("button", name="Withdraw the standard").click()
    expect(narrow.get_by_role("heading", name="There is a problem")).to_be_visible()
    axe(narrow)
    assert_no_sideways_scroll(narrow)


def test_everyone_reads_without_scripts_in_a_narrow_window(new_context, two_versions, people):
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto(reverse("publication:standard_list"))
    page.get_by_role("link", name="Children's attachment").click()
    page.get_by_role("link", name="Statement 2: Subject 2").click()
    expect(page.get_by_role("heading", name="Source guidance")).to_be_visible()
    page.get_by_role("link", name="QS133").click()
    page.get_by_role("link", name="Read or print it whole").click()
    expect(page.get_by_role("heading", name="Quality statement 2: Subject 2")).to_be_visible()


def test_public_pages_pass_in_every_state(narrow, two_versions, people, page_errors):
    page_errors.allow("410")
    narrow.goto(reverse("publication:standard_list"))
    axe(narrow)
    pages = [("standard_detail",), ("standard_whole",), ("standard_versions",)]
    pages += [("published_statement_detail", 1), ("published_statement_detail", 2)]
    for name, *words in [*pages, ("standard_version_detail", 1)]:
        narrow.goto(public(name, *words))
        axe(narrow)
        assert_no_sideways_scroll(narrow)
    actions.withdraw_standard(standard=two_versions, reason="Wrong.", by=people["lead"])
    narrow.goto(public("standard_detail"))
    axe(narrow)
    narrow.goto(reverse("publication:standard_list"))
    axe(narrow)


def test_printed_statement_is_the_statement_alone(page, standard):
    page.goto(public("published_statement_detail", 1))
    page.emulate_media(media="print")
    expect(page.get_by_text("Children have subject 1 looked at.")).to_be_visible()
    expect(page.get_by_role("navigation", name="Statements of QS133")).to_be_hidden()
