"""The workbench in a browser: keys, focus, two people, every state; without scripts; narrow."""

import re

import pytest
from playwright.sync_api import expect

from qsdev.accounts.actions import change_preference
from qsdev.tests.browser import Budget, assert_no_sideways_scroll, axe
from qsdev.topics.tests.pages import address
from stakeholders import actions
from stakeholders.models import Filing, Suggestion, SuggestionState

START = address("stakeholders:triage")


@pytest.fixture
def waiting(demonstration):
    """The demonstration with the suggestions from 41 on back in triage."""
    Filing.objects.filter(number__gt=40).delete()
    Suggestion.objects.filter(number__gt=40).update(state=SuggestionState.TO_TRIAGE)
    return demonstration


@pytest.fixture
def workbench(page, sign_in, people, waiting):
    """The workbench at suggestion 41, with its keys at work."""
    sign_in(page, people["analyst"])
    page.goto(START)
    expect_on_desk(page, 41)
    return page


def expect_on_desk(page, number):
    heading = page.get_by_role("heading", name=f"File suggestion {number}", exact=True)
    expect(heading).to_be_visible()
    expect(page.locator("body.qs-keys-work")).to_be_attached()


def state_of(topic, number):
    return topic.suggestions.get(number=number).state


def test_every_state_is_accessible_and_focus_follows(workbench, waiting):
    page = workbench
    axe(page)
    page.keyboard.press("Enter")  # nothing is chosen yet
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: Triage: suggestion 41"))
    axe(page)
    page.get_by_role("link", name="Choose the area that is its own").click()
    expect(page.locator("#id_place_0")).to_be_focused()

    page.keyboard.press("1")
    expect(page.get_by_label("Assessing attachment", exact=True)).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_label("Assessing attachment", exact=True)).to_be_checked()
    axe(page)
    with Budget(page) as swap:
        page.keyboard.press("Enter")
        expect_on_desk(page, 42)
    swap.assert_swap()
    expect(page.locator("#suggestion-heading")).to_be_focused()
    expect(page).to_have_title(re.compile("^Triage: suggestion 42"))
    expect(page).to_have_url(re.compile(r"/suggestions/42/triage/\?state=to_triage$"))
    expect(page.locator("#last-step")).to_contain_text("Suggestion 41 is filed under")
    expect(page.get_by_text("41 of 50")).to_be_visible()
    expect(page.locator("#s41")).to_have_count(0)
    assert waiting.suggestions.get(number=41).own_filing.sub_area.title == "Assessing attachment"

    page.keyboard.press("x")
    expect(page.locator("#together-words")).to_have_text("1 ticked: 42")
    page.get_by_text("Filters").click()
    axe(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keyboard").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    axe(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_keys_do_nothing_in_fields_and_act_once(workbench, waiting):
    page = workbench
    page.get_by_label("Find in the suggestions").fill("")
    page.get_by_label("Find in the suggestions").press_sequentially("j1su?")
    expect(page.get_by_label("Find in the suggestions")).to_have_value("j1su?")
    expect_on_desk(page, 41)
    page.locator("#suggestion-heading").focus()

    for key in ("2", "Enter", "Enter", "Enter"):  # faster than the answer comes
        page.keyboard.press(key)
    expect_on_desk(page, 42)
    assert waiting.suggestions.filter(state=SuggestionState.TO_TRIAGE).count() == 9

    page.keyboard.press("s")
    expect_on_desk(page, 43)
    assert state_of(waiting, 42) == SuggestionState.LATER
    page.keyboard.press("j")
    expect_on_desk(page, 44)
    page.keyboard.press("k")
    expect_on_desk(page, 43)
    page.keyboard.press("u")
    expect_on_desk(page, 42)
    assert state_of(waiting, 42) == SuggestionState.TO_TRIAGE


def test_shortcuts_are_switched_off(workbench, people, waiting):
    page = workbench
    page.keyboard.press("?")
    page.get_by_role("button", name="Turn keyboard shortcuts off").click()
    expect_on_desk(page, 41)
    expect(page.locator("#decide kbd")).to_have_count(0)

    for key in ("2", "s", "u", "j"):
        page.keyboard.press(key)

    expect_on_desk(page, 41)
    assert state_of(waiting, 41) == SuggestionState.TO_TRIAGE
    page.keyboard.press("?")
    expect(page.get_by_text("Shortcuts are off")).to_be_visible()


def test_second_browser_is_told_and_loses_nothing(workbench, new_context, sign_in, people, waiting):
    first, second = workbench, new_context().new_page()
    sign_in(second, people["lead"])
    second.goto(f"{address('stakeholders:suggestion_triage', 41)}?state=")
    expect(second.locator("#suggestion-viewers")).to_contain_text(people["analyst"].name)
    second.get_by_text("Say why, or add a note").click()
    second.get_by_label("Note for colleagues").fill("Schools, I think.")
    second.get_by_label("Supporting children in schools").check()
    first.keyboard.press("1")
    first.keyboard.press("Enter")
    expect_on_desk(first, 42)

    second.get_by_role("button", name="File and go to next").click()

    told = f"{people['analyst'].name} changed this after you opened it"
    expect(second.locator(".govuk-error-summary")).to_contain_text(told)
    expect(second.get_by_text("It now stands:")).to_contain_text("It now stands")
    expect(second.locator("#decide")).to_contain_text("Assessment of attachment difficulties")
    expect(second.get_by_label("Note for colleagues")).to_have_value("Schools, I think.")
    expect(second.get_by_label("Supporting children in schools")).to_be_checked()
    expect(second.locator("#suggestion-viewers")).to_contain_text(people["analyst"].name)
    axe(second)
    second.get_by_role("button", name="File and go to next").click()
    expect(second.locator("#last-step")).to_contain_text("Suggestion 41 is filed under")
    suggestion = waiting.suggestions.get(number=41)
    assert suggestion.own_filing.area.title == "Supporting children in schools"
    assert [note.text for note in suggestion.notes.all()] == ["Schools, I think."]


def test_triage_without_scripts_in_a_narrow_window(new_context, sign_in, people, waiting):
    options = {"java_script_enabled": False, "viewport": {"width": 320, "height": 640}}
    page = new_context(**options).new_page()
    sign_in(page, people["analyst"])
    page.goto(START)
    assert_no_sideways_scroll(page)
    page.get_by_label("Interventions for children").check()
    page.get_by_role("button", name="File and go to next").click()
    expect(page.get_by_role("heading", name="File suggestion 42")).to_be_visible()
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_role("heading", name="File suggestion 43")).to_be_visible()
    page.locator(".qs-desk__out summary").click()
    page.get_by_label("Why is it out of scope?").fill("Adults alone.")
    page.get_by_role("button", name="Put out of scope").click()
    expect(page.locator("#last-step")).to_contain_text("Suggestion 43 is out of scope.")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="File suggestion 43")).to_be_visible()
    assert_no_sideways_scroll(page)
    for number in (44, 45):
        page.get_by_label(f"Choose {number}", exact=True).check()
    page.get_by_role("button", name="File together").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("File 2 suggestions together")
    assert_no_sideways_scroll(page)
    page.get_by_label("File them under").select_option("Access to mental health services")
    page.get_by_role("button", name="File 2 suggestions").click()
    expect(page.get_by_text("Suggestions 44, 45 are filed under")).to_have_count(2)

    assert [state_of(waiting, number) for number in range(41, 46)] == [
        *("filed", "later", "to_triage", "filed", "filed"),
    ]


def test_pages_beside_the_workbench_are_accessible(page, narrow, sign_in, people, waiting):
    sample = actions.draw_sample(
        topic=waiting, sorted_by=people["lead"], size=2, by=people["analyst"]
    )
    for window in (page, narrow):
        sign_in(window, people["lead"])
    for path in (
        f"{START}?state=later",
        f"{address('stakeholders:suggestion_file_together')}?state=&number=2&number=3",
        f"{address('stakeholders:suggestion_assign')}?state=to_triage",
        f"{address('stakeholders:suggestion_merge', 41)}?into=42",
        address("stakeholders:sorting_list"),
        address("stakeholders:sorting_edit", sample.pk),
        address("stakeholders:note_create", 41),
        address("stakeholders:suggestion_list"),
        address("home:suggestion_history", 1),
        address("briefing:topic_chart"),
    ):
        page.goto(path)
        axe(page)
        narrow.goto(path)
        assert_no_sideways_scroll(narrow)


def test_what_is_chosen_shows_without_colour(forced_colours, sign_in, people, waiting):
    page = forced_colours
    sign_in(page, people["analyst"])
    page.goto(START)
    expect_on_desk(page, 41)

    lines = [
        page.locator(f"{row} a").evaluate("link => getComputedStyle(link).textDecorationLine")
        for row in ("#s41", "#s42")
    ]
    assert lines == ["underline", "none"]


def test_person_s_own_switch_is_kept(people):
    change_preference(name="uses_shortcuts", is_on=False, by=people["analyst"])

    people["analyst"].refresh_from_db()
    assert people["analyst"].uses_shortcuts is False
