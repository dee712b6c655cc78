"""Writing a summary in a browser: what cites nothing and what is not cited shows at once."""

import pytest
from playwright.sync_api import expect

from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.topics.tests.pages import address


@pytest.fixture
def edit(demonstration):
    area = demonstration.areas.get(title="Supporting children in schools")
    return area, address("stakeholders:summary_edit", area.pk)


def test_citations_follow_the_typing(page, sign_in, people, edit):
    area, path = edit
    sign_in(page, people["analyst"])
    page.goto(path)
    text = page.get_by_label("Summary of suggestions", exact=True)
    source = page.locator("[data-number='10']")
    text.fill("Schools matter [S9].\n\nThey really do.")

    expect(page.locator("#citing")).to_have_text(
        "Paragraph 2 cites no suggestion: “They really do.”"
    )
    expect(source.locator(".qs-source__state")).to_have_text("Not cited")
    axe(page)
    text.press("End")
    text.press("Control+End")
    for number in (10, 11):
        page.get_by_role("button", name=f"Cite suggestion {number}").click()

    expect(text).to_have_value("Schools matter [S9].\n\nThey really do. [S10, S11]")
    expect(page.locator("#citing")).to_have_text("Every paragraph cites a suggestion.")
    expect(source.locator(".qs-source__state")).to_have_text("Cited")
    page.get_by_role("button", name="Save summary").click()
    expect(page.get_by_text("is saved.")).to_be_visible()
    assert area.summaries.get().citations.count() == 3


def test_page_fits_and_says_the_same_without_scripts(new_context, sign_in, people, edit):
    options = {"java_script_enabled": False, "viewport": {"width": 320, "height": 640}}
    page = new_context(**options).new_page()
    sign_in(page, people["analyst"])
    page.goto(edit[1])
    assert_no_sideways_scroll(page)
    page.get_by_label("Summary of suggestions", exact=True).fill("They do.")
    page.get_by_role("button", name="Preview").click()

    expect(page.locator("#citing")).to_have_text("Paragraph 1 cites no suggestion: “They do.”")
    expect(page.get_by_role("button", name="Cite suggestion 9")).to_be_hidden()
