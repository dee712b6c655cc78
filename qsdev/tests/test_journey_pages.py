"""A topic's main pages: by keyboard alone, in a narrow window, in few colours, within budget."""

import pytest
from playwright.sync_api import expect

from qsdev.briefing import actions
from qsdev.jobs import running
from qsdev.tests.browser import Budget, assert_no_sideways_scroll, axe
from qsdev.tests.fixtures import PASSWORD

TOPIC = "/topics/childrens-attachment/"
PAGES = (
    *("", "paper/", "paper/checks/", "imports/", "imports/new/", "suggestions/"),
    *("suggestions/13/", "suggestions/13/file/", "stakeholders/", "areas/", "areas/{area}/"),
    *("areas/{area}/summary/", "recommendations/", "evidence/"),
)
#: What somebody who moves by keyboard knows of the element that has the focus.
FOCUSED = """() => {
    const e = document.activeElement, style = getComputedStyle(e);
    return [e.innerText || e.labels?.[0]?.innerText || "", e.tagName,
            style.outlineStyle !== "none" || style.boxShadow !== "none"];
}"""


@pytest.fixture
def built(demonstration, people, settings, tmp_path, live_server):
    """The demonstration with a finished build of its paper."""
    settings.MEDIA_ROOT = tmp_path / "media"
    asked = actions.ask_for_build(topic=demonstration, by=people["lead"])
    assert running.run(asked.job_id).is_finished
    return demonstration


@pytest.fixture
def addresses(built):
    """The addresses of the topic's main pages."""
    area = built.areas.get(title="Interventions for parents and carers")
    return [TOPIC + page.format(area=area.pk) for page in PAGES]


def tab_to(page, words):
    """Press Tab until what has these words has the focus; each stop on the way is to be seen."""
    page.wait_for_load_state()
    for _ in range(60):
        page.keyboard.press("Tab")
        text, tag, is_shown = page.evaluate(FOCUSED)
        if tag == "BODY":  # past the last stop
            continue
        assert is_shown, f"The focus on {tag} “{text}” cannot be seen."
        if text.strip().startswith(words):
            return
    pytest.fail(f"Sixty tabs on {page.url} did not reach “{words}”.")


def press(page, words):
    """Go to what has these words and press Enter."""
    tab_to(page, words)
    page.keyboard.press("Enter")


def type_into(page, words, text):
    tab_to(page, words)
    page.keyboard.type(text)


def test_paper_is_asked_for_by_keyboard_alone(page, demonstration, people):
    page.goto("/")
    type_into(page, "Email address", people["analyst"].email)
    type_into(page, "Password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quality standard topics")
    press(page, demonstration.title)
    expect(page.get_by_role("heading", level=1)).to_contain_text(demonstration.title)
    press(page, "Skip to main content")
    press(page, "Paper")
    expect(page.get_by_role("heading", level=1)).to_have_text("Briefing paper")
    press(page, "Build the paper")
    expect(page.locator("#under-way")).to_have_text("Being built")
    assert demonstration.paper_builds.get().asked_by == people["analyst"]


def test_progress_is_a_small_swap_that_leaves_the_focus(page, demonstration, people, sign_in):
    sign_in(page, people["analyst"])
    actions.ask_for_build(topic=demonstration, by=people["analyst"])
    page.goto(f"{TOPIC}paper/")
    page.wait_for_load_state("networkidle")
    link = page.get_by_role("link", name="Check again")
    link.focus()
    with Budget(page) as fetched:
        page.wait_for_event("response", lambda answer: "/progress/" in answer.url)
    assert fetched.sizes
    fetched.assert_swap()
    expect(link).to_be_focused()
    axe(page)


def test_pages_are_accessible_and_within_the_budget(addresses, new_context, people, sign_in):
    for address in addresses:
        context = new_context()
        page = context.new_page()
        sign_in(page, people["analyst"])
        with Budget(page) as fetched:
            assert page.goto(address).status == 200
        fetched.assert_first_view()
        axe(page)
        context.close()


def test_pages_fit_a_narrow_window(addresses, narrow, people, sign_in):
    sign_in(narrow, people["analyst"])
    for address in addresses:
        assert narrow.goto(address).status == 200
        assert_no_sideways_scroll(narrow)


def test_pages_are_accessible_in_forced_colours(addresses, forced_colours, people, sign_in):
    sign_in(forced_colours, people["analyst"])
    for address in addresses:
        assert forced_colours.goto(address).status == 200
        axe(forced_colours)


def test_pages_need_no_javascript(addresses, javascript_off, people, sign_in):
    sign_in(javascript_off, people["analyst"])
    for address in addresses:
        assert javascript_off.goto(address).status == 200
        expect(javascript_off.get_by_role("heading", level=1)).to_be_visible()
    javascript_off.goto(f"{TOPIC}paper/")
    javascript_off.get_by_role("button", name="Build it again").click()
    expect(javascript_off.locator("#under-way")).to_have_text("Being built")
    javascript_off.get_by_role("link", name="Check again").click()
    expect(javascript_off.locator("#job")).to_contain_text("Waiting to start")
