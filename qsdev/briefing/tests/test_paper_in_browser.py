"""The paper's pages in a real browser: followed while it is built, read, and narrow."""

import pytest
from playwright.sync_api import expect

from qsdev.briefing.tests.test_paper_pages import address
from qsdev.jobs import actions as jobs
from qsdev.jobs import running
from qsdev.jobs.models import Job
from qsdev.tests.browser import assert_no_sideways_scroll, axe

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def steady_lease(settings):
    """The build runs in this process, which has no second worker to take it over."""
    settings.JOB_LEASE_SECONDS = 600


def test_page_follows_the_build_to_its_end(page, sign_in, people):
    sign_in(page, people["analyst"])
    page.goto(address("paper_detail"))
    page.get_by_role("button", name="Build the paper").click()
    expect(page.locator("#job")).to_contain_text("Waiting to start")
    axe(page)
    running.run(Job.objects.get().pk)
    expect(page.get_by_role("heading", name="What the checks found")).to_be_visible()
    axe(page)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Word", exact=True).click()
    assert fetched.value.suggested_filename == "childrens-attachment-briefing-paper.docx"


def test_build_is_cancelled_and_tried_again_without_javascript(
    javascript_off, sign_in, people, asked
):
    jobs.claim(job_id=asked.job_id)
    sign_in(javascript_off, people["analyst"])
    javascript_off.goto(address("paper_detail"))
    javascript_off.get_by_role("button", name="Cancel").click()
    assert Job.objects.get().cancel_requested is True
    jobs.stop(job=Job.objects.get())
    javascript_off.get_by_role("link", name="Check again").click()
    javascript_off.get_by_role("button", name="Try again").click()
    expect(javascript_off.locator("#job")).to_contain_text("Waiting to start")


def test_committee_reads_the_issued_paper_on_a_narrow_screen(narrow, sign_in, people, issued):
    sign_in(narrow, people["chair"])
    narrow.goto(address("topic_detail"))
    assert_no_sideways_scroll(narrow)
    narrow.get_by_role("link", name="Version 1").click()
    expect(narrow.get_by_role("heading", level=1)).to_have_text(
        "Briefing paper: Children's attachment"
    )
    assert_no_sideways_scroll(narrow)
    axe(narrow)


@pytest.mark.parametrize("name", ["topic_detail", "paper_detail", "paper_checks"])
def test_team_pages_are_accessible_and_fit(narrow, sign_in, people, built, name):
    sign_in(narrow, people["lead"])
    narrow.goto(address(name))
    axe(narrow)
    assert_no_sideways_scroll(narrow)


def test_area_page_is_accessible_and_fits(narrow, sign_in, people, built, demonstration):
    sign_in(narrow, people["analyst"])
    narrow.goto(address("area_detail", demonstration.areas.main().first().pk))
    narrow.get_by_text("NICE NG26 Recommendation 1.3.2").last.click()
    axe(narrow)
    assert_no_sideways_scroll(narrow)
