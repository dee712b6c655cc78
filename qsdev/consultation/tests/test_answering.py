"""Comments are themed in bulk, a response is written once, and changes of wording are linked."""

import pytest

from qsdev.consultation import actions
from qsdev.consultation.models import AnswerState, ChangeOfWording, Theme
from qsdev.consultation.tests.material import new_version
from qsdev.errors import EditCollision, RuleBroken

AGREED, NONE, DRAFTED = AnswerState.AGREED, AnswerState.NONE, AnswerState.DRAFTED


@pytest.fixture
def theme(round, comments, people):
    return actions.add_theme(round=round, title="Data", by=people["analyst"])


def answer(theme, people, text="The measure was changed.", state=AGREED):
    return actions.change_theme(
        theme=theme,
        title=theme.title,
        version=theme.version,
        answer=text,
        answer_state=state,
        assignee=people["analyst"],
        by=people["analyst"],
    )


def test_response_to_a_theme_answers_all_its_comments(round, theme, people):
    by = people["analyst"]
    count = actions.put_into_theme(topic=round.topic, numbers=[1, 4], theme=theme, by=by)
    answer(theme, people)
    answered = round.comments.answered().values_list("number", flat=True)
    assert (count, list(answered)) == (2, [1, 4])
    assert round.comments.get(number=4).given_answer == "The measure was changed."


def test_drafted_response_answers_nothing_yet(round, theme, people):
    actions.put_into_theme(topic=round.topic, numbers=[1], theme=theme, by=people["analyst"])
    answer(theme, people, state=DRAFTED)
    assert round.comments.unanswered().count() == 5


def test_own_response_goes_before_the_themes(round, theme, people, comments):
    answer(theme, people)
    actions.answer_comment(
        comment=comments[0],
        theme=theme,
        version=1,
        answer="Thank you.",
        answer_state=DRAFTED,
        assignee=None,
        by=people["analyst"],
    )
    comment = round.comments.get(number=1)
    assert (comment.given_answer, comment.given_state) == ("Thank you.", DRAFTED)
    assert not round.comments.answered().exists()


def test_theming_touches_what_is_named_and_nothing_else(round, theme, people):
    actions.put_into_theme(topic=round.topic, numbers=[1, 2], theme=theme, by=people["analyst"])
    again = actions.put_into_theme(
        topic=round.topic, numbers=[1, 2, 3], theme=theme, by=people["analyst"]
    )
    assert (again, theme.comments.count()) == (1, 3)
    actions.put_into_theme(topic=round.topic, numbers=[2], theme=None, by=people["analyst"])
    assert list(theme.comments.values_list("number", flat=True)) == [1, 3]


def test_agreed_without_words_is_refused(theme, people):
    with pytest.raises(RuleBroken, match="Write the response"):
        answer(theme, people, text=" ")
    theme.refresh_from_db()
    assert theme.answer_state == NONE


def test_second_of_two_editors_is_told(theme, people):
    version = theme.version
    answer(theme, people)
    with pytest.raises(EditCollision):
        actions.change_theme(
            theme=theme,
            title="Other",
            version=version,
            answer="Mine.",
            answer_state=AGREED,
            assignee=None,
            by=people["lead"],
        )
    assert Theme.objects.get().answer == "The measure was changed."


def test_theme_with_comments_is_not_removed(round, theme, people):
    actions.put_into_theme(topic=round.topic, numbers=[1], theme=theme, by=people["analyst"])
    with pytest.raises(RuleBroken, match="into other themes"):
        actions.remove_theme(theme=theme, by=people["analyst"])
    assert Theme.objects.count() == 1


def test_title_of_a_theme_is_there_once(round, theme, people):
    with pytest.raises(RuleBroken, match="of that title already"):
        actions.add_theme(round=round, title="Data", by=people["analyst"])


def test_themes_are_moved_up_and_down(round, theme, people):
    other = actions.add_theme(round=round, title="Wording", by=people["analyst"])
    actions.move_theme(theme=other, up=True, by=people["analyst"])
    assert [one.title for one in round.themes.all()] == ["Wording", "Data"]
    actions.move_theme(theme=other, up=True, by=people["analyst"])
    assert [one.title for one in round.themes.all()] == ["Wording", "Data"]


def test_change_of_wording_leads_from_theme_to_version_and_back(round, theme, people):
    version = new_version(round.topic, 1, "People get it soon.", people["analyst"])
    change = actions.link_change(
        theme=theme, statement_version=version, note="Narrowed.", by=people["analyst"]
    )
    assert [one.theme for one in version.changes_of_wording.all()] == [theme]
    actions.unlink_change(change=change, by=people["analyst"])
    assert not ChangeOfWording.objects.exists()


def test_version_that_was_consulted_on_is_no_change(round, theme, people):
    consulted = round.consultation_draft.statements.get(number=1).statement_version
    with pytest.raises(RuleBroken, match="came after"):
        actions.link_change(
            theme=theme, statement_version=consulted, note="None.", by=people["analyst"]
        )
    assert not ChangeOfWording.objects.exists()


def test_redaction_is_refused(comments, people):
    for passage, reason, message in (
        ("many", "", "Give the reason"),
        ("elephants", "Private.", "does not stand"),
        ("children", "Names children", "without repeating"),
    ):
        with pytest.raises(RuleBroken, match=message):
            actions.redact_comment(
                comment=comments[0], passage=passage, reason=reason, by=people["analyst"]
            )
    comments[0].refresh_from_db()
    assert comments[0].text == "The denominator counts too many children."
