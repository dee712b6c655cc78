"""Journey: the administrator imports the real stakeholder table, afraid of doing damage."""

import re
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from qsdev.tests.browser import Budget, assert_no_sideways_scroll, axe
from qsdev.tests.fixtures import PASSWORD
from qsdev.tests.real_topic import TABLE
from qsdev.tests.shared_data import shared_data
from qsdev.topics import actions as topic_actions
from qsdev.topics.models import RoundKind
from stakeholders import actions as stakeholder_actions
from stakeholders.tests.conftest import ORGANISATIONS

ADDRESS = "/topics/fresh/imports/"


@pytest.fixture
def topic(live_server, administrator):
    """A fresh topic with an engagement exercise and the real paper's contributors."""
    topic = topic_actions.create_topic(slug="fresh", title="Fresh", by=administrator)
    topic_actions.open_round(
        topic=topic,
        kind=RoundKind.ENGAGEMENT,
        opens_at=timezone.now(),
        closes_at=timezone.now() + timedelta(weeks=2),
        by=administrator,
    )
    for name, abbreviation in ORGANISATIONS:
        stakeholder_actions.add_stakeholder(name=name, abbreviation=abbreviation, by=administrator)
    stakeholder_actions.add_specialist_members(topic=topic, count=4, by=administrator)
    return topic


def upload(page, path):
    page.goto(f"{ADDRESS}new/")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Upload and continue").click()


def check_rows_of_the_real_table(page):
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the rows")
    expect(page.locator("dl").first).to_contain_text("49 of 50 rows")
    problems = page.locator(".govuk-error-summary li")
    expect(problems).to_have_text(["Row 13: Enter the stakeholder’s name."])
    rows = page.locator("tbody tr[id^=row-]")
    expect(rows.first.locator("th")).to_contain_text("13")
    page.wait_for_load_state()
    assert "qs-row--problem" in rows.first.get_attribute("class")
    later = [row.get_attribute("class") for row in rows.all()[1:]]
    assert any("qs-row--warning" in each for each in later)
    assert not any("qs-row--problem" in each for each in later)


def correct_row_13(page):
    page.get_by_label("Stakeholder of row 13").fill("PIP UK")
    page.get_by_role("button", name="Save row 13").click()


def import_all_and_undo(page, look):
    """From the rows to the result and back; `look(page)` is called in each state."""
    check_rows_of_the_real_table(page)
    look(page)
    correct_row_13(page)
    expect(page.get_by_role("button", name="Import 50 rows", exact=True)).to_be_visible()
    expect(page.locator(".govuk-error-summary")).to_have_count(0)
    look(page)
    page.get_by_role("button", name="Import 50 rows", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Import complete")
    expect(page.locator("dl")).to_contain_text("50 suggestions from 11 contributors")
    look(page)
    page.get_by_role("link", name="Undo this import").click()
    look(page)
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("undone")
    look(page)


def sign_in_by_the_page(page):
    page.goto("/")
    page.get_by_label("Email address").fill("administrator@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_administrator_signs_in_and_imports_the_real_table_and_takes_it_back(page, topic):
    sign_in_by_the_page(page)
    page.get_by_role("link", name="Fresh").click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Imports").click()
    axe(page)
    page.get_by_role("link", name="Import suggestions").click()
    axe(page)
    page.locator("input[type=file]").set_input_files(shared_data(TABLE))
    page.get_by_role("button", name="Upload and continue").click()
    assert topic.suggestions.count() == 0
    import_all_and_undo(page, axe)
    assert topic.suggestions.count() == 0
    assert topic.imports.get().rows.count() == 50


def leave_out_row_13_and_import_it_later(page, look):
    """Confirm without row 13, which stays listed, and bring it in afterwards."""
    page.get_by_role("button", name="Import 49 rows and leave out 1").click()
    expect(page.locator("dl")).to_contain_text("1 row, to be settled")
    look(page)
    page.get_by_role("link", name="Correct it").click()
    look(page)
    page.get_by_label("Stakeholder").fill("Parent Infant Partnership UK")
    page.get_by_label("Reason for the correction (optional)").fill("It came with row 12.")
    page.get_by_role("button", name="Save the row").click()
    page.get_by_role("button", name="Import this row").click()
    expect(page.get_by_text("The row is imported as suggestion 13.")).to_be_visible()


def check_all_rows_are_in(topic):
    assert sorted(topic.suggestions.values_list("number", flat=True)) == list(range(1, 51))
    suggestion = topic.suggestions.get(number=13)
    assert suggestion.stakeholder.abbreviation == "PIP UK"
    assert suggestion.import_row.correction_reason == "It came with row 12."


def test_row_left_out_is_corrected_and_imported_later(page, topic, sign_in, administrator):
    sign_in(page, administrator)
    upload(page, shared_data(TABLE))
    leave_out_row_13_and_import_it_later(page, axe)
    check_all_rows_are_in(topic)


def test_link_of_a_problem_leads_to_the_cell_that_mends_it(page, topic, sign_in, administrator):
    sign_in(page, administrator)
    upload(page, shared_data(TABLE))
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name=re.compile("^Row 13: ")).click()
    expect(page.get_by_label("Stakeholder of row 13")).to_be_focused()
    page.keyboard.type("Nobody we know")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary li").first).to_contain_text("Nobody we know")
    expect(page).to_have_title(re.compile("^Error: "))
    axe(page)


def nothing_to_look_at(page):
    """Where only what can be done counts."""


def test_import_works_without_javascript(javascript_off, topic, sign_in, administrator):
    sign_in(javascript_off, administrator)
    upload(javascript_off, shared_data(TABLE))
    import_all_and_undo(javascript_off, nothing_to_look_at)
    upload(javascript_off, shared_data(TABLE))
    leave_out_row_13_and_import_it_later(javascript_off, nothing_to_look_at)
    check_all_rows_are_in(topic)


def test_import_fits_a_narrow_window(narrow, topic, sign_in, administrator):
    sign_in(narrow, administrator)
    upload(narrow, shared_data(TABLE))
    import_all_and_undo(narrow, assert_no_sideways_scroll)


def test_import_works_in_forced_colours(forced_colours, topic, sign_in, administrator):
    sign_in(forced_colours, administrator)
    upload(forced_colours, shared_data(TABLE))
    wrong = forced_colours.get_by_label("Stakeholder of row 13")
    expect(wrong).to_have_css("border-top-style", "solid")
    import_all_and_undo(forced_colours, axe)


def test_hostile_file_is_refused_with_what_to_do(page, topic, sign_in, administrator, tmp_path):
    with zipfile.ZipFile(shared_data("bad-inputs.zip")) as archive:
        path = archive.extract("macro_renamed.xlsx", tmp_path)
    sign_in(page, administrator)
    upload(page, path)
    expect(page.locator("main")).to_contain_text(
        "“macro_renamed.xlsx” contains macros. Save it without them, as .xlsx or .docx."
    )
    axe(page)
    assert (topic.suggestions.count(), topic.imports.get().rows.count()) == (0, 0)


def test_rows_to_check_are_within_the_budget(page, topic, sign_in, administrator):
    sign_in(page, administrator)
    upload(page, shared_data(TABLE))
    address = page.url
    page.goto("about:blank")
    with Budget(page) as fetched:
        page.goto(address)
    assert fetched.spent["requests"] >= 6
    fetched.assert_first_view()
