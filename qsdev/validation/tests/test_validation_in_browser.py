"""What happens after consultation, in a browser: every page, by keyboard, narrow, scriptless."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from qsdev.consultation.models import Interest
from qsdev.consultation.tests.material import new_version
from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.validation import actions
from qsdev.validation.models import AgreedChange
from qsdev.validation.tests import whole

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
#: Pages that the lead reads, and those that are the chair's.
LEADS = (
    *("validation_detail", "package_detail", "package_read", "package_issue", "package_withdraw"),
    *("issued_package_detail", "question_create", "question_edit", "agreed_change_list"),
    *("agreed_change_create", "step_list", "step_create", "step_correct", "supporter_list"),
    *("supporter_create", "supporter_edit"),
)
CHAIRS = ("agreed_change_list", "wording_agree", "wording_withdraw")


@pytest.fixture
def begun(round, theme, people):
    """The topic with rows of every kind, and more that are interested than were taken over."""
    new_version(round.topic, 1, "Children have subject 1 looked at soon.", people["analyst"])
    whole.begin(round.topic, people)
    round.topic.supporting_organisations.first().history.all().delete()
    round.topic.supporting_organisations.first().delete()
    return round.topic


def address(topic, name):
    words = whole.words_of_addresses(topic).get(f"validation:{name}", {})
    return reverse(f"validation:{name}", kwargs={"slug": topic.slug, **words})


@pytest.mark.parametrize(("person", "pages"), [("lead", LEADS), ("chair", CHAIRS)])
def test_every_page_can_be_read_wide_and_narrow(page, sign_in, begun, people, person, pages):
    sign_in(page, people[person])
    for name in pages:
        page.set_viewport_size(WIDE)
        page.goto(address(begun, name))
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        axe(page)
        page.set_viewport_size(NARROW)
        assert_no_sideways_scroll(page)


def test_chair_agrees_a_wording_by_keyboard(page, sign_in, begun, people):
    sign_in(page, people["chair"])
    page.goto(address(begun, "agreed_change_list"))
    page.get_by_role("link", name="Read and agree the wording of statement 2").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Agree this wording").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The wording of statement 2 is agreed.")).to_be_visible()
    axe(page)


def test_outcome_is_recorded_without_scripts(javascript_off, sign_in, begun, people):
    page = javascript_off
    sign_in(page, people["analyst"])
    version = new_version(begun, 3, "Children have subject 3 looked at soon.", people["analyst"])
    page.goto(address(begun, "agreed_change_list"))
    page.get_by_role("link", name="Record what was agreed on statement 3").click()
    page.get_by_label("Change agreed").check()
    page.get_by_label("Version that carries the change").select_option(str(version.pk))
    page.get_by_label("Denominators").check()
    page.get_by_label("Reason").fill("Soon is what services can do.")
    page.get_by_role("button", name="Record what was agreed").click()
    expect(page.get_by_text("Soon is what services can do.")).to_be_visible()
    standing = AgreedChange.objects.current().get(statement__number=3)
    assert (standing.statement_version, standing.themes.get().title) == (version, "Denominators")


def test_error_leads_to_the_control_that_lacks_something(page, sign_in, begun, people):
    sign_in(page, people["lead"])
    page.goto(address(begun, "step_create"))
    page.get_by_label("Referring body").check()
    page.get_by_role("button", name="Record the step").click()
    page.get_by_role("link", name="Enter the body that referred the topic").click()
    expect(page.get_by_label("Which body?")).to_be_focused()
    axe(page)


def test_interest_is_taken_over_with_one_button(page, sign_in, begun, people):
    begun.organisation_responses.update(interest=Interest.YES)
    waiting = begun.organisation_responses.count() - begun.supporting_organisations.count()
    sign_in(page, people["analyst"])
    page.goto(address(begun, "supporter_list"))
    page.get_by_role("button", name=f"Take over {waiting} organisation").click()
    expect(page.get_by_role("button", name="Take over")).to_have_count(0)
    assert actions.take_over_interest(topic=begun, by=people["analyst"]) == []


def test_missing_quorum_is_told_once_and_keeps_what_was_typed(
    page, sign_in, round, meeting, people
):
    meeting.presences.all().delete()
    sign_in(page, people["lead"])
    page.goto(reverse("validation:agreed_change_create", args=[round.topic.slug, 1]))
    expect(page.get_by_text("Without a quorum")).to_be_visible()
    page.get_by_label("No change").check()
    page.get_by_label("Reason").fill("It is clear.")
    page.get_by_role("button", name="Record what was agreed").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("There is no quorum")
    expect(page.get_by_text("Without a quorum")).to_have_count(0)
    expect(page.get_by_label("Reason")).to_have_value("It is clear.")
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert_no_sideways_scroll(page)
