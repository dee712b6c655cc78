"""The committee's pages in a browser: interests, reading, rounds, results, documents."""

import pytest
from playwright.sync_api import expect

from qsdev.briefing.actions import issue_paper, withdraw_paper
from qsdev.committee import actions
from qsdev.committee.models import Declaration, PrivateNote
from qsdev.committee.tests.test_meetings import opened, planned
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.committee.tests.test_rating_in_browser import see, tab_to
from qsdev.jobs import running
from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.topics.actions import change_area
from qsdev.topics.tests.pages import address

__all__ = ["opened", "planned"]


@pytest.fixture
def signed_in(new_context, sign_in, members):
    """`signed_in("chair")`: a page of that member's own; options are those of the window."""

    def page_of(key, **options):
        page = new_context(**options).new_page()
        sign_in(page, members[key])
        return page

    return page_of


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def check(page):
    """Look for what breaks the page as it now is, wide and narrow."""
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert_no_sideways_scroll(page)
    page.set_viewport_size({"width": 1440, "height": 900})


def test_interest_is_declared_by_keyboard_alone(signed_in, issued):
    page = signed_in("lay_two")
    page.goto(address("committee:interest_declare"))
    check(page)
    tab_to(page, "Declare")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    check(page)

    tab_to(page, "kind")
    page.keyboard.press("Space")
    tab_to(page, "description")
    page.keyboard.type("I am paid by a provider.")
    tab_to(page, "Declare")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Declared for the topic")
    check(page)
    assert Declaration.objects.get().description == "I am paid by a provider."


def test_reader_needs_no_script(signed_in, issued, members):
    page = signed_in("lay_two", java_script_enabled=False)
    area = issued.areas.first()
    page.goto(address("committee:area_read", area.pk))
    page.get_by_label("Your private note").fill("Ask about data.")
    page.locator("form:has([name=text]) button").first.click()
    page.goto(address("committee:interest_declare") + f"?area={area.area_id}")
    page.get_by_label("Nothing to declare").check()
    press(page, "Declare")

    expect(page.get_by_role("alert")).to_contain_text(f"Declared for {area.title}")
    assert PrivateNote.objects.get().text == "Ask about data."
    assert Declaration.objects.get().area_id == area.area_id


def test_note_of_two_windows_and_news_of_a_version_show_both(
    signed_in, issued, demonstration, members, people, build_quickly
):
    page = signed_in("lay_two")
    area = issued.areas.first()
    page.goto(address("committee:paper_read"))
    page.goto(address("committee:area_read", area.pk))
    check(page)
    actions.write_private_note(
        topic=demonstration, area=area.area, text="From elsewhere.", by=members["lay_two"]
    )
    page.get_by_label("Your private note").fill("From here.")
    page.locator("form:has([name=text]) button").first.click()

    expect(page.locator("main")).to_contain_text("From elsewhere.")
    check(page)
    withdraw_paper(paper=issued, reason="A title is wrong.", by=people["lead"])
    change_area(area=area.area, title="Better title", kind="main", version=1, by=people["analyst"])
    issue_paper(build=build_quickly(), by=people["lead"], reason_errors_accepted="Known.")
    page.goto(address("committee:paper_read"))
    see(page, address("committee:paper_news"), "Better title")


def test_pages_of_interests_rounds_and_results_can_be_read_by_all(
    signed_in, open_round, rate, demonstration, members, opened
):
    declared = withdraw(demonstration, members, "lay_three", None)
    round = open_round()
    for key in list(members)[:8]:
        rate(round, 0, key, 7)
    actions.close_round(round=round, by=members["chair"])
    page = signed_in("chair")

    see(page, address("committee:committee_detail"), "Lay Three")
    see(page, address("committee:interest_list"), "The topic as a whole")
    see(page, address("committee:interest_register"), "Lay Three")
    see(page, address("committee:interest_act", declared.pk), "A cousin.")
    see(page, address("committee:rating_round_list"), "Rating round 1")
    see(page, address("committee:rating_round_create"), "Consensus needs")
    see(page, address("committee:rating_round_detail", 1), "Who has")
    see(page, address("committee:rating_results", 1), "Consensus")
    see(page, address("committee:area_order", 1), "by four methods")
    see(page, address("committee:decision_list"), "Decisions")
    see(page, address("committee:paper_read"), "version 1")


def test_documents_can_be_read_before_and_after_they_are_built(
    signed_in, issued, demonstration, members, opened, settings
):
    settings.JOB_LEASE_SECONDS = 600
    actions.end_meeting(meeting=opened, by=members["chair"])
    page = signed_in("chair")
    pages = [address("committee:pack_detail"), address("committee:minutes_detail", opened.pk)]
    for path in pages:
        see(page, path, "Build")
        page.locator("form[action$='build/'] button").click()
        expect(page.locator("#job")).to_be_visible()
        running.run(demonstration.document_builds.order_by("-pk").first().job_id)
        expect(page.get_by_role("button", name="Build it again")).to_be_visible()
        see(page, path, "Build it again")
