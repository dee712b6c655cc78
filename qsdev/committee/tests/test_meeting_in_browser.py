"""A meeting in a browser: run by keyboard, followed by members, through a lost connection."""

import pytest
from playwright.sync_api import expect

from qsdev.committee import actions
from qsdev.committee.models import Decision, DiscussionPoint, Outcome
from qsdev.committee.tests.test_meetings import arrive, opened, planned
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.committee.tests.test_rating_in_browser import tab_to
from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.topics.tests.pages import address

__all__ = ["opened", "planned"]
FIVE = ("chair", "standing_member", "standing_two", "lay_member", "lay_two")
SOON = 12_000


@pytest.fixture
def shown(new_context, sign_in, members, opened):
    """`shown("chair", "meeting_run")`: a page of the meeting in a window of that member's own."""

    def page_of(key, name, **options):
        page = new_context(**options).new_page()
        sign_in(page, members[key])
        page.goto(address(f"committee:{name}", opened.pk))
        return page

    return page_of


def lose(page_errors):
    """What a browser and htmx say of a lost connection is no fault of the page."""
    for words in ("ERR_INTERNET_DISCONNECTED", "htmx:afterRequest", "htmx:sendError"):
        page_errors.allow(words)


def press(page, words):
    """Reach a button or link by Tab, and press Enter."""
    tab_to(page, words)
    page.keyboard.press("Enter")


def test_chair_runs_an_item_by_keyboard_and_members_follow(shown, opened, members, issued):
    area = issued.areas.first()
    arrive(opened, members, *FIVE[:4])
    chair, member = shown("chair", "meeting_run"), shown("lay_two", "meeting_live")
    expect(member.locator("#meeting-now")).to_contain_text("No item is under discussion")
    axe(member)

    press(chair, f"Start {area.title}")
    expect(chair.locator("#run-now")).to_have_text(area.title)
    press(chair, "Is here Lay Two")
    expect(chair.locator(".qs-quorum")).to_contain_text("Quorum 5 of 9 appointed voting members")
    axe(chair)
    expect(member.locator("h2").first).to_have_text(area.title, timeout=SOON)
    expect(member.locator("#news")).to_contain_text(area.title)

    tab_to(chair, "text")
    chair.keyboard.type("Services differ.")
    press(chair, "Note this point")
    expect(chair.locator("#chair-rest")).to_contain_text("Services differ.")
    expect(chair.get_by_label("Note a point on")).to_be_focused()
    axe(chair)

    press(chair, "Record the decision")
    expect(chair.locator("h1")).to_contain_text(area.title)
    tab_to(chair, "outcome")
    chair.keyboard.press("Space")
    tab_to(chair, "reason")
    chair.keyboard.type("It matters.")
    axe(chair)
    press(chair, "Record this decision")
    expect(chair.get_by_role("alert")).to_contain_text("is recorded")
    expect(member.locator("#meeting-now")).to_contain_text("prioritised. It matters.", timeout=SOON)
    axe(member)
    assert Decision.objects.get().outcome == Outcome.PRIORITISED
    press(chair, "End this item")
    expect(chair.locator("#run-now")).to_have_text("No item is under discussion")


def test_members_page_outlives_a_lost_connection(shown, opened, members, page_errors):
    lose(page_errors)
    item = opened.items.first()
    page = shown("lay_two", "meeting_live")
    page.get_by_role("link", name="Committee", exact=True).first.focus()
    page.context.set_offline(True)
    expect(page.locator("#connection")).to_contain_text("Connection lost at")
    expect(page.locator("#connection")).to_contain_text("what you see is as of")
    axe(page)
    actions.start_item(item=item, by=members["chair"])
    page.wait_for_timeout(6_000)
    expect(page.locator("#meeting-now")).to_contain_text("No item is under discussion")
    assert page.locator("#messages").inner_text() == ""
    page.context.set_offline(False)

    expect(page.locator("#meeting-now")).to_contain_text(item.title, timeout=SOON)
    expect(page.locator("#connection")).to_contain_text("Connected again at")
    expect(page.get_by_role("link", name="Committee", exact=True).first).to_be_focused()


def test_what_the_chair_types_outlives_a_lost_connection(shown, opened, members, page_errors):
    lose(page_errors)
    actions.start_item(item=opened.items.first(), by=members["chair"])
    page = shown("chair", "meeting_run")
    point = page.get_by_label("Note a point on")
    point.fill("Services differ.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Note this point").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was saved")
    expect(page.locator("#connection")).to_contain_text("Connection lost at")
    axe(page)
    page.get_by_role("button", name="Is here Lay Two").click()
    expect(point).to_have_value("Services differ.")
    assert not DiscussionPoint.objects.exists()
    page.context.set_offline(False)
    page.reload()

    expect(point).to_have_value("Services differ.")
    page.get_by_role("button", name="Note this point").click()
    expect(page.locator("#chair-rest")).to_contain_text("Services differ.")
    page.reload()
    expect(point).to_have_value("")
    assert DiscussionPoint.objects.get().text == "Services differ."


def test_point_that_is_typed_stays_with_its_item(shown, opened, members):
    first, second, third = opened.items.all()[:3]
    actions.start_item(item=first, by=members["chair"])
    page = shown("chair", "meeting_run")
    page.get_by_label("Note a point on").fill("On the first.")
    actions.start_item(item=second, by=members["chair"])
    expect(page.locator("#run-now")).to_have_text(second.title, timeout=SOON)
    page.get_by_role("button", name="Note this point").click()
    expect(page.get_by_label(f"Note a point on “{second.title}”")).to_have_value("")
    page.get_by_role("button", name=f"Start {third.title}").click()
    expect(page.get_by_label(f"Note a point on “{third.title}”")).to_be_visible()

    assert DiscussionPoint.objects.get().item == first


def test_second_recorder_is_shown_the_first_s_decision(shown, opened, members, issued):
    arrive(opened, members, *FIVE)
    area = issued.areas.first()
    page = shown("chair", "meeting_run")
    page.goto(address("committee:decision_create", opened.pk, area.pk))
    page.get_by_label("Prioritised", exact=True).check()
    page.get_by_label("Why?").fill("It matters.")
    old = actions.record_decision(
        meeting=opened,
        issued_area=area,
        outcome=Outcome.DEFERRED,
        reason="Data is missing.",
        by=members["standing_two"],
    )
    page.get_by_role("button", name="Record this decision").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.locator("#recording-form")).to_contain_text("deferred. Data is missing.")
    expect(page.get_by_label("Why?")).to_have_value("It matters.")
    axe(page)
    page.get_by_role("button", name="Record this correction").click()
    expect(page.get_by_role("alert")).to_contain_text("is recorded")

    assert Decision.objects.current().get().supersedes == old


def test_meeting_is_run_and_followed_without_scripts(shown, opened, members, issued):
    area = issued.areas.first()
    arrive(opened, members, *FIVE[:4])
    chair = shown("chair", "meeting_run", java_script_enabled=False)
    member = shown("lay_two", "meeting_live", java_script_enabled=False)
    chair.get_by_role("button", name="Is here Lay Two").click()
    chair.get_by_role("button", name=f"Start {area.title}").click()
    chair.get_by_label("Note a point on").fill("Services differ.")
    chair.get_by_role("button", name="Note this point").click()
    expect(chair.locator("#chair-rest")).to_contain_text("Services differ.")
    chair.get_by_role("button", name="Record the decision").click()
    chair.get_by_label("Not prioritised").check()
    chair.get_by_label("Why?").fill("Little would change.")
    chair.get_by_role("button", name="Record this decision").click()
    member.get_by_role("link", name="See how it stands now").click()

    expect(member.locator("#meeting-now")).to_contain_text("not prioritised. Little would change.")


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_every_page_of_a_meeting_fits_and_can_be_read_by_all(
    shown, opened, members, demonstration, issued, width
):
    area = issued.areas.first()
    withdraw(demonstration, members, "lay_three", area.area)
    arrive(opened, members, *FIVE)
    actions.start_item(item=opened.items.first(), by=members["chair"])
    actions.add_point(item=opened.items.first(), text="Services differ.", by=members["chair"])
    actions.record_decision(
        meeting=opened,
        issued_area=area,
        outcome=Outcome.MERGED,
        merged_with=issued.areas.all()[1],
        reason="Alike.",
        by=members["chair"],
    )
    page = shown("chair", "meeting_run", viewport={"width": width, "height": 800})
    pages = [address(f"committee:meeting_{name}", opened.pk) for name in PAGES]
    pages += [address("committee:decision_create", opened.pk, area.pk)]
    for path in [*pages, address("committee:decision_list"), address("committee:meeting_list")]:
        page.goto(path)
        axe(page)
        assert_no_sideways_scroll(page)


PAGES = ("run", "live", "detail", "edit", "end")
