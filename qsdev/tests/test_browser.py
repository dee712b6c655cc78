"""The frame and the forms in a real browser: focus, accessibility, width, budget, no script."""

import pytest
from playwright.sync_api import expect

from qsdev.tests.browser import Budget, assert_no_sideways_scroll, axe

pytestmark = pytest.mark.usefixtures("sample_pages")
SUMMARY = ".govuk-error-summary"


def send_empty(page, address="/"):
    page.goto(address)
    page.get_by_role("button", name="Save area").click()
    page.wait_for_selector(SUMMARY)


def test_focus_goes_to_the_error_summary_and_the_title_says_so(page):
    send_empty(page)
    expect(page.locator(SUMMARY)).to_be_focused()
    expect(page).to_have_title("Error: Add an area – Quality standards – NICE")


@pytest.mark.parametrize(
    ("message", "control"),
    [
        ("Enter the title", "id_title"),
        ("Choose the kind of area", "id_kind_0"),
        ("Choose the roles", "id_roles_0"),
        ("Enter the date of the meeting", "id_meeting_0"),
        ("Choose a file", "id_tables"),
    ],
)
def test_a_link_of_the_summary_moves_the_focus_to_the_control(page, message, control):
    send_empty(page)
    page.locator(SUMMARY).get_by_role("link", name=message).click()
    expect(page.locator(f"#{control}")).to_be_focused()


def test_the_page_is_accessible_before_and_after_errors(page):
    page.goto("/")
    axe(page)
    send_empty(page)
    axe(page)


def test_a_choice_reveals_its_field_and_hides_it_again(page):
    page.goto("/")
    reason = page.get_by_label("Reason (optional)")
    expect(reason).to_be_hidden()
    page.get_by_label("Additional area").check()
    expect(reason).to_be_visible()
    axe(page)
    page.get_by_label("Main area").check()
    expect(reason).to_be_hidden()


def test_a_long_text_says_how_much_is_left(page):
    page.goto("/")
    page.get_by_label("Note (optional)").fill("x" * 42)
    expect(page.get_by_text("You have 2 characters too many").first).to_be_visible()
    axe(page)


def test_without_javascript_everything_is_asked_and_errors_are_shown(javascript_off):
    send_empty(javascript_off)
    expect(javascript_off.get_by_label("Reason (optional)")).to_be_visible()
    expect(javascript_off.get_by_label("Stakeholder tables")).to_be_visible()
    expect(javascript_off.locator(f"{SUMMARY} li")).to_have_count(5)


def test_a_narrow_window_does_not_scroll_sideways(narrow):
    send_empty(narrow)
    assert_no_sideways_scroll(narrow)
    axe(narrow)


def test_forced_colours_still_show_which_fields_are_wrong(forced_colours):
    send_empty(forced_colours)
    expect(forced_colours.locator("#id_title")).to_have_css("border-top-style", "solid")
    axe(forced_colours)


def test_first_view_is_within_its_budget(page):
    with Budget(page) as fetched:
        page.goto("/")
    assert fetched.spent["requests"] >= 6
    fetched.assert_first_view()


def fill_in(page, folder):
    table = folder / "table.docx"
    table.write_bytes(b"rows")
    page.get_by_label("Title").fill("Schools")
    page.get_by_label("Main area").check()
    page.get_by_label("Lead").check()
    for label, value in (("Day", "10"), ("Month", "March"), ("Year", "2016")):
        page.get_by_label(label, exact=True).fill(value)
    page.locator("input[type=file]").set_input_files(table)


@pytest.mark.parametrize("address", ["/", "/in-place/"])
def test_saving_says_so_and_moves_the_focus_there(page, tmp_path, address):
    page.goto(address)
    fill_in(page, tmp_path)
    page.get_by_role("button", name="Save area").click()
    banner = page.get_by_role("alert")
    expect(banner).to_contain_text("The area is saved.")
    expect(banner).to_be_focused()


def test_a_form_sent_in_place_shows_its_errors_as_a_page_does(page):
    page.goto("/in-place/")
    with Budget(page) as fetched:
        page.get_by_role("button", name="Save area").click()
        page.wait_for_selector(SUMMARY)
    fetched.assert_swap()
    expect(page.locator(SUMMARY)).to_be_focused()
    expect(page).to_have_title("Error: Add an area – Quality standards – NICE")
    axe(page)


def test_components_work_in_what_was_swapped_in(page, tmp_path):
    send_empty(page, "/in-place/")
    page.locator(SUMMARY).get_by_role("link", name="Choose a file").click()
    expect(page.locator("#id_tables")).to_be_focused()
    fill_in(page, tmp_path)
    page.get_by_role("button", name="Save area").click()
    page.get_by_text("The area is saved.").wait_for()
    expect(page).to_have_title("Add an area – Quality standards – NICE")


def test_what_was_typed_stays_when_the_service_cannot_be_reached(page, page_errors):
    page_errors.allow("net::ERR")
    page_errors.allow("htmx:")
    page.goto("/in-place/")
    page.get_by_label("Title").fill("Schools")
    page.route("**/in-place/", lambda route: route.abort())
    page.get_by_role("button", name="Save area").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was saved")
    expect(page.get_by_label("Title")).to_have_value("Schools")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (503, "Nothing was saved: others are saving at this moment."),
        (500, "Something went wrong and nothing was changed."),
    ],
)
def test_what_was_typed_stays_when_it_could_not_be_saved(page, page_errors, status, sentence):
    page_errors.allow(f"status of {status}")
    page_errors.allow(f"Response Status Error Code {status}")
    page.goto("/in-place/")
    page.get_by_label("Title").fill("Schools")
    body = "<!DOCTYPE html><title>A whole page</title>"
    page.route("**/in-place/", lambda route: route.fulfill(status=status, body=body))
    page.get_by_role("button", name="Save area").click()
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    expect(page.get_by_label("Title")).to_have_value("Schools")


def test_a_page_that_fails_is_a_sentence_in_the_same_frame(page, page_errors, live_server):
    page_errors.allow("status of 500")
    live_server.thread.raise_request_exception = False
    page.goto("/broken/")
    assert page.title().startswith("Sorry, there is a problem with the service")
    axe(page)


def test_a_violation_of_the_policy_is_noticed(page, page_errors):
    page_errors.allow("Content Security Policy")
    page.goto("/")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), "
        "{textContent: 'window.ran = true'}))"
    )
    assert (page.evaluate("window.ran"), len(page_errors.seen)) == (None, 1)
