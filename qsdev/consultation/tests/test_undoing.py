"""What is done to many comments together is undone for those that nobody has changed since."""

import pytest
from django.urls import reverse

from qsdev.consultation import actions
from qsdev.consultation.models import CommentStep
from qsdev.errors import RuleBroken


@pytest.fixture
def theme(round, comments, people):
    return actions.add_theme(round=round, title="Data", by=people["analyst"])


def put(round, theme, numbers, by):
    actions.put_into_theme(topic=round.topic, numbers=numbers, theme=theme, by=by)
    return CommentStep.objects.latest("pk")


def themes(round):
    rows = round.comments.order_by("number").values_list("theme__title", flat=True)
    return [title or "" for title in rows]


def answer(comment, theme, by):
    comment.refresh_from_db()
    actions.answer_comment(
        comment=comment,
        theme=theme,
        version=comment.version,
        answer="Thank you.",
        answer_state="drafted",
        assignee=None,
        by=by,
    )


def test_each_goes_back_to_what_stood_before(round, theme, people):
    by = people["analyst"]
    other = actions.add_theme(round=round, title="Wording", by=by)
    put(round, other, [1], by)
    step = put(round, theme, [1, 2, 3], by)
    back, left = actions.undo_comment_step(step=step, by=by)
    assert (back, left) == ([1, 2, 3], [])
    assert themes(round) == ["Wording", "", "", "", ""]
    with pytest.raises(RuleBroken, match="undone already"):
        actions.undo_comment_step(step=step, by=by)


def test_what_was_changed_since_is_left_alone(round, theme, people, comments):
    by = people["analyst"]
    step = put(round, theme, [1, 2, 3], by)
    answer(comments[1], theme, people["lead"])
    assert actions.undo_comment_step(step=step, by=by) == ([1, 3], [2])
    assert themes(round) == ["", "Data", "", "", ""]
    step = put(round, theme, [4], by)
    answer(comments[3], theme, by)
    with pytest.raises(RuleBroken, match="cannot be undone"):
        actions.undo_comment_step(step=step, by=by)
    step.refresh_from_db()
    assert (step.undone_at, themes(round)[3]) == (None, "Data")


def test_steps_are_undone_one_after_the_other(round, theme, people, comments):
    by = people["analyst"]
    step = put(round, theme, [1, 2], by)
    actions.give_comments(topic=round.topic, numbers=[1, 2, 3], assignee=by, by=by)
    actions.undo_comment_step(step=CommentStep.objects.latest("pk"), by=by)
    assert not round.comments.exclude(assignee=None).exists()
    assert actions.undo_comment_step(step=step, by=by) == ([1, 2], [])
    comments[0].refresh_from_db()
    assert (themes(round), comments[0].version) == ([""] * 5, 5)


def test_theme_that_is_gone_gets_nothing_back(round, theme, people):
    by = people["analyst"]
    put(round, theme, [1], by)
    step = put(round, None, [1], by)
    actions.remove_theme(theme=theme, by=by)
    with pytest.raises(RuleBroken, match="what stood before is gone"):
        actions.undo_comment_step(step=step, by=by)


def test_workbench_offers_to_undo_to_who_did_it(round, theme, client_as):
    client, slug = client_as("analyst"), round.topic.slug
    together = reverse("consultation:comment_theme_together", args=[slug])
    sent = client.post(together, {"numbers": "2,4", "theme": theme.pk}, follow=True)
    page = sent.content.decode()
    undo = reverse("consultation:comment_step_undo", args=[slug, CommentStep.objects.get().pk])
    assert "2 comments are in the theme “Data”." in page
    assert f'action="{undo}"' in page
    start = reverse("consultation:comments", args=[slug])
    assert undo not in client_as("lead").get(start, follow=True).content.decode()
    page = client.post(undo, {"query": "state="}, follow=True).content.decode()
    assert "Undone for comments 2, 4: 2 comments are in the theme “Data”." in page
    assert f'action="{undo}"' not in page
    assert themes(round) == [""] * 5
