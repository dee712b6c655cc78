"""The assessment's pages: who may open what, what each shows, and that nothing typed is lost."""

from qsdev.equality import actions
from qsdev.equality.models import EqualityIssue, Stage, StageCompletion
from qsdev.equality.questions import QUESTIONS
from qsdev.equality.tests.material import DONE, WORDS
from qsdev.topics.tests.pages import (
    address,
    count_queries,
    errors_of,
    first_column,
    value_of,
    words_of,
)


def at(stage, name="stage_detail", *more):
    return address(f"equality:{name}", stage, *more)


def written(**changes):
    """An issue as the form sends it."""
    given = {"protected": ["age"], "others": ["looked_after"], "description": WORDS}
    return given | {"response": DONE, "raised_in": "team", "version": 1} | changes


def test_overview_counts_issues_by_stage_and_by_group(assessment, issue, client_as):
    page = client_as("chair").get(address("equality:stage_list"))

    assert "0 of 4 stages are completed." in words_of(page)
    assert "Topic overview and engagement 1 0 0 of 3 Under way" in words_of(page)
    assert "Looked-after children and care leavers 1 0 0 0" in words_of(page)
    assert "Marriage and civil partnership 0 0 0 0" in words_of(page)


def test_issue_is_recorded_on_its_page(assessment, demonstration, client_as):
    client, suggestion = client_as("analyst"), demonstration.suggestions.first()
    empty = client.post(at(Stage.ENGAGEMENT, "issue_create"), {"raised_in": "team"})
    page = client.post(
        at(Stage.ENGAGEMENT, "issue_create"),
        written(suggestion_number=suggestion.number, who="Children in foster care"),
        follow=True,
    )

    assert errors_of(empty) == [
        "Choose at least one characteristic or disadvantage",
        "Enter an answer to “What is the issue?”",
    ]
    words = words_of(page)
    assert page.redirect_chain[-1][0] == f"{at(Stage.ENGAGEMENT)}#issue-1"
    for expected in (WORDS, DONE, "Children in foster care", f"Suggestion {suggestion.number}"):
        assert expected in words


def test_number_of_no_suggestion_and_an_unnamed_disadvantage_are_refused(assessment, client_as):
    client, page = client_as("analyst"), at(Stage.ENGAGEMENT, "issue_create")
    refused = client.post(page, written(suggestion_number=99999, others=["other"]))

    assert errors_of(refused) == [
        "Say who is at this other disadvantage",
        "There is no suggestion 99999 in this topic",
    ]
    assert not EqualityIssue.objects.exists()


def test_second_of_two_writers_sees_both_texts(assessment, issue, client_as):
    client = client_as("analyst")
    page = address("equality:issue_edit", 1)
    client.post(page, written(response="First response.", protected=["race"]))
    late = client.post(page, written(response="Second response."))

    assert late.status_code == 422
    assert "changed this after you opened it" in errors_of(late)[0]
    assert "As it now stands Who is concerned Race, Looked-after children" in words_of(late)
    assert "First response." in words_of(late)
    assert value_of(late, "response") == "Second response."
    client.post(page, written(response="Both.", version=value_of(late, "version")))
    assert EqualityIssue.objects.get().response == "Both."


def test_issue_is_withdrawn_with_a_reason_on_its_page(assessment, issue, client_as):
    client, page = client_as("analyst"), address("equality:issue_withdraw", 1)
    late = client.post(page, {"reason": "Said twice.", "version": 7})
    assert "changed this after you opened it" in errors_of(late)[0]
    shown = client.post(page, {"reason": "Said twice.", "version": 1}, follow=True)

    assert f"Issue 1 : {WORDS} Withdrawn: Said twice." in words_of(shown)
    edit = client.post(address("equality:issue_edit", 1), written(version=2))
    assert "The issue was withdrawn already" in errors_of(edit)[0]


def test_earlier_issue_is_continued_with_one_click(assessment, issue, client_as):
    client = client_as("analyst")
    stage = client.get(at(Stage.DEVELOPMENT))
    page = client.get(at(Stage.DEVELOPMENT, "issue_create") + "?continues=1")
    client.post(at(Stage.DEVELOPMENT, "issue_create"), written(continues=issue.pk))

    assert "Continue it here : issue 1" in words_of(stage).replace("here:", "here :")
    assert f"Continues issue 1: {WORDS}" in words_of(page)
    assert "Continues issue 1" in words_of(client.get(at(Stage.DEVELOPMENT)))
    assert "Continued as issue 2" in words_of(client.get(at(Stage.ENGAGEMENT)))


def test_area_is_offered_on_the_first_open_stage_and_taken_over(
    assessment, demonstration, client_as
):
    client, area = client_as("analyst"), demonstration.areas.get(reason="equality_assessment")
    filed = area.filings.select_related("suggestion").first().suggestion
    overview, first = client.get(address("equality:stage_list")), client.get(at(Stage.ENGAGEMENT))
    taken = client.post(at(Stage.ENGAGEMENT, "area_take", area.pk), follow=True)

    offered = f"“{area.title}” is to be handled by this assessment, but no issue names it yet."
    assert offered in words_of(overview)
    assert f"Suggestion {filed.number}" in words_of(first)
    assert "Areas handled by" not in words_of(client.get(at(Stage.DEVELOPMENT)))
    assert f"“{area.title}” is issue 1: say whom it concerns" in words_of(taken)
    assert "Areas handled by" not in words_of(taken)
    edit = words_of(client.get(address("equality:issue_edit", 1)))
    assert f"Suggestions filed under its area Suggestion {filed.number}" in edit
    again = client.post(at(Stage.ENGAGEMENT, "area_take", area.pk), follow=True)
    assert "was taken over already" in words_of(again)


def test_area_is_offered_later_where_the_first_stage_is_closed(assessment, client_as):
    assessment.complete(found_no_issues=True)
    client = client_as("analyst")

    assert "Areas handled by" not in words_of(client.get(at(Stage.ENGAGEMENT)))
    assert "Areas handled by" in words_of(client.get(at(Stage.DEVELOPMENT)))
    chair = words_of(client_as("chair").get(at(Stage.DEVELOPMENT)))
    assert ("Areas handled by" in chair, "Take it over" in chair) == (True, False)


def test_second_of_two_who_answer_sees_both_texts(assessment, client_as):
    client, page = client_as("analyst"), at(Stage.PUBLICATION, "stage_answer")
    client.post(page, {"version": 1, "amended": "Nothing.", "considered": ""})
    late = client.post(page, {"version": 1, "amended": "A word.", "considered": "Yes."})

    assert "changed this after you opened it" in errors_of(late)[0]
    assert "Nothing." in words_of(late)
    assert value_of(late, "amended") == "A word."
    client.post(page, {"version": value_of(late, "version"), "amended": "Both.", "considered": ""})
    assert "Both." in words_of(client.get(at(Stage.PUBLICATION)))


def test_lead_completes_and_reopens_a_stage(assessment, issue, client_as):
    assessment.answer()
    client, page = client_as("lead"), at(Stage.ENGAGEMENT, "stage_complete")
    asked = client.get(page)
    assert (WORDS in words_of(asked), "found_no_issues" in asked.content.decode()) == (True, False)
    done = client.post(page, {"seen": value_of(asked, "seen")}, follow=True)
    closed = client_as("analyst").get(at(Stage.ENGAGEMENT))
    assert "“Topic overview and engagement” is completed." in words_of(done)
    assert "Its issues and answers are frozen." in words_of(closed)
    assert "Record an issue" not in words_of(closed)
    late = client_as("analyst").post(at(Stage.ENGAGEMENT, "issue_create"), written())
    assert "nothing in it can be changed" in errors_of(late)[0]

    client.post(at(Stage.ENGAGEMENT, "stage_reopen"), {"reason": "One was forgotten."})
    actions.withdraw_issue(issue=issue, version=1, reason="Wrong.", by=assessment.analyst)
    assert "One was forgotten." in words_of(client.get(at(Stage.ENGAGEMENT)))
    kept = client.get(address("equality:completion_detail", StageCompletion.objects.get().pk))
    assert (WORDS in words_of(kept), "Withdrawn" in words_of(kept)) == (True, False)


def test_lead_says_that_there_are_no_issues(assessment, client_as):
    client, page = client_as("lead"), at(Stage.ENGAGEMENT, "stage_complete")
    seen = value_of(client.get(page), "seen")
    silent = client.post(page, {"seen": seen})
    client.post(page, {"seen": seen, "found_no_issues": "on"})

    assert "say that no issues were identified" in errors_of(silent)[0]
    assert "No issues were identified." in words_of(client.get(at(Stage.ENGAGEMENT)))


def test_stage_that_changed_meanwhile_is_looked_at_again(assessment, issue, client_as):
    assessment.answer()
    client, page = client_as("lead"), at(Stage.ENGAGEMENT, "stage_complete")
    seen = value_of(client.get(page), "seen")
    assessment.issue(description="Something new.")
    late = client.post(page, {"seen": seen})

    assert "changed this stage after you opened it" in errors_of(late)[0]
    assert "Something new." in words_of(late)
    client.post(page, {"seen": value_of(late, "seen")})
    assert StageCompletion.objects.get().content["issues"][1]["description"] == "Something new."


def test_lead_is_told_all_that_is_unfinished(assessment, client_as):
    assessment.take_over()
    assessment.issue(response="")
    page = words_of(client_as("lead").get(at(Stage.ENGAGEMENT, "stage_complete")))

    assert "issue 1 first whom it concerns and how it is dealt with." in page
    assert "issue 2 first how it is dealt with. Answer every question of this stage first." in page


def test_nobody_begins_to_type_into_what_is_closed(assessment, issue, client_as):
    assessment.answer()
    assessment.complete()
    gone = assessment.issue(Stage.DEVELOPMENT)
    actions.withdraw_issue(issue=gone, version=1, reason="Wrong.", by=assessment.analyst)
    client = client_as("analyst")

    for page in (
        at(Stage.ENGAGEMENT, "issue_create"),
        at(Stage.ENGAGEMENT, "stage_answer"),
        address("equality:issue_edit", 1),
        address("equality:issue_withdraw", 1),
    ):
        assert client.get(page).url == at(Stage.ENGAGEMENT)
    assert client.get(address("equality:issue_edit", 2)).url == at(Stage.DEVELOPMENT)
    assert client.get(at(Stage.DEVELOPMENT, "issue_create")).status_code == 200


def test_every_question_stands_on_its_stage(assessment, client_as):
    client = client_as("chair")
    for stage, questions in QUESTIONS.items():
        page = words_of(client.get(at(stage)))
        assert [one.words for one in questions if one.words not in page] == []


def test_words_of_an_issue_run_nothing(assessment, client_as):
    assessment.issue(description="<script>alert(1)</script>", response="<b>x</b>")
    page = client_as("analyst").get(at(Stage.ENGAGEMENT)).content.decode()

    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_unknown_stage_is_not_found(assessment, client_as):
    assert client_as("lead").get(at("elsewhere")).status_code == 404


def test_assessment_is_for_the_team_and_the_chair(assessment, client_as):
    overview = address("equality:stage_list")
    for key in ("lay_member", "observer", "administrator"):
        assert client_as(key).get(overview).status_code == 403
    assert first_column(client_as("chair").get(overview))[:4] == list(Stage.labels)
    for name in ("issue_create", "stage_answer"):
        assert client_as("chair").get(at(Stage.ENGAGEMENT, name)).status_code == 403
    assert client_as("analyst").get(at(Stage.ENGAGEMENT, "stage_complete")).status_code == 403


def test_pages_take_as_many_queries_for_one_issue_as_for_ten(
    assessment, issue, demonstration, client_as
):
    client = client_as("analyst")
    pages = [address("equality:stage_list"), at(Stage.ENGAGEMENT), at(Stage.DEVELOPMENT)]
    few = [count_queries(client, page) for page in pages]
    area, suggestion = demonstration.areas.first(), demonstration.suggestions.first()
    for _ in range(9):
        assessment.issue(area=area, suggestion=suggestion)

    assert [count_queries(client, page) for page in pages] == few
