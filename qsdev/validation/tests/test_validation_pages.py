"""The pages after consultation: who sees what, what they do, and how many queries they take."""

import re

import pytest
from django.urls import reverse

from qsdev.consultation.models import Interest
from qsdev.consultation.tests.material import new_version
from qsdev.topics.tests.pages import count_queries
from qsdev.validation import actions
from qsdev.validation.models import (
    AgreedChange,
    ChairAgreement,
    StepOutcome,
    SupportingOrganisation,
)
from qsdev.validation.tests.material import agree_all, approve, build_without_files, issue_report
from stakeholders.models import Stakeholder


@pytest.fixture
def address(demonstration):
    def of(name, *words):
        return reverse(f"validation:{name}", args=[demonstration.slug, *words])

    return of


def read(client, href):
    """A page's words, with its marks taken out."""
    answer = client.get(href)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_overview_tells_the_team_what_is_outstanding_and_members_nothing_of_it(
    round, comments, planned, address, client_as
):
    here = address("validation_detail")
    page = client_as("analyst").get(here).content.decode()
    assert "Agree the response to 5 comments." in page
    assert "Recorded for 0 of 4 statements" in page
    assert "To be done before publication" not in read(client_as("standing_member"), here)


def test_overview_links_only_pages_that_the_reader_may_open(round, comments, address, client_as):
    here = address("validation_detail")
    comments_page = reverse("consultation:comments", args=[round.topic.slug])
    assert comments_page in client_as("analyst").get(here).content.decode()
    chair = client_as("chair").get(here).content.decode()
    assert "Agree the response to 5 comments." in chair
    assert comments_page not in chair


def test_overview_says_when_all_is_done(round, theme, meeting, people, address, client_as):
    issue_report(round, people["lead"])
    agree_all(meeting, people)
    approve(round.topic, people)
    page = read(client_as("lead"), address("validation_detail"))
    assert "Everything is agreed and approved" in page
    assert "4 are ready for publication" in page
    assert "Department of Health: approved on 23 August 2016" in page


def test_agreed_change_is_recorded_and_corrected_on_its_page(
    round, theme, meeting, people, address, client_as
):
    version = new_version(round.topic, 1, "Children are assessed.", people["analyst"])
    client, here = client_as("analyst"), address("agreed_change_create", 1)
    lacking = client.post(here, {"outcome": "changed", "reason": "Clearer."})
    assert "Choose the version that carries the change" in lacking.content.decode()
    given = {
        "outcome": "changed",
        "statement_version": version.pk,
        "themes": [theme.pk],
        "reason": "Clearer.",
    }
    answer = client.post(here, given)
    assert answer["Location"] == address("agreed_change_list") + "#statement-1"
    stale = client.post(here, {"outcome": "no_change", "reason": "Late."})
    assert "record anew what corrects it" in stale.content.decode()
    standing = AgreedChange.objects.get()
    client.post(here, {"outcome": "removed", "reason": "Heard anew.", "supersedes": standing.pk})
    page = read(client, address("agreed_change_list"))
    assert "To be removed Heard anew." in page
    assert "Change agreed: Clearer." in page


def test_form_offers_themes_with_their_comments_on_the_statement(
    round, theme, meeting, address, client_as
):
    page = client_as("chair").get(address("agreed_change_create", 1)).content.decode()
    assert "Denominators (2 on this statement)" in page


def test_nothing_is_recorded_before_the_meeting_is_opened(round, planned, address, client_as):
    answer = client_as("analyst").post(
        address("agreed_change_create", 1), {"outcome": "no_change", "reason": "X"}, follow=True
    )
    assert "Open the second committee meeting first." in answer.content.decode()
    assert not AgreedChange.objects.exists()


def test_member_reads_outcomes_under_titles_that_were_consulted_on(
    round, meeting, people, address, client_as
):
    statement = round.topic.statements.get(number=1)
    agree_all(meeting, people)
    statement.refresh_from_db()
    new_version(round.topic, 1, "Secret words.", people["analyst"])
    page = read(client_as("observer"), address("agreed_change_list"))
    assert "Statement 1: Subject 1" in page
    assert "No change It is clear." in page
    assert "Wording not agreed" not in page


def test_chair_agrees_what_was_read_and_nothing_newer(round, meeting, people, address, client_as):
    client, here = client_as("chair"), address("wording_agree", 1)
    seen = round.topic.statements.get(number=1).latest
    assert "Children have subject 1 looked at." in read(client, here)
    new_version(round.topic, 1, "Other words.", people["analyst"])
    refused = client.post(here, {"seen": seen.pk})
    assert "The wording was changed meanwhile" in refused.content.decode()
    assert not ChairAgreement.objects.exists()
    client.post(here, {"seen": round.topic.statements.get(number=1).latest.pk})
    assert "Wording agreed Version 3, by" in read(client, address("agreed_change_list"))
    client.post(address("wording_withdraw", 1), {"reason": "A word is missing."})
    assert not ChairAgreement.objects.standing().exists()


def test_step_is_recorded_and_corrected(demonstration, address, client_as):
    day = {"taken_on_day": "23", "taken_on_month": "August", "taken_on_year": "2016"}
    client = client_as("lead")
    lacking = client.post(
        address("step_create"), {"kind": "referring_body", "outcome": "approved", **day}
    )
    assert "Enter the body that referred the topic" in lacking.content.decode()
    client.post(
        address("step_create"), {"kind": "guidance_executive", "outcome": "approved", **day}
    )
    step = demonstration.validation_steps.get()
    client.post(
        address("step_correct", step.pk),
        {"outcome": "not_approved", "reason": "Misread.", "notes": "To come again.", **day},
    )
    page = read(client_as("chair"), address("step_list"))
    assert "Not approved To come again." in page
    assert "Corrected: Misread." in page
    assert "Records that were corrected Guidance Executive: approved on 23 August 2016" in page
    assert client.get(address("step_correct", step.pk)).status_code == 404


def test_supporters_are_taken_over_and_listed(round, comments, address, client_as):
    round.organisation_responses.update(interest=Interest.YES)
    client = client_as("analyst")
    assert "Take over 3 organisations" in read(client, address("supporter_list"))
    client.post(address("interest_take_over"))
    one = SupportingOrganisation.objects.with_names().first()
    for state, name in (("invited", ""), ("agreed", ""), ("listed", "Printed So")):
        one.refresh_from_db()
        given = {"state": state, "printed_name": name, "version": one.version}
        assert client.post(address("supporter_edit", one.pk), given).status_code == 302
    page = read(client, address("supporter_list"))
    assert "The list as it is published Printed So" in page
    collided = client.post(
        address("supporter_edit", one.pk), {"state": "withdrawn", "note": "Gone.", "version": 1}
    )
    assert "changed this after you opened it" in collided.content.decode()


def test_question_is_put_changed_and_removed(round, planned, address, client_as):
    client, here = client_as("analyst"), address("package_detail")
    client.post(address("question_create"), {"text": "Is it clear?", "version": 0})
    question = planned.committee_questions.get()
    statement = round.topic.statements.get(number=2)
    given = {"text": "Is it clear now?", "statement": statement.pk, "version": 1}
    client.post(address("question_edit", question.pk), given)
    assert "Statement 2: Is it clear now?" in read(client, here)
    client.post(address("question_remove", question.pk))
    assert not planned.committee_questions.exists()


def test_lead_issues_and_withdraws_the_package(theme, planned, people, address, client_as):
    client = client_as("lead")
    build_without_files(planned, people["lead"])
    assert "The denominator is narrowed." in read(client, address("package_read"))
    client.post(address("package_issue"))
    assert "Version 1, for the meeting on" in read(
        client_as("lay_member"), address("issued_package_detail")
    )
    overview = read(client_as("lay_member"), address("validation_detail"))
    assert "Version 1 , issued on" in overview
    client.post(address("package_withdraw", 1), {"reason": "A page is missing."})
    assert planned.committee_packages.get().is_withdrawn


def test_pages_take_as_many_queries_for_any_number_of_rows(
    round, theme, meeting, people, address, client_as
):
    client = client_as("lead")
    names = ("validation_detail", "agreed_change_list", "supporter_list", "step_list")
    pages = [address(name) for name in names]
    one_of_each(round.topic, meeting, people)
    client.get(pages[0])
    few = [count_queries(client, page) for page in pages]
    many_of_each(round.topic, meeting, people)
    assert [count_queries(client, page) for page in pages] == few


def one_of_each(topic, meeting, people):
    """A statement with its outcome and agreement, a step, a supporter, one that waits."""
    statement, by = topic.statements.get(number=1), people["lead"]
    agreed_with_themes(statement, meeting, by)
    actions.agree_wording(statement_version=statement.latest, by=people["chair"])
    approve(topic, people)
    response = topic.organisation_responses.first()
    response.interest = Interest.YES
    response.save(update_fields=["interest"])
    other = topic.organisation_responses.last().stakeholder
    actions.add_supporter(topic=topic, stakeholder=other, by=by)


def many_of_each(topic, meeting, people):
    """The other statements, each recorded twice; more steps and supporters."""
    for statement in topic.statements.exclude(number=1):
        first = agreed_with_themes(statement, meeting, people["lead"])
        agreed_with_themes(statement, meeting, people["lead"], supersedes=first)
        actions.agree_wording(statement_version=statement.latest, by=people["chair"])
    approve(topic, people, StepOutcome.APPROVED_WITH_CHANGES)
    topic.organisation_responses.update(interest=Interest.YES)
    for stakeholder in Stakeholder.objects.organisations().order_by("-name")[:5]:
        actions.add_supporter(topic=topic, stakeholder=stakeholder, by=people["lead"])


def agreed_with_themes(statement, meeting, by, supersedes=None):
    version = new_version(statement.topic, statement.number, "Other words.", by)
    return actions.record_agreed_change(
        meeting=meeting,
        statement=statement,
        outcome="changed",
        statement_version=version,
        themes=statement.topic.comment_themes.all(),
        reason="Clearer.",
        supersedes=supersedes,
        by=by,
    )


def test_page_says_beforehand_that_a_quorum_is_missing(round, meeting, address, client_as):
    here = address("agreed_change_create", 1)
    assert "quorum" not in read(client_as("analyst"), here)
    meeting.presences.all().delete()
    assert "0 of the 2 voting members that a quorum needs are" in read(client_as("analyst"), here)
    answer = client_as("analyst").post(here, {"outcome": "no_change", "reason": "It is clear."})
    assert b"There is no quorum for this statement" in answer.content
    assert not AgreedChange.objects.exists()
