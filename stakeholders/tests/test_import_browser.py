"""The import's journey in a real browser: accessible at each step, and without scripts."""

import pytest
from playwright.sync_api import expect

from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.tests.shared_data import shared_data
from stakeholders.models import Suggestion
from stakeholders.tests.conftest import table

ROW = ("Assessment", "Because", "Indeed", "NG26")
ROWS = [(1, "Middlesex University", *ROW), (2, "SCM1", *ROW), (3, "", *ROW)]


def walk(page, topic, path, seen=lambda name: None):
    """From the list of imports to the result, correcting the one row without a stakeholder."""
    page.goto(f"/topics/{topic.slug}/imports/")
    seen("list")
    page.get_by_role("link", name="Import suggestions").click()
    seen("upload")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Upload and continue").click()
    expect(page.get_by_role("heading", name="Check the rows")).to_be_visible()
    seen("rows")
    page.locator(".govuk-error-summary a").first.click()
    page.locator(".qs-row--problem input[name=stakeholder]").fill("PIP UK")
    page.locator(".qs-row--problem").get_by_role("button", name="Save row").click()
    expect(page.get_by_text("is corrected and can be imported")).to_be_visible()
    seen("corrected")
    page.get_by_role("button", name="Import ").click()
    expect(page.get_by_role("heading", name="Import complete")).to_be_visible()
    seen("done")


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.tsv"
    path.write_bytes(table(*ROWS))
    return path


def test_each_step_is_accessible(page, sign_in, topic, register, analyst, small):
    sign_in(page, analyst)
    walk(page, topic, small, seen=lambda name: axe(page))
    page.get_by_role("link", name="Undo this import").click()
    axe(page)
    assert Suggestion.objects.count() == 3


def test_the_journey_needs_no_script(javascript_off, sign_in, topic, register, analyst, small):
    sign_in(javascript_off, analyst)
    walk(javascript_off, topic, small)
    assert Suggestion.objects.count() == 3


def test_each_step_fits_a_narrow_window(narrow, sign_in, topic, register, analyst, small):
    sign_in(narrow, analyst)
    walk(narrow, topic, small, seen=lambda name: assert_no_sideways_scroll(narrow))


def test_columns_are_matched_by_hand(page, sign_in, topic, register, analyst, tmp_path):
    path = tmp_path / "unknown.tsv"
    header = ("Nr", "Wer", "Was", "Warum", "Wieso", "Woher")
    path.write_bytes(table(*ROWS[:2], header=header))
    sign_in(page, analyst)
    page.goto(f"/topics/{topic.slug}/imports/new/")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Upload and continue").click()
    axe(page)
    page.get_by_label("Row that holds the column headings").fill("1")
    page.locator("select[name=column_1]").select_option("stakeholder")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Choose the column that holds")).to_be_visible()
    axe(page)
    page.locator("select[name=column_2]").select_option("key_area")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Import 2 rows")).to_be_visible()


def test_the_real_table_comes_in(page, sign_in, topic, register, analyst):
    page.set_viewport_size({"width": 1440, "height": 900})
    sign_in(page, analyst)
    path = shared_data("appendix-4-as-printed.docx")
    walk(page, topic, path)
    assert Suggestion.objects.count() == 50
