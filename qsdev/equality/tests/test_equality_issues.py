"""Issues are recorded, changed, continued and withdrawn; none is lost, and closed stages stay."""

import pytest

from qsdev.equality import actions
from qsdev.equality.areas import areas_to_take_over
from qsdev.equality.content import later_issues
from qsdev.equality.models import EqualityIssue, Group, RaisedIn, Stage
from qsdev.equality.tests.material import DONE, WORDS
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions import add_area, create_topic, remove_area
from qsdev.topics.tests.pages import history_length, last_event
from statements.actions import draft_statement


def said(issue, **changes):
    """All that a change of an issue says."""
    names = ("description", "response", "raised_in", "who", "area", "statement", "suggestion")
    given = {name: getattr(issue, name) for name in (*names, "continues")}
    return given | {"groups": issue.groups, "version": issue.version} | changes


def test_issue_is_recorded_with_all_that_it_concerns(assessment, demonstration, people):
    statement = draft_statement(
        topic=demonstration,
        area=demonstration.areas.first(),
        short_title="Assessment",
        exception_reason="To be tested.",
        by=people["analyst"],
    )
    suggestion = demonstration.suggestions.first()
    groups = [Group.SEX, Group.AGE, Group.DETENTION]
    issue = assessment.issue(
        Stage.DEVELOPMENT, groups=groups, statement=statement, suggestion=suggestion
    )

    issue = demonstration.equality_issues.get()
    assert issue.groups == [Group.AGE, Group.SEX, Group.DETENTION]
    assert (issue.number, issue.statement, issue.suggestion) == (1, statement, suggestion)
    assert last_event(demonstration) == (
        "recorded_equality_issue",
        people["analyst"].pk,
        {"number": 1, "stage": "development", "to": ["sex", "age", "detention"]},
    )


def test_issue_says_whom_it_concerns_and_what_it_is(assessment, demonstration):
    before = history_length(demonstration)
    for wrong, why in (
        ({"groups": []}, "at least one characteristic"),
        ({"groups": [Group.OTHER]}, "in your own words"),
        ({"description": " "}, "what the issue is"),
    ):
        with pytest.raises(RuleBroken, match=why):
            assessment.issue(**wrong)
    assert (EqualityIssue.objects.count(), history_length(demonstration)) == (0, before)


def test_issue_names_nothing_of_another_topic(assessment, demonstration, people):
    other = create_topic(slug="other", title="Other", by=people["administrator"])
    area = add_area(topic=other, title="Elsewhere", by=people["administrator"])
    with pytest.raises(RuleBroken, match="an area of this topic"):
        assessment.issue(area=area)
    assert not EqualityIssue.objects.exists()


def test_second_of_two_who_change_an_issue_is_told_and_loses_nothing(issue, people):
    first, second = people["analyst"], people["lead"]
    opened = said(issue, response="Named in statement 1.")
    actions.change_issue(issue=issue, by=first, **said(issue, groups=[Group.RACE]))
    with pytest.raises(EditCollision, match=first.name) as collision:
        actions.change_issue(issue=issue, by=second, **opened)

    kept = EqualityIssue.objects.get()
    assert (kept.response, kept.groups, kept.version) == (DONE, [Group.RACE], 2)
    assert collision.value.current == kept


def test_withdrawn_issue_keeps_its_number_and_reason(assessment, issue, people):
    by = people["analyst"]
    with pytest.raises(RuleBroken, match="Say why"):
        actions.withdraw_issue(issue=issue, version=1, reason=" ", by=by)
    actions.withdraw_issue(issue=issue, version=1, reason="Said twice.", by=by)
    again = assessment.issue()

    kept = EqualityIssue.objects.get(number=1)
    assert (kept.reason_withdrawn, kept.withdrawn_by, again.number) == ("Said twice.", by, 2)
    with pytest.raises(RuleBroken, match="withdrawn already"):
        actions.change_issue(issue=issue, by=by, **said(issue))


def test_issue_continues_one_of_an_earlier_stage(assessment, issue, demonstration, people):
    later = assessment.issue(Stage.CONSULTATION, continues=issue)
    assert later_issues(demonstration) == {1: [2]}
    for stage, earlier in ((Stage.CONSULTATION, later), (Stage.ENGAGEMENT, later)):
        with pytest.raises(RuleBroken, match="an earlier stage"):
            assessment.issue(stage, continues=earlier)

    actions.withdraw_issue(issue=issue, version=1, reason="Wrong.", by=people["analyst"])
    with pytest.raises(RuleBroken, match="not withdrawn"):
        assessment.issue(Stage.PUBLICATION, continues=issue)
    changed = actions.change_issue(issue=later, by=people["lead"], **said(later, who="Babies"))
    assert (changed.continues, changed.who) == (issue, "Babies")


def test_area_handled_here_is_taken_over_once(assessment, demonstration):
    area = areas_to_take_over(demonstration).get()
    issue = assessment.take_over()

    assert issue.area == area
    assert issue.description.startswith(area.title)
    assert (issue.groups, issue.raised_in) == ([], RaisedIn.ENGAGEMENT)
    assert not areas_to_take_over(demonstration).exists()
    with pytest.raises(RuleBroken, match="taken over already"):
        assessment.take_over(Stage.DEVELOPMENT)
    with pytest.raises(RuleBroken, match="not handled by"):
        assessment.take_over(area=demonstration.areas.first())
    assert EqualityIssue.objects.count() == 1


def test_area_whose_issue_was_withdrawn_is_offered_again(assessment, demonstration, people):
    issue = assessment.take_over()
    actions.withdraw_issue(issue=issue, version=1, reason="By mistake.", by=people["analyst"])

    assert areas_to_take_over(demonstration).get() == issue.area
    assert assessment.take_over().number == 2


def test_area_that_an_issue_names_is_not_removed(assessment, demonstration, people):
    by = people["analyst"]
    given = {"kind": "additional", "reason": "equality_assessment"}
    named, free = (
        add_area(topic=demonstration, title=title, by=by, **given) for title in ("Named", "Free")
    )
    assessment.take_over(area=named)
    with pytest.raises(RuleBroken, match="“Named” still has"):
        remove_area(area=named, by=by)
    remove_area(area=free, by=by)
    assert demonstration.areas.get(title="Named") == named


def test_nothing_changes_in_a_stage_that_is_closed(assessment, issue, demonstration, people):
    assessment.answer()
    assessment.complete()
    before, by = history_length(demonstration), people["analyst"]
    for change in (
        assessment.issue,
        assessment.answer,
        assessment.take_over,
        lambda: actions.change_issue(issue=issue, by=by, **said(issue)),
        lambda: actions.withdraw_issue(issue=issue, version=1, reason="Wrong.", by=by),
    ):
        with pytest.raises(RuleBroken, match=f"was completed by {people['lead'].name}"):
            change()
    assert history_length(demonstration) == before
    assert EqualityIssue.objects.get().description == WORDS
