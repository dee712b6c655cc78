"""Answering comments: themes gather them, a response is written once, changes are linked."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from qsdev.audit.actions import record
from qsdev.consultation.changing import versions_after
from qsdev.consultation.models import AnswerState, ChangeOfWording, Theme
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.models import Topic

TITLE_TAKEN = "There is a theme of that title already: choose another, or put comments there."


@transaction.atomic
def add_theme(*, round, title, by):
    """Add a theme to a consultation, after the others."""
    title = " ".join(title.split())
    Topic.objects.select_for_update().get(pk=round.topic_id)
    if round.themes.filter(title__iexact=title).exists():
        raise RuleBroken(TITLE_TAKEN)
    last = round.themes.aggregate(last=Max("position"))["last"] or 0
    about = {"topic_id": round.topic_id, "round": round, "title": title, "position": last + 1}
    try:
        with transaction.atomic():
            theme = Theme.objects.create(**about, **first_change(by))
    except IntegrityError as error:
        raise RuleBroken(TITLE_TAKEN) from error
    record("added_theme", theme, by=by)
    return theme


@transaction.atomic
def change_theme(*, theme, title, version, by, **answer):
    """Change a theme's title and the response to all of its comments."""
    changes = answer_of(**answer)
    try:
        with transaction.atomic():
            title = " ".join(title.split())
            change_row(row=theme, version=version, by=by, title=title, **changes)
    except IntegrityError as error:
        raise RuleBroken(TITLE_TAKEN) from error
    record("changed_theme", theme, by=by, state=theme.answer_state)
    return theme


def answer_of(*, answer, answer_state, assignee):
    """What a response changes in its row; without words there is no response."""
    answer = answer.strip()
    if not answer and answer_state == AnswerState.AGREED:
        raise RuleBroken("Write the response before you mark it as agreed.")
    if answer and answer_state == AnswerState.NONE:
        answer_state = AnswerState.DRAFTED
    return {
        "answer": answer,
        "answer_state": answer_state if answer else AnswerState.NONE,
        "assignee": assignee,
    }


def hold_theme(theme):
    """Keep a theme from being removed until the transaction ends, if there is one."""
    rows = Theme.objects.select_for_update(no_key=True)
    if theme and not rows.filter(pk=theme.pk).first():
        raise RuleBroken("Somebody removed this theme meanwhile: choose another.")


@transaction.atomic
def remove_theme(*, theme, by):
    """Remove a theme that gathers nothing and led to nothing."""
    hold_theme(theme)
    if theme.comments.exists():
        raise RuleBroken("Put its comments into other themes before you remove this one.")
    if theme.changes.exists():
        raise RuleBroken("This theme led to a change of wording, so it stays.")
    record("removed_theme", theme, by=by)
    theme.delete()


@transaction.atomic
def move_theme(*, theme, up, by):
    """Move a theme up or down by one; the report prints them in this order."""
    Topic.objects.select_for_update().get(pk=theme.topic_id)
    theme.refresh_from_db()
    others = theme.round.themes
    beside = (
        others.filter(position__lt=theme.position).last()
        if up
        else others.filter(position__gt=theme.position).first()
    )
    if beside is None:
        return theme
    here, there = theme.position, beside.position
    free = (others.aggregate(last=Max("position"))["last"] or 0) + 1
    for pk, position in ((theme.pk, free), (beside.pk, here), (theme.pk, there)):
        Theme.objects.filter(pk=pk).update(position=position)
    record("moved_theme", theme, by=by, position=there)
    theme.refresh_from_db()
    return theme


@transaction.atomic
def answer_comment(*, comment, theme, version, by, new_theme="", **answer):
    """Put a comment into a theme and write its own response, where the theme's is not enough.

    `new_theme` is the title of a theme that is added for it; where the rest is refused, it is not.
    """
    if new_theme:
        theme = add_theme(round=comment.round, title=new_theme, by=by)
    if theme and theme.round_id != comment.round_id:
        raise RuleBroken("Choose a theme of the consultation that the comment belongs to.")
    changes = answer_of(**answer)
    hold_theme(theme)
    change_row(row=comment, version=version, by=by, theme=theme, **changes)
    code = theme.pk if theme else None
    record("answered_comment", comment, by=by, theme=code, state=comment.answer_state)
    return comment


@transaction.atomic
def link_change(*, statement_version, note, by, theme=None, comment=None):
    """Say that a comment, or the comments of a theme, led to a version of a statement."""
    source = theme or comment
    if statement_version not in versions_after(source.round):
        raise RuleBroken("Choose a version that came after what was consulted on.")
    if not note.strip():
        raise RuleBroken("Say in a few words what was changed.")
    try:
        with transaction.atomic():
            change = ChangeOfWording.objects.create(
                topic_id=source.topic_id,
                statement_version=statement_version,
                theme=theme,
                comment=comment,
                note=note.strip(),
                made_by=by,
            )
    except IntegrityError as error:
        raise RuleBroken("This change of wording is linked already.") from error
    record("linked_change", change, by=by, version=statement_version.pk)
    return change


@transaction.atomic
def unlink_change(*, change, by):
    """Take back that something led to a change of wording; the version itself stays."""
    record("unlinked_change", change, by=by, version=change.statement_version_id)
    change.delete()
