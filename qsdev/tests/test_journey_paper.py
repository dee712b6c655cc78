"""Journey: an analyst builds the paper, mends what the checks find, and the lead issues it."""

import io
import re
from pathlib import Path

import docx
import pypdf
import pytest
from lxml import html
from playwright.sync_api import expect

from qsdev.jobs.tests.workers import Files, Worker
from qsdev.tests.browser import axe
from qsdev.tests.fixtures import PASSWORD

TOPIC = "/topics/childrens-attachment/"
BUILT_WITHIN = 60_000  # milliseconds, on a machine that does other things as well
UNCLOSED = "11.36% and 4.05%."
CLOSED = "11.36% and 4.05%)."


@pytest.fixture
def worker(transactional_db, settings):
    """A worker of its own process, on the broker in files, ended with its tree."""
    settings.MEDIA_ROOT = Path(settings.FOLDER, "media")
    Files().wipe()
    started = Worker(Files.url)
    yield started
    started.kill()


@pytest.fixture
def page_of(new_context, sign_in, people):
    """`page_of("lead")`: a window in which that person is signed in."""

    def opened(key):
        opened_page = new_context().new_page()
        sign_in(opened_page, people[key])
        return opened_page

    return opened


def sign_in_by_the_page(page, email):
    page.goto("/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def open_paper(page):
    menu = page.get_by_role("navigation", name="Menu")
    menu.get_by_role("link", name="Paper", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Briefing paper")


def build(page, button):
    """Ask for a build and stay: the page follows it by itself until the findings stand there."""
    page.get_by_role("button", name=button).click()
    expect(page.locator("#under-way")).to_have_text("Being built")
    axe(page)
    expect(page.locator("#under-way")).to_have_count(0, timeout=BUILT_WITHIN)
    expect(page.locator("#findings")).to_be_visible()


def downloaded(page, name):
    """The bytes of a file of the newest build, and the name under which it is offered."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    return Path(waiting.value.path()).read_bytes(), waiting.value.suggested_filename


def check_downloads(page):
    """The three formats are what they say and hold the same paper."""
    title = "Suggested improvement areas"
    word, name = downloaded(page, "Word")
    assert name == "childrens-attachment-briefing-paper.docx"
    assert title in [paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs]
    pdf, name = downloaded(page, "PDF")
    assert name == "childrens-attachment-briefing-paper.pdf"
    assert title in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    web, name = downloaded(page, "Web page")
    assert name == "childrens-attachment-briefing-paper.html"
    assert f"4 {title}" in html.document_fromstring(web).text_content()


def mend_bracket(page):
    """Follow the finding's link to where it is mended, and mend it."""
    page.get_by_role("link", name=re.compile("^Mend this ?: A bracket is opened")).click()
    axe(page)
    text = page.locator("textarea")
    assert UNCLOSED in text.input_value()
    text.fill(text.input_value().replace(UNCLOSED, CLOSED))
    page.get_by_role("button", name=re.compile("^Save")).click()
    expect(page.locator("textarea")).to_have_count(0)


def issue(page, version, *, reason=None):
    """Issue the newest build; where it has errors, not without a reason."""
    page.goto(f"{TOPIC}paper/")
    page.get_by_role("link", name="Issue this paper").click()
    if reason:
        page.get_by_role("button", name="Issue this paper").click()
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        axe(page)
        page.get_by_label("Why are these errors accepted?").fill(reason)
    page.get_by_role("button", name="Issue this paper").click()
    expect(page.get_by_role("alert")).to_contain_text(f"Version {version} is issued")


def withdraw(page, reason):
    page.goto(f"{TOPIC}paper/")
    page.get_by_role("link", name="Withdraw version 1", exact=True).click()
    page.get_by_label("Why is it withdrawn?").fill(reason)
    axe(page)
    page.get_by_role("button", name="Withdraw this paper").click()
    expect(page.get_by_role("alert")).to_contain_text("Version 1 is withdrawn")


def read_as_member(page, version):
    """What a member of the committee sees of a version, coming from the topic."""
    page.goto(TOPIC)
    page.get_by_role("link", name=f"Version {version}").click()
    axe(page)
    return page.locator("main")


def test_paper_is_built_mended_issued_withdrawn_and_issued_again(
    page, demonstration, people, page_of, worker
):
    sign_in_by_the_page(page, people["analyst"].email)
    page.get_by_role("link", name=demonstration.title).click()
    open_paper(page)
    axe(page)
    build(page, "Build the paper")
    axe(page)
    check_downloads(page)
    lead, member = page_of("lead"), page_of("standing_member")
    issue(lead, 1, reason="The figures are known.")
    expect(read_as_member(member, 1)).to_contain_text("Suggested improvement areas")
    mend_bracket(page)
    open_paper(page)
    build(page, "Build it again")
    expect(page.get_by_text("A bracket is opened")).to_have_count(0)
    page.get_by_role("link", name="What changed since version 1").click()
    expect(page.locator("main li").first).to_be_visible()
    axe(page)
    withdraw(lead, "A bracket was missing in 4.2.3.")
    gone = read_as_member(member, 1)
    expect(gone).to_contain_text("A bracket was missing in 4.2.3.")
    expect(gone).not_to_contain_text("Suggested improvement areas")
    issue(lead, 2, reason="One paragraph waits for a citation.")
    expect(read_as_member(member, 2)).to_contain_text(CLOSED)


def test_member_of_the_committee_is_led_to_issued_papers_alone(page, people, sign_in):
    sign_in(page, people["standing_member"])
    page.goto(TOPIC)
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu.get_by_role("link")).to_have_text(
        ["Topic", "Committee", "Consultation", "Validation"]
    )
    expect(page.locator("main")).to_contain_text("No paper has been issued yet")
    axe(page)


@pytest.mark.parametrize("address", ["paper/", "suggestions/", "imports/", "identities/"])
def test_member_of_the_committee_is_kept_from_the_teams_pages(client_as, address):
    assert client_as("standing_member").get(f"{TOPIC}{address}").status_code == 403
