"""The assessment in a browser: accessible, by keyboard, in a narrow window, without scripts."""

import re

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from qsdev.builds.models import DocumentBuild
from qsdev.documents.freezing import to_json
from qsdev.equality.builder import ASSESSMENT, build_assessment
from qsdev.equality.models import EqualityIssue, Stage, StageCompletion
from qsdev.equality.tests import whole
from qsdev.tests.browser import assert_no_sideways_scroll, axe


def address(topic, name, *words):
    return reverse(f"equality:{name}", args=[topic.slug, *words])


def pages_of(topic):
    """Every page of the assessment, of a topic that has rows of every kind."""
    completion = StageCompletion.objects.get()
    words = {
        "stage_list": (),
        "stage_detail": (Stage.DEVELOPMENT,),
        "stage_answer": (Stage.DEVELOPMENT,),
        "stage_complete": (Stage.DEVELOPMENT,),
        "stage_reopen": (Stage.ENGAGEMENT,),
        "issue_create": (Stage.DEVELOPMENT,),
        "issue_edit": (2,),
        "issue_withdraw": (2,),
        "completion_detail": (completion.pk,),
        "assessment_detail": (),
    }
    return [address(topic, name, *more) for name, more in words.items()]


def keep_document(topic, by):
    """The document as a worker would have kept it, without its files."""
    content = to_json(build_assessment(topic, 0))
    DocumentBuild.objects.create(
        topic=topic, kind=ASSESSMENT, asked_by=by, finished_at=timezone.now(), content=content
    )


def test_every_page_is_accessible_and_fits_a_narrow_window(narrow, sign_in, demonstration, people):
    whole.begin(demonstration, people)
    keep_document(demonstration, people["lead"])
    sign_in(narrow, people["lead"])
    for page in pages_of(demonstration):
        narrow.goto(page)
        expect(narrow.locator("h1").first).to_be_visible()
        axe(narrow)
        assert_no_sideways_scroll(narrow)


def test_issue_is_recorded_by_keyboard(page, sign_in, assessment, people):
    sign_in(page, people["analyst"])
    page.goto(address(assessment.topic, "issue_create", Stage.ENGAGEMENT))
    page.get_by_role("button", name="Save issue").press("Enter")
    expect(page.get_by_text("Choose at least one characteristic").first).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Choose at least one characteristic").press("Enter")
    expect(page.locator("#id_protected_0")).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_label("What is the issue?").focus()
    page.keyboard.type("Babies cannot say how they are.")
    page.keyboard.press("Tab")
    page.keyboard.type("Their carers are asked.")
    page.get_by_role("button", name="Save issue").press("Enter")
    expect(page.get_by_text("Issue 1 is recorded")).to_be_visible()
    assert EqualityIssue.objects.get().response == "Their carers are asked."


def test_area_is_taken_over_and_the_stage_completed_without_scripts(
    javascript_off, sign_in, assessment, people
):
    page, topic = javascript_off, assessment.topic
    sign_in(page, people["lead"])
    page.goto(address(topic, "stage_list"))
    page.get_by_role("link", name="Look at it under").click()
    page.get_by_role("button", name=re.compile("Take it over as an issue")).click()
    page.get_by_role("link", name="Change issue 1").click()
    page.get_by_label("Age", exact=True).check()
    page.get_by_label("How was it, or will it be, dealt with?").fill("Each statement says so.")
    page.get_by_role("button", name="Save issue").click()
    page.get_by_role("link", name="Answer the questions").click()
    page.wait_for_load_state()
    for box in page.get_by_role("textbox").all():
        box.fill("Nobody.")
    page.get_by_role("button", name="Save answers").click()
    page.get_by_role("link", name="Complete this stage").click()
    page.get_by_role("button", name="Complete and close this stage").click()
    expect(page.get_by_text("“Topic overview and engagement” is completed.")).to_be_visible()
    assert StageCompletion.objects.get().content["issues"][0]["groups"] == ["age"]
