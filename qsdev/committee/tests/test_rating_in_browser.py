"""Rating in a browser: by keyboard alone, enlarged, on a tablet, without scripts, by touch."""

import re

import pytest
from playwright.sync_api import expect

from qsdev.committee import actions
from qsdev.committee.models import Rating
from qsdev.committee.tests.test_rating_edit import page_of, withdraw
from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.tests.fixtures import PASSWORD
from qsdev.topics.tests.pages import address

#: A desk, a desk's window enlarged to 200%, a tablet and a telephone.
WINDOWS = {
    "desk": {"viewport": {"width": 1440, "height": 900}},
    "enlarged": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "tablet": {"viewport": {"width": 768, "height": 1024}, "has_touch": True},
    "narrow": {"viewport": {"width": 320, "height": 640}, "has_touch": True},
}
LEAST_TARGET = 44
SAVE = "Save your rating"
FOCUSED = "(one => [one.name, one.textContent.trim()])(document.activeElement)"


@pytest.fixture
def round(open_round):
    return open_round()


def tab_to(page, name):
    """Press Tab until a control of this name, or a button of these words, has the focus."""
    page.wait_for_load_state()
    for _ in range(60):
        if name in page.evaluate(FOCUSED):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {name}")


def choose(page, name, place):
    """Choose of a group of radios the one at a place from 1, as the keyboard does it."""
    tab_to(page, name)
    page.keyboard.press("Space")
    for _ in range(place - 1):
        page.keyboard.press("ArrowRight")


def save(page):
    page.get_by_role("button", name=SAVE).click()


def fill(page, overall):
    """Choose the same figure on each scale, by pointer or finger, and "Discuss"."""
    page.wait_for_load_state()
    for scale in page.locator(".qs-scale").all():
        scale.get_by_role("radio").nth(overall - 1).click()
    page.get_by_label("Discuss").check()


def test_areas_are_rated_by_keyboard_alone(page, sign_in, round, members):
    sign_in(page, members["lay_member"])
    page.goto(page_of(round))
    axe(page)
    tab_to(page, SAVE)
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    axe(page)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    criteria = [f"criterion_{one.pk}" for one in round.criteria.all()]
    expect(page.locator(f"[name={criteria[0]}]").first).to_be_focused()
    for place, name in enumerate([*criteria, "overall"], start=5):
        choose(page, name, place)
    choose(page, "proposal", 2)
    tab_to(page, SAVE)
    page.keyboard.press("Enter")

    receipt = page.get_by_role("alert")
    expect(receipt).to_contain_text("Receipt")
    expect(page).to_have_url(re.compile(re.escape(page_of(round, 1)) + "$"))
    axe(page)
    rating = Rating.objects.get()
    expect(receipt).to_contain_text(rating.receipt)
    assert [one.score for one in rating.scores.all()] == [5, 6, 7]
    assert (rating.overall, rating.proposal) == (8, "discuss")


@pytest.mark.parametrize("window", WINDOWS)
def test_scale_fits_every_window_and_finger(new_context, sign_in, round, members, window):
    page = new_context(**WINDOWS[window], java_script_enabled=window != "narrow").new_page()
    sign_in(page, members["standing_member"])
    page.goto(page_of(round))
    assert_no_sideways_scroll(page)
    for radio in page.locator(".qs-scale input").all():
        box = radio.bounding_box()
        assert min(box["width"], box["height"]) >= LEAST_TARGET
        assert box["x"] + box["width"] <= WINDOWS[window]["viewport"]["width"]
    save(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose from 1 to 9")
    assert_no_sideways_scroll(page)
    fill(page, 9)
    save(page)

    expect(page.get_by_role("alert")).to_contain_text("You can change it until")
    assert_no_sideways_scroll(page)
    assert (Rating.objects.get().overall, Rating.objects.get().scores.count()) == (9, 3)


def see(page, path, words):
    """Open a page that says so, and look for what breaks it: for axe and in a narrow window."""
    page.goto(path)
    expect(page.locator("main")).to_contain_text(words)
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert_no_sideways_scroll(page)
    page.set_viewport_size({"width": 1440, "height": 900})


def test_every_state_can_be_read_by_all(new_context, sign_in, round, members, rate, demonstration):
    for key in members:
        rate(round, 0, key, 4)
    withdraw(demonstration, members, "lay_two", round.rated_areas.all()[1].issued_area.area)
    page, withdrawn = (new_context().new_page() for _ in range(2))
    sign_in(page, members["chair"])
    sign_in(withdrawn, members["lay_two"])

    see(page, page_of(round), "Saved on")
    see(page, address("committee:rating_round_detail", 1), "Who has rated")
    see(withdrawn, page_of(round, 1), "You take no part in this area")
    see(withdrawn, address("committee:rating_round_detail", 1), "You take no part")
    actions.close_round(round=round, by=members["chair"])
    see(page, page_of(round), "You gave 4 overall")
    see(page, address("committee:rating_results", 1), "No consensus")
    see(page, address("committee:area_order", 1), "by four methods")
    second = actions.plan_second_round(
        follows=round, opens_at=round.closed_at, closes_at=round.closes_at, by=members["chair"]
    )
    see(page, page_of(second), "You gave 4 in the round before")
    page.emulate_media(forced_colors="active")
    axe(page)


def test_rating_outlives_a_session_that_ended(page, sign_in, round, members):
    member = members["specialist_member"]
    sign_in(page, member)
    page.goto(page_of(round))
    fill(page, 7)
    page.context.clear_cookies(name="sessionid")
    save(page)
    page.get_by_label("Email address").fill(member.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Send the form again").click()

    expect(page.get_by_role("alert")).to_contain_text("Receipt")
    assert Rating.objects.get().overall == 7
