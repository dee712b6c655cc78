"""The consultation in a browser: answering by keys, bulk theming, a response without scripts."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from qsdev.consultation import actions
from qsdev.consultation.tests.material import five_comments, organisations
from qsdev.tests.browser import assert_no_sideways_scroll, axe
from stakeholders.models import Stakeholder


def address(round, name, *words):
    return reverse(f"consultation:{name}", args=[round.topic.slug, *words])


@pytest.fixture
def theme(round, comments, people):
    return actions.add_theme(round=round, title="Data", by=people["analyst"])


def expect_to_answer(page, number):
    expect(page.get_by_role("heading", name=f"Answer comment {number}")).to_be_visible()
    expect(page.locator("body.qs-keys-work")).to_be_attached()


def test_comments_are_answered_by_keys(page, sign_in, round, theme, people):
    sign_in(page, people["analyst"])
    page.goto(address(round, "comments"))
    axe(page)
    page.keyboard.press("j")
    expect_to_answer(page, 2)
    page.keyboard.press("k")
    expect_to_answer(page, 1)
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect_to_answer(page, 2)
    assert round.comments.get(number=1).theme == theme
    page.get_by_label("Response to this comment alone").fill("j1 k: thank you.")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Response to this comment alone")).to_have_value("j1 k: thank you.")
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    axe(page)


def test_ticked_comments_are_themed_together(page, sign_in, round, theme, people):
    sign_in(page, people["analyst"])
    page.goto(address(round, "comments"))
    for number in (2, 4):
        page.get_by_label(f"Choose {number}", exact=True).check()
    page.get_by_role("button", name="Theme together").click()
    expect(page.get_by_role("heading", name="Put 2 comments into one theme")).to_be_visible()
    axe(page)
    page.get_by_label("Put them into").select_option("Data")
    page.get_by_role("button", name="Put 2 comments there").click()
    expect(page.get_by_text("2 comments are in the theme “Data”")).to_be_visible()
    assert list(theme.comments.values_list("number", flat=True)) == [2, 4]
    axe(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone for comments 2, 4")).to_be_visible()
    assert not theme.comments.exists()


def test_page_follows_the_reading_of_a_table(page, sign_in, round, people, read_by_worker):
    sign_in(page, people["administrator"])
    upload(page, round)
    axe(page)
    read_by_worker()
    expect(page.get_by_role("heading", name="Check the rows")).to_be_visible()


def test_reading_is_followed_by_a_link_without_scripts(
    javascript_off, sign_in, round, people, read_by_worker
):
    page = javascript_off
    sign_in(page, people["administrator"])
    upload(page, round)
    page.get_by_role("link", name="Check again").click()
    expect(page.get_by_role("heading", name="Reading the table")).to_be_visible()
    read_by_worker()
    page.get_by_role("link", name="Check again").click()
    expect(page.get_by_role("heading", name="Check the rows")).to_be_visible()


def upload(page, round):
    """Upload five comments by the page, which then shows that they are read."""
    page.goto(address(round, "comment_import_upload"))
    file = {"name": "comments.csv", "mimeType": "text/csv", "buffer": five_comments().encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload and continue").click()
    expect(page.get_by_role("heading", name="Reading the table")).to_be_visible()


def test_refused_rows_are_settled_in_a_narrow_window(narrow, sign_in, round, imports, people):
    import_record = imports(five_comments() + "Who,1,Good.\nNobody,1,Better.\n")
    actions.confirm_import(
        import_record=import_record, version=import_record.version, by=people["analyst"]
    )
    sign_in(narrow, people["administrator"])
    narrow.goto(address(round, "comment_import_detail", import_record.pk))
    axe(narrow)
    assert_no_sideways_scroll(narrow)
    narrow.get_by_role("link", name=re.compile(r"Correct it\s+line 7")).click()
    narrow.get_by_label(re.compile("^Organisation")).fill(organisations()[0])
    narrow.get_by_role("button", name="Save the row").click()
    narrow.get_by_role("button", name=re.compile(r"Import it\s+line 7")).click()
    expect(narrow.get_by_text("is imported as comment 6")).to_be_visible()
    narrow.get_by_role("link", name="Unregistered organisation: refuse 1 row for good").click()
    axe(narrow)
    assert_no_sideways_scroll(narrow)
    narrow.get_by_label("The reason in words").fill("Nobody knows them.")
    narrow.get_by_role("button", name="Refuse these rows for good").click()
    expect(narrow.get_by_role("heading", name="Rows refused for good")).to_be_visible()
    axe(narrow)
    assert_no_sideways_scroll(narrow)


def test_draft_is_withdrawn_by_its_page(page, sign_in, round, people):
    sign_in(page, people["lead"])
    page.goto(address(round, "consultation_detail"))
    page.get_by_role("link", name="Withdraw the draft").click()
    axe(page)
    page.get_by_label("Why is it withdrawn?").fill("A statement was missing.")
    page.get_by_role("button", name="Withdraw the draft").click()
    expect(page.get_by_text("A statement was missing.")).to_be_visible()
    axe(page)


def test_problem_is_corrected_in_a_narrow_window(narrow, sign_in, round, imports, people):
    import_record = imports("Organisation,Statement,Comment\nWho,1,Good.\n")
    sign_in(narrow, people["administrator"])
    narrow.goto(address(round, "comment_import_rows", import_record.pk))
    axe(narrow)
    assert_no_sideways_scroll(narrow)
    narrow.get_by_label("Organisation of row 1").fill(organisations()[0])
    narrow.get_by_role("button", name="Save row 1").click()
    narrow.get_by_role("button", name="Import 1 comment").click()
    expect(narrow.get_by_role("heading", name="Import complete")).to_be_visible()
    axe(narrow)


def test_organisation_responds_without_scripts(javascript_off, live_server, round, people):
    page = javascript_off
    organisation = Stakeholder.objects.get(name=organisations()[0])
    _, words = actions.make_code(
        round=round, stakeholder=organisation, kind="lead", by=people["analyst"]
    )
    page.goto(reverse("consultation:response_enter"))
    page.get_by_label("Your organisation’s code").fill(words)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name=re.compile("Add a comment on Statement 1")).click()
    page.get_by_label("Your comment").fill("We agree.")
    page.get_by_role("button", name="Save comment").click()
    page.get_by_role("link", name=re.compile("Change tobacco links")).click()
    page.get_by_label("No", exact=True).first.check()
    page.get_by_label("Yes", exact=True).last.check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Check and submit").click()
    page.get_by_label("Your name").fill("Ada Lead")
    page.get_by_label("This is my organisation’s one response").check()
    page.get_by_role("button", name="Submit the response").click()
    expect(page.get_by_role("heading", name="Response submitted")).to_be_visible()
    assert round.comments.get().text == "We agree."


def test_what_was_typed_comes_back_when_the_session_has_ended(page, round, people):
    by, organisation = people["analyst"], Stakeholder.objects.get(name=organisations()[0])
    _, words = actions.make_code(round=round, stakeholder=organisation, kind="lead", by=by)
    enter_code(page, words)
    page.goto(reverse("consultation:response_comment_create", args=["g"]))
    page.get_by_label("Your comment").fill("An hour’s work,\nwith care.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save comment").click()
    expect(page.get_by_role("status")).to_contain_text("nothing was saved")
    axe(page)
    enter_code(page, words, address=None)
    expect(page.get_by_role("heading", name="Your form has been kept")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Send the form again").click()
    expect(page.get_by_role("alert")).to_contain_text("The comment is saved.")
    said = round.organisation_responses.get().draft_comments.get().text
    assert said == "An hour’s work,\nwith care."


def enter_code(page, words, address="/respond/"):
    if address:
        page.goto(address)
    page.get_by_label("Your organisation’s code").fill(words)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
