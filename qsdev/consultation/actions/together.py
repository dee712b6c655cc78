"""Acting on many comments at once, each time as one step that can be undone."""

from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from qsdev.accounts.models import User
from qsdev.audit.actions import record
from qsdev.consultation.actions.answering import add_theme, hold_theme
from qsdev.consultation.models import (
    Comment,
    CommentStep,
    CommentStepChange,
    CommentStepKind,
    Theme,
)
from qsdev.errors import RuleBroken

#: The field that a step of each kind changes.
FIELDS = {CommentStepKind.THEMED: "theme_id", CommentStepKind.GIVEN: "assignee_id"}
ROWS = {CommentStepKind.THEMED: Theme, CommentStepKind.GIVEN: User}


@transaction.atomic
def put_into_theme(*, topic, numbers, theme, by, new_theme=""):
    """Put comments into a theme, or into none, as one step; returns how many changed.

    `new_theme` is the title of a theme that is added for them in their consultation.
    """
    if new_theme:
        first = topic.comments.filter(number__in=numbers).select_related("round").first()
        theme = add_theme(round=first.round, title=new_theme, by=by) if first else None
    hold_theme(theme)
    comments = Comment.objects.filter(topic=topic, number__in=numbers)
    if theme and comments.exclude(round=theme.round_id).exists():
        raise RuleBroken("Choose comments of the consultation that the theme belongs to.")
    key = theme.pk if theme else None
    changed = take_step(topic, comments, CommentStepKind.THEMED, key, by)
    if changed:
        record("put_into_theme", topic, by=by, theme=key, comments=changed)
    return len(changed)


@transaction.atomic
def give_comments(*, topic, numbers, assignee, by):
    """Say who answers some comments, or nobody in particular; returns how many changed."""
    comments = Comment.objects.filter(topic=topic, number__in=numbers)
    key = assignee.pk if assignee else None
    changed = take_step(topic, comments, CommentStepKind.GIVEN, key, by)
    if changed:
        record("gave_comments", topic, by=by, assignee=key, comments=changed)
    return len(changed)


def take_step(topic, comments, kind, value, by):
    """Write one value into comments and keep what stood before; returns the numbers changed.

    Rows are held in the order of their keys, so that two steps wait for one another.
    """
    field = FIELDS[kind]
    held = list(comments.order_by("pk").select_for_update(of=["self"]))
    changing = [one for one in held if getattr(one, field) != value]
    if not changing:
        return []
    write(changing, field, value, by)
    step = CommentStep.objects.create(
        topic=topic, round_id=changing[0].round_id, kind=kind, value=value, made_by=by
    )
    CommentStepChange.objects.bulk_create(
        CommentStepChange(
            step=step,
            comment=one,
            before=getattr(one, field),
            version_after=one.version + 1,
        )
        for one in changing
    )
    return sorted(one.number for one in changing)


def write(comments, field, value, by):
    """Write a value into comments that are held; whoever opened one before is told."""
    Comment.objects.filter(pk__in=[one.pk for one in comments]).update(
        **{field: value}, version=F("version") + 1, changed_by=by, changed_at=timezone.now()
    )


@transaction.atomic
def undo_comment_step(*, step, by):
    """Put back what stood before a step, of the comments that nobody has changed since.

    Returns the numbers put back and the numbers left as they are.
    """
    step = CommentStep.objects.select_for_update().get(pk=step.pk)
    if step.undone_at:
        raise RuleBroken("This step was undone already.")
    back, left = sorted_out(step)
    if not back:
        raise RuleBroken(
            "This cannot be undone: every comment was changed since, or what stood before is"
            " gone. Open them and change them by hand."
        )
    for value, comments in back.items():
        write(comments, FIELDS[step.kind], value, by)
    put_back = [one for comments in back.values() for one in comments]
    carry_on(put_back)
    CommentStep.objects.filter(pk=step.pk).update(undone_at=timezone.now(), undone_by=by)
    numbers = sorted(one.number for one in put_back)
    record("undid_comment_step", step.topic, by=by, step=step.pk, comments=numbers)
    return numbers, sorted(one.number for one in left)


def sorted_out(step):
    """The comments to put back, by the value that they go back to, and those that stay.

    Themes are held before comments, as wherever both are.
    """
    changes = list(step.changes.all())
    keys = {one.before for one in changes} - {None}
    rows = ROWS[step.kind]._default_manager.filter(pk__in=keys).order_by("pk")
    there = {None, *(row.pk for row in rows.select_for_update(no_key=True))}
    changed = Comment.objects.filter(step_changes__step=step)
    held = {one.pk: one for one in changed.order_by("pk").select_for_update(of=["self"])}
    back, left = {}, []
    for one in changes:
        comment = held[one.comment_id]
        if comment.version == one.version_after and one.before in there:
            back.setdefault(one.before, []).append(comment)
        else:
            left.append(comment)
    return back, left


def carry_on(comments):
    """Let the steps before the one undone be undone too: nothing else changed in between.

    The step made a version and undoing it another, so what an earlier step came to lies two back.
    """
    version = Subquery(Comment.objects.filter(pk=OuterRef("comment")).values("version")[:1])
    CommentStepChange.objects.filter(
        comment__in=[one.pk for one in comments],
        step__undone_at=None,
        version_after=version - 2,
    ).update(version_after=version)
