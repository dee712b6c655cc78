"""Steps of the journey from an imported table to a published page, each as a person does it."""

import csv
import io
import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from qsdev.equality.models import Stage
from qsdev.jobs import running
from qsdev.tests.rating_steps import SLUG, fill_date, press

ORGANISATION = "Institute of Health Visiting"
AREA = "Assessment of attachment difficulties"
KEY_AREA = "An assessment before anything is offered"
FILE_NAME = "late-table.csv"
TITLE = "Assessment before intervention"
BEFORE = "Children in care have an assessment before help is offered."
AFTER = "Children and young people in care have an assessment before help is offered."
COMMENT = "Young people are left out of this statement."
WHY_DECIDED = "Assessment comes before all else."
HEADINGS = (
    "ID",
    "Stakeholder",
    "Suggested key area for quality improvement",
    "Why is this important?",
    "Why is this a key area for quality improvement?",
    "Supporting information",
)
ROW = ("60", ORGANISATION, KEY_AREA, "Help may miss the need.", "Services differ.", "Our survey.")


def go(page, name, *words):
    page.goto(reverse(name, args=[SLUG, *words]))


def click(page, name):
    page.get_by_role("link", name=name).first.click()


def import_table(page, topic):
    """The administrator brings a table that came late, with one suggestion."""
    table = io.StringIO()
    csv.writer(table).writerows([HEADINGS, ROW])
    go(page, "stakeholders:import_upload")
    content = {"name": FILE_NAME, "mimeType": "text/csv", "buffer": table.getvalue().encode()}
    page.locator("input[type=file]").set_input_files(content)
    press(page, "Upload and continue")
    press(page, "Import 1 row")
    expect(page.get_by_role("heading", level=1)).to_have_text("Import complete")


def file(page):
    """The analyst files the suggestion under its area."""
    go(page, "stakeholders:suggestion_file", 60)
    place = page.get_by_label("Area that is its own")
    place.select_option(label=AREA)
    press(page, "File suggestion")
    expect(page.locator("main")).to_contain_text(AREA)


def build_paper(page, topic):
    go(page, "briefing:paper_detail")
    press(page, "Build the paper")
    expect(page.locator("#under-way")).to_have_text("Being built")
    running.run(topic.paper_builds.latest("pk").job_id)
    expect(page.get_by_role("button", name="Build it again")).to_be_visible()


def issue_paper(page):
    go(page, "briefing:paper_detail")
    click(page, "Issue this paper")
    page.get_by_label("Why are these errors accepted?").fill("They are known.")
    press(page, "Issue this paper")
    expect(page.get_by_role("alert")).to_contain_text("Version 1 is issued")


def meet(page, topic, kind):
    """The chair plans a meeting, opens it, and three members are there."""
    go(page, "committee:meeting_create")
    if kind != "First":
        page.get_by_label(f"{kind} committee meeting").check()
    fill_date(page, "Date", timezone.localdate())
    press(page, "Plan this meeting")
    press(page, "Open the meeting")
    for name in ("Grace Gavelman", "Idris Quorumby", "Joyce Commonplace"):
        press(page, f"Is here {name}")
        expect(page.get_by_role("button", name=f"Has left {name}")).to_be_visible()
    return topic.meetings.last()


def end(page, meeting):
    go(page, "committee:meeting_end", meeting.pk)
    press(page, "End the meeting")
    expect(page.get_by_role("alert")).to_contain_text("The meeting has ended")


def decide(page, topic):
    """The first meeting prioritises the area, with its reason."""
    meeting = meet(page, topic, "First")
    press(page, re.compile(f"^Start {AREA}$"))
    expect(page.locator("#run-now")).to_have_text(AREA)
    page.get_by_role("button", name="Record the decision").click()
    page.get_by_label("Prioritised", exact=True).check()
    page.get_by_label("Why?").fill(WHY_DECIDED)
    press(page, re.compile("^Record this"))
    expect(page.get_by_text("Decided:")).to_contain_text(WHY_DECIDED)
    end(page, meeting)


def draft(page, topic):
    """The analyst drafts a statement for the area, with its parts."""
    go(page, "statements:statement_create")
    page.get_by_label("Improvement area").select_option(label=AREA)
    page.get_by_label("Short title").fill(TITLE)
    press(page, "Draft this statement")
    page.get_by_label(re.compile("^Quality statement")).fill(BEFORE)
    page.get_by_label(re.compile("^Rationale")).fill(
        "Help that fits begins with knowing what is needed."
    )
    save(page, "First words.")
    click(page, "Add a measure")
    page.get_by_label("Structure").check()
    page.get_by_label("What is measured?").fill("Evidence of arrangements for assessments.")
    page.get_by_label("Data source").fill("Local records.")
    press(page, "Save this measure")
    go(page, "statements:source_choose", 1)
    page.get_by_role("checkbox").first.check()
    press(page, "Save the source guidance")
    assert topic.statements.get().sources.exists()


def save(page, reason):
    page.get_by_label("Why do you change it?").fill(reason)
    press(page, "Save as a new version")
    expect(page.get_by_role("alert")).to_contain_text("is saved")


def open_consultation(page, topic):
    """The lead opens the consultation, and issues the draft."""
    go(page, "topics:round_create")
    page.get_by_label("Consultation").check()
    fill_date(page, "Opens on", timezone.localdate())
    fill_date(page, "Closes on", timezone.localdate() + timedelta(days=28))
    press(page, "Add round")
    go(page, "consultation:draft_issue")
    press(page, "Issue the draft")
    expect(page.get_by_role("alert")).to_contain_text("issued for consultation")


def make_code(page):
    """The analyst makes a code for the organisation; returns it as it is shown once."""
    go(page, "consultation:code_create")
    page.get_by_label("Organisation").select_option(label=ORGANISATION)
    press(page, "Make a code")
    return page.get_by_role("heading", level=1).inner_text()


def respond(page, code):
    """The organisation comments on the statement, with its code alone, and submits once."""
    page.goto(reverse("consultation:response_enter"))
    page.get_by_label("Your organisation’s code").fill(code)
    press(page, "Continue")
    click(page, re.compile("Add a comment on Statement 1"))
    page.get_by_label("Your comment").fill(COMMENT)
    press(page, "Save comment")
    click(page, re.compile("Change tobacco links"))
    page.get_by_label("No", exact=True).first.check()
    page.get_by_label("Yes", exact=True).last.check()
    press(page, "Save")
    click(page, "Check and submit")
    page.get_by_label("Your name").fill("Ada Lead")
    page.get_by_label("This is my organisation’s one response").check()
    press(page, "Submit the response")
    expect(page.locator(".govuk-panel--confirmation")).to_be_visible()


def close_consultation(page, topic):
    """The lead closes the consultation early: at the first minute of the day."""
    page.goto(reverse("topics:round_edit", args=[topic.slug, topic.rounds.last().pk]))
    fill_date(page, "Closes on", timezone.localdate())
    page.get_by_label("Closing time").fill("00:01")
    press(page, "Save round")
    assert topic.rounds.last().has_closed


def answer(page, topic):
    """The analyst changes the wording, answers the comment, and links the change to it."""
    go(page, "statements:statement_edit", 1)
    page.get_by_label(re.compile("^Quality statement")).fill(AFTER)
    save(page, "Young people were left out.")
    go(page, "consultation:comment_detail", 1)
    page.get_by_label("Or a new theme").fill("Young people")
    page.get_by_label("Response to this comment alone").fill("They are named now.")
    page.get_by_label("Agreed", exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()
    go(page, "consultation:comment_change_create", 1)
    page.get_by_label("Version of the statement").select_option(index=1)
    page.get_by_label("What was changed").fill("Young people are named.")
    press(page, "Link the change")
    assert topic.comments.get().answer_state == "agreed"


def issue_report(page, topic):
    """The lead has report and table built, and issues them."""
    for name in ("consultation:comment_table_detail", "consultation:report_detail"):
        go(page, name)
        press(page, "Build the files")
        expect(page.get_by_role("heading", name="Being built")).to_be_visible()
        running.run(topic.document_builds.latest("pk").job_id)
        expect(page.get_by_role("button", name="Build it again")).to_be_visible()
    go(page, "consultation:report_issue")
    press(page, "Issue the report")
    expect(page.get_by_role("alert")).to_contain_text("is issued")


def agree(page, topic):
    """The second meeting agrees the change, and the chair the wording."""
    meeting = meet(page, topic, "Second")
    go(page, "validation:agreed_change_create", 1)
    page.get_by_label("Change agreed").check()
    page.get_by_label("Version that carries the change").select_option(index=1)
    page.get_by_label("Young people").check()
    page.get_by_label("Reason").fill("The comment is right.")
    press(page, "Record what was agreed")
    go(page, "validation:wording_agree", 1)
    press(page, "Agree this wording")
    end(page, meeting)


def validate(page):
    """The lead records that Guidance Executive and the referring body approve."""
    for kind, body in (("Guidance Executive", ""), ("Referring body", "Department of Health")):
        go(page, "validation:step_create")
        page.get_by_label(kind, exact=True).check()
        if body:
            page.get_by_label("Which body?").fill(body)
        fill_date(page, "On which day?", timezone.localdate())
        page.get_by_label("Approved", exact=True).check()
        press(page, "Record the step")


def assess_equality(page):
    """The lead takes over the area that the assessment is to handle, and completes each stage."""
    go(page, "equality:stage_detail", "engagement")
    press(page, re.compile("^Take it over as an issue"))
    go(page, "equality:issue_edit", 1)
    page.get_by_label("Disability", exact=True).check()
    page.get_by_label("How was it, or will it be, dealt with?").fill("In each statement.")
    press(page, "Save issue")
    go(page, "equality:stage_answer", "engagement")
    for question in page.get_by_role("main").get_by_role("textbox").all():
        question.fill("As the issue says.")
    press(page, "Save answers")
    for stage in Stage.values:
        go(page, "equality:stage_complete", stage)
        if stage != Stage.ENGAGEMENT:
            page.get_by_label("No issues were identified at this stage").check()
        press(page, "Complete and close this stage")


def plan_publication(page):
    """The analyst gives the reference, and says what the standard covers."""
    go(page, "publication:plan_edit")
    page.get_by_label("Reference").fill("QS133")
    page.get_by_role("textbox", name="What this quality standard covers").fill("Children in care.")
    press(page, "Save")


def publish(page, topic):
    """The lead looks at what will appear and publishes it; nothing else waits to be done."""
    go(page, "publication:publication_detail")
    click(page, "Publish the standard")
    expect(page.locator("main")).to_contain_text(AFTER)
    expect(page.get_by_label("Why may the standard be published before")).to_have_count(0)
    page.get_by_label("What is new in this version?").fill("First publication.")
    press(page, "Publish the standard")
    expect(page.get_by_role("alert")).to_contain_text("everyone can read it")
