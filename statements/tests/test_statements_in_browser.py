"""The statements in a browser: drafting by keys alone, without scripts, narrow, and with axe."""

import re

import pytest
from playwright.sync_api import expect

from qsdev.committee.tests.test_rating_in_browser import tab_to
from qsdev.tests.browser import assert_no_sideways_scroll, axe
from qsdev.topics.tests.pages import address
from statements import actions
from statements.models import QualityMeasure, QualityStatement
from statements.tests.test_statement_actions import process
from statements.tests.test_statement_pages import one

LONG = "Psychoneuroendocrinological" * 3  # a word wider than a narrow window
LIST, CREATE = address("statements:statement_list"), address("statements:statement_create")


@pytest.fixture
def written(drafted, demonstration, prioritised, write, people):
    """Statement 1 with all its parts and four versions, and statement 2 removed for it."""
    by = {"by": people["analyst"]}
    write(drafted, text=f"Children have a timely {LONG}.", rationale="It helps.")
    actions.add_measure(statement=drafted, version=2, **process(data_source=""), **by)
    term = demonstration.glossary_terms.get(term="Carer")
    actions.add_definition(statement=drafted, version=3, glossary_term=term, **by)
    actions.add_measure(statement=drafted, version=4, **process(text="Proportion B."), **by)
    second = actions.draft_statement(
        topic=demonstration, area=prioritised, short_title="Second", **by
    )
    actions.remove_statement(
        statement=second, version=1, reason="Merged.", replaced_by=drafted, **by
    )
    return drafted


def look(page, place, words):
    """Open a page, find words on it, and look for what breaks it, wide and narrow."""
    page.goto(place)
    expect(page.locator("main")).to_contain_text(words)
    inspect(page)


def inspect(page):
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert_no_sideways_scroll(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def enter(page, target, heading):
    """Go to a control with the Tab key, press it, and come to the page of this heading."""
    tab_to(page, target)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def write_at(page, target, words):
    tab_to(page, target)
    page.keyboard.type(words)


def test_pages_before_and_after_drafting_can_be_read_by_all(page, sign_in, prioritised, people):
    sign_in(page, people["analyst"])
    look(page, LIST, "No statement is drafted yet")
    look(page, address("statements:statement_checks"), "There is nothing to check yet")
    look(page, CREATE, "under the next free number")
    page.get_by_role("button", name="Draft this statement").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    inspect(page)
    look(page, address("statements:area_explain", prioritised.pk), "Say why an area has no")


def test_every_page_of_a_statement_can_be_read_by_all(page, sign_in, written, people):
    measure = QualityMeasure.objects.get(text="Proportion B.")
    sign_in(page, people["analyst"])
    look(page, LIST, "Replaced by statement 1.")
    look(page, address("statements:statement_checks"), "“timely”")
    look(page, one("statement_edit"), "No data source is named")
    look(page, one("statement_detail"), LONG)
    look(page, one("statement_detail", number=2), "Replaced by statement 1")
    look(page, one("statement_versions"), "Definition of “Carer” added")
    look(page, one("version_detail", 2), "Changed since version 1")
    page.get_by_text("Read version 2 whole").click()
    inspect(page)
    look(page, one("version_detail", 1), "It is the first version.")
    look(page, one("measure_create"), "What is measured?")
    look(page, address("statements:measure_edit", measure.pk), "Change a measure")
    look(page, one("source_choose"), "Selected for this area")
    look(page, one("definition_create"), "A term of the glossary")
    look(page, one("statement_remove"), "Readers of the standard are told.")


def test_forms_with_errors_can_be_read_by_all(page, sign_in, written, people):
    sign_in(page, people["analyst"])
    for name, button in (
        ("statement_edit", "Save as a new version"),
        ("measure_create", "Save this measure"),
        ("definition_create", "Add this definition"),
        ("statement_remove", "Remove this statement"),
    ):
        page.goto(one(name))
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        expect(page).to_have_title("Error: " + page.title().removeprefix("Error: "))
        inspect(page)


def test_finding_moves_the_focus_to_what_it_is_about(page, sign_in, written, people):
    first, second = QualityMeasure.objects.order_by("position")
    sign_in(page, people["analyst"])
    page.goto(one("statement_edit"))
    page.get_by_role("link", name=re.compile("^Statement ?: The statement uses")).click()
    expect(page.get_by_role("textbox", name="Quality statement")).to_be_focused()
    page.get_by_role("link", name=re.compile(r"^Process measure a\) ?: No data")).click()
    expect(page.locator(f"#measure-{first.pk}")).to_be_focused()
    page.goto(address("statements:statement_checks"))
    page.get_by_role("link", name=re.compile(r"^Mend this ?: Process measure a\), No")).click()
    expect(page.get_by_label("Data source")).to_be_focused()
    assert page.url.endswith(address("statements:measure_edit", first.pk) + "#id_data_source")
    assert second.data_source


def test_statement_is_drafted_by_keyboard_alone(page, sign_in, prioritised, people):
    sign_in(page, people["analyst"])
    page.goto(LIST)
    enter(page, f"Draft a statement for {prioritised.title}", "Draft a statement")
    write_at(page, "short_title", "Assessment")
    enter(page, "Draft this statement", "Statement 1: Assessment")
    write_at(page, "text", "Children have an assessment.")
    write_at(page, "reason", "First words")
    enter(page, "Save as a new version", "Statement 1: Assessment")
    expect(page.get_by_role("alert")).to_contain_text("Version 2 is saved.")
    enter(page, "Add a measure", "Add a measure")
    tab_to(page, "kind")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    write_at(page, "text", "Proportion of children who have an assessment.")
    write_at(page, "numerator", "The number in the denominator who have an assessment.")
    write_at(page, "denominator", "The number of children.")
    enter(page, "Save this measure", "Statement 1: Assessment")
    enter(page, "Choose recommendations", "Choose the source guidance")
    tab_to(page, "selected")
    page.keyboard.press("Space")
    enter(page, "Save the source guidance", "Statement 1: Assessment")
    enter(page, "Add a definition", "Add a definition")
    write_at(page, "term", "Assessment")
    write_at(page, "definition", "A look at what a child needs.")
    enter(page, "Add this definition", "Statement 1: Assessment")
    expect(page.get_by_role("alert")).to_contain_text("The definition is added.")

    statement = QualityStatement.objects.get()
    assert (statement.version, statement.text) == (5, "Children have an assessment.")
    assert statement.measures.get().denominator == "The number of children."
    assert (statement.sources.count(), statement.definitions.get().term) == (1, "Assessment")


def test_what_is_typed_is_not_left_behind_unasked(page, sign_in, drafted, people):
    sign_in(page, people["analyst"])
    page.goto(one("statement_edit"))
    rationale = page.get_by_role("textbox", name="Rationale")
    rationale.press_sequentially("It helps.")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Add a measure").click()

    expect(rationale).to_have_value("It helps.")
    assert asked == ["beforeunload"]
    page.get_by_label("Why do you change it?").fill("First words")
    page.get_by_role("button", name="Save as a new version").click()
    expect(page.get_by_role("alert")).to_contain_text("Version 2 is saved.")


def test_version_is_restored_and_a_statement_removed_without_scripts(
    javascript_off, sign_in, written, demonstration, people
):
    page = javascript_off
    sign_in(page, people["analyst"])
    page.goto(one("version_detail", 2))
    page.get_by_role("button", name="Restore this version as a new one").click()
    expect(page.get_by_role("alert")).to_contain_text("Version 2 is restored")
    assert not written.measures.exists()
    page.goto(one("measure_create"))
    page.get_by_label("Process").check()
    page.get_by_label("What is measured?").fill("Proportion of children.")
    page.get_by_label("Numerator").fill("The number in the denominator.")
    page.get_by_label("Denominator").fill("The number of children.")
    page.get_by_role("button", name="Save this measure").click()
    assert written.measures.get().numerator == "The number in the denominator."
    page.get_by_role("link", name="Remove this statement").click()
    page.get_by_label("Why is it removed?").fill("No longer needed.")
    page.get_by_role("button", name="Remove this statement").click()
    expect(page.locator("main")).to_contain_text("removed on")
    assert not demonstration.statements.current().exists()
