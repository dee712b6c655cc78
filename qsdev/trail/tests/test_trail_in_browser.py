"""The trail in a browser: walked by keyboard, in a narrow window, and without scripts."""

import pytest
from playwright.sync_api import expect

from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.topics.tests.pages import address
from qsdev.trail.tests.test_walks import cells_of


@pytest.fixture
def pages(changed):
    """A page of every kind."""
    recommendation = changed.sources.first().recommendation_id
    who = changed.topic.suggestions.get(number=4).stakeholder
    return [
        address("trail:trail_list"),
        address("trail:statement_trail", 1),
        address("trail:suggestion_trail", 4),
        address("trail:recommendation_trail", recommendation),
        address("trail:stakeholder_trail_list"),
        address("trail:stakeholder_trail", who.pk),
        address("trail:appendix_detail"),
    ]


def test_trail_is_walked_by_keyboard_from_sentence_to_cell_and_back(
    page, sign_in, changed, people, pages
):
    sign_in(page, people["analyst"])
    page.goto(pages[0])
    for words, heading in (
        (str(changed), str(changed)),
        (cells_of(changed, 4), "Suggestion 4, Middlesex University"),
        (str(changed), str(changed)),
        ("Middlesex University (MU)", "Middlesex University"),
    ):
        page.get_by_role("link", name=words, exact=True).first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    picture = page.get_by_role("img", name="Middlesex University, its trail")
    expect(picture).to_be_visible()
    for one in pages:
        page.goto(one)
        axe(page)


def test_every_page_fits_a_narrow_window_without_scripts(
    new_context, sign_in, changed, people, pages
):
    size = {"width": 320, "height": 640}
    narrow = new_context(viewport=size, java_script_enabled=False).new_page()
    sign_in(narrow, people["lead"])
    for one in pages:
        narrow.goto(one)
        expect(narrow.get_by_role("heading", level=1)).to_be_visible()
        assert_no_sideways_scroll(narrow)
