"""Two areas are merged in a browser by keyboard alone, in a narrow window, step by step."""

from playwright.sync_api import expect

from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.topics.tests.pages import address


def test_area_is_merged_step_by_step(narrow, sign_in, demonstration, people):
    page = narrow
    area, into = demonstration.areas.main()[:2]
    sign_in(page, people["analyst"])
    page.goto(address("briefing:area_detail", area.pk))
    page.get_by_role("link", name="Merge it into another area").press("Enter")
    page.get_by_role("button", name="Show what will move").press("Enter")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose the other area")
    axe(page)
    page.get_by_label("Other area").select_option(into.title)
    page.get_by_role("button", name="Show what will move").press("Enter")
    axe(page)
    assert_no_sideways_scroll(page)

    page.get_by_role("button", name=f"Merge it into “{into}”").press("Enter")

    expect(page.get_by_text(f"“{area}” is merged into “{into}”")).to_be_visible()
    axe(page)
    page.goto(address("topics:area_edit", area.pk))
    expect(page.get_by_role("heading", name=into.title)).to_be_visible()
    axe(page)
