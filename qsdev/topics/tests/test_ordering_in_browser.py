"""Areas are put in order in a browser: by dragging, and with buttons that keep the focus."""

import pytest
from playwright.sync_api import expect

from qsdev.tests.browser import Budget, axe
from qsdev.topics import actions
from qsdev.topics.tests.pages import address


@pytest.fixture
def analyst(people):
    return people["analyst"]


def titles(rows):
    return [row.title for row in rows.all()]


def drag(page, row, to):
    """Take one row of the first list by its handle, and let it go at the far edge of another."""
    rows = page.locator("[data-order]").first.locator("tr")
    rows.nth(to).scroll_into_view_if_needed()
    start, end = rows.nth(row).locator(".qs-drag").bounding_box(), rows.nth(to).bounding_box()
    taken = rows.nth(row).get_attribute("data-id")
    edge = end["height"] - 4 if to > row else 4
    x, y, far = start["x"] + 12, start["y"] + 8, end["y"] + edge
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 31):
        page.mouse.move(x, y + (far - y) * step / 30)
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => drawn()))")
    expect(rows.nth(to)).to_have_attribute("data-id", taken)
    page.mouse.up()


def test_areas_are_dragged_into_order(page, sign_in, demonstration, analyst):
    first, second, third = titles(demonstration.areas.main())[:3]
    page.emulate_media(reduced_motion="reduce")  # rows that glide are not dropped on
    sign_in(page, analyst)
    with Budget(page) as fetched:
        page.goto(address("topics:area_list"))
    fetched.assert_first_view()

    drag(page, 0, 2)

    expect(page.get_by_text("The new order of the areas is saved.")).to_be_visible()
    expect(page.locator("tbody th a").nth(2)).to_have_text(first)
    assert titles(demonstration.areas.main())[:3] == [second, third, first]
    axe(page)
    drag(page, 2, 0)  # what came back can be dragged too
    expect(page.locator("tbody th a").first).to_have_text(first)


def test_buttons_keep_the_focus_up_to_the_end_of_the_list(page, sign_in, demonstration, analyst):
    area = demonstration.areas.main()[2]
    sign_in(page, analyst)
    page.goto(address("topics:area_list"))
    button = page.locator(f"#down-{area.pk}")

    button.press("Enter")
    expect(page.get_by_text(f"“{area}” is now number 4.")).to_be_visible()
    expect(button).to_be_focused()
    button.press("Enter")
    expect(page.get_by_text(f"“{area}” is now number 5.")).to_be_visible()

    expect(page.locator(f"#up-{area.pk}")).to_be_focused()
    axe(page)


def test_sub_areas_are_put_in_order_with_and_without_javascript(
    page, javascript_off, sign_in, demonstration, analyst
):
    area = demonstration.areas.main()[1]
    parts = [actions.add_sub_area(area=area, title=title, by=analyst) for title in ("One", "Two")]
    page.emulate_media(reduced_motion="reduce")
    for browser in (page, javascript_off):
        sign_in(browser, analyst)
        browser.goto(address("topics:area_edit", area.pk))
    drag(page, 1, 0)
    expect(page.get_by_text("The new order of the sub-areas is saved.")).to_be_visible()
    assert titles(area.sub_areas) == ["Two", "One"]
    axe(page)

    javascript_off.reload()
    javascript_off.locator(f"#down-{parts[1].pk}").click()

    assert titles(area.sub_areas) == ["One", "Two"]
    expect(javascript_off.locator(f"#up-{parts[1].pk}")).to_be_focused()
