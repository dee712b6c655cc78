"""A stage is answered, completed in its order by the lead, and reopened with a reason."""

import pytest

from qsdev.equality import actions
from qsdev.equality.content import content_by_stage
from qsdev.equality.models import Stage, StageCompletion
from qsdev.equality.progress import is_complete, stages_of
from qsdev.equality.questions import QUESTIONS
from qsdev.equality.tests.material import WORDS
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.tests.pages import last_event


def test_every_stage_has_questions_of_its_own():
    codes = [one.code for asked in QUESTIONS.values() for one in asked]
    assert list(QUESTIONS) == list(Stage)
    assert len(codes) == len(set(codes))


def test_answers_of_two_people_are_not_lost(assessment, people):
    assessment.answer(words="First.")
    with pytest.raises(EditCollision, match=people["analyst"].name) as collision:
        assessment.answer(version=1, words="Second.")
    assert set(collision.value.current.answers.values()) == {"First."}


def test_recording_an_issue_does_not_disturb_who_answers(assessment, demonstration):
    assessment.issue()
    assessment.answer(version=1)
    assert stages_of(demonstration)[0].answered == 3


def test_question_of_another_stage_is_not_answered(assessment, demonstration, people):
    with pytest.raises(RuleBroken, match="of this stage"):
        actions.answer_questions(
            topic=demonstration,
            stage=Stage.ENGAGEMENT,
            version=1,
            answers={"amended": "No."},
            by=people["analyst"],
        )
    assert not demonstration.equality_stages.exists()


def test_stage_is_completed_with_its_issues_and_answers(assessment, issue, demonstration, people):
    assessment.answer()
    completion = assessment.complete()

    assert (completion.completed_by, completion.found_no_issues) == (people["lead"], False)
    assert completion.content["issues"][0]["description"] == WORDS
    assert [one.state for one in stages_of(demonstration)] == ["Completed"] + ["Not begun"] * 3
    verb, who, detail = last_event(demonstration)
    assert (verb, who) == ("completed_equality_stage", people["lead"].pk)
    assert detail == {"stage": "engagement", "issues": [1]}


def test_absence_of_issues_is_said_explicitly(assessment):
    with pytest.raises(RuleBroken, match="say that no issues were identified"):
        assessment.complete()
    assert assessment.complete(found_no_issues=True).found_no_issues


def test_absence_of_issues_is_not_said_beside_issues(assessment, issue):
    assessment.answer()
    with pytest.raises(RuleBroken, match="cannot be said"):
        assessment.complete(found_no_issues=True)
    assert not StageCompletion.objects.exists()


def test_withdrawn_issues_count_as_none(assessment, issue, people):
    actions.withdraw_issue(issue=issue, version=1, reason="Wrong.", by=people["analyst"])
    assert assessment.complete(found_no_issues=True).content["issues"][0]["withdrawn"] == "Wrong."


def test_unfinished_stage_is_not_completed(assessment, people):
    assessment.take_over()
    with pytest.raises(RuleBroken, match="issue 1 first whom it concerns and how it is dealt"):
        assessment.complete()
    issue = assessment.topic.equality_issues.get()
    given = {"description": WORDS, "response": "", "raised_in": "team", "groups": ["age"]}
    actions.change_issue(issue=issue, version=1, by=people["analyst"], **given)
    with pytest.raises(RuleBroken, match="issue 1 first how it is dealt with"):
        assessment.complete()
    given["response"] = "Named in each statement."
    actions.change_issue(issue=issue, version=2, by=people["analyst"], **given)
    with pytest.raises(RuleBroken, match="Answer every question"):
        assessment.complete()
    assert not StageCompletion.objects.exists()


def test_stage_is_completed_only_as_it_was_seen(assessment, issue):
    assessment.answer()
    seen = assessment.seen(Stage.ENGAGEMENT)
    assessment.issue()
    with pytest.raises(RuleBroken, match="changed this stage after you opened it"):
        assessment.complete(seen=seen)
    assert not StageCompletion.objects.exists()


def test_stages_are_completed_in_their_order(assessment):
    with pytest.raises(RuleBroken, match="Complete “Topic overview and engagement” first"):
        assessment.complete(Stage.DEVELOPMENT, found_no_issues=True)
    assert not StageCompletion.objects.exists()


def test_assessment_is_complete_once_no_area_is_left_behind(assessment, demonstration):
    for stage in list(Stage)[:3]:
        assessment.complete(stage, found_no_issues=True)
    with pytest.raises(RuleBroken, match="no issue names it: take it over first"):
        assessment.complete(Stage.PUBLICATION, found_no_issues=True)
    area = demonstration.areas.get(reason="equality_assessment")
    assessment.issue(Stage.PUBLICATION, area=area)
    assessment.answer(Stage.PUBLICATION)

    assert not is_complete(demonstration)
    assessment.complete(Stage.PUBLICATION)
    assert is_complete(demonstration)
    assessment.reopen(Stage.DEVELOPMENT)
    assert not is_complete(demonstration)


def test_reopened_stage_keeps_what_was_completed(assessment, issue, demonstration, people):
    assessment.answer()
    assessment.complete()
    with pytest.raises(RuleBroken, match="Say why"):
        assessment.reopen(reason=" ")
    assessment.reopen()
    given = {"description": "Other words.", "response": "Done.", "raised_in": "team"}
    actions.change_issue(issue=issue, version=1, groups=["sex"], by=people["analyst"], **given)

    first = StageCompletion.objects.get()
    assert (first.reason_reopened, first.reopened_by) == ("A group was forgotten.", people["lead"])
    assert first.content["issues"][0]["description"] == WORDS
    assert stages_of(demonstration)[0].state == "Reopened"
    second = assessment.complete()
    assert second.content["issues"][0]["description"] == "Other words."
    assert StageCompletion.objects.count() == 2


def test_only_a_closed_stage_is_reopened(assessment, demonstration):
    with pytest.raises(RuleBroken, match="nothing to reopen"):
        assessment.reopen()
    assert not demonstration.equality_stages.exists()


def test_closed_stage_reads_as_it_was_closed(assessment, issue, demonstration):
    area = demonstration.areas.first()
    assessment.issue(area=area)
    assessment.answer()
    assessment.complete()
    demonstration.areas.filter(pk=area.pk).update(title="Renamed")

    closed = content_by_stage(demonstration)[Stage.ENGAGEMENT]
    assert closed["issues"][1]["about"] == [f"Area: {area.title}"]
