"""Drafting statements: for prioritised areas, under numbers that are never used again."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.committee.models import prioritised_areas
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import exchange, hold, next_position
from statements.actions.versions import change_statement, keep_version
from statements.models import QualityStatement, StatementKind

NOT_PRIORITISED = (
    "“{area}” is not prioritised by the committee: choose another area, or say why a statement is "
    "drafted for it all the same."
)


@transaction.atomic
def draft_statement(
    *, topic, area, short_title, by, kind=StatementKind.STANDARD, exception_reason=""
):
    """Begin a statement for a prioritised area; for another only with a recorded reason."""
    hold(topic.pk)
    if area.topic_id != topic.pk:
        raise RuleBroken("Choose an area of this topic.")
    is_prioritised = prioritised_areas(topic).filter(pk=area.pk).exists()
    if not is_prioritised and not exception_reason.strip():
        raise RuleBroken(NOT_PRIORITISED.format(area=area))
    statement = QualityStatement.objects.create(
        topic=topic,
        area=area,
        number=(topic.statements.aggregate(last=Max("number"))["last"] or 0) + 1,
        position=next_position(topic.statements.current()),
        kind=kind,
        short_title=short_title,
        exception_reason="" if is_prioritised else exception_reason.strip(),
        **first_change(by),
    )
    record("drafted_statement", statement, by=by, number=statement.number, area=area.pk)
    keep_version(statement=statement, by=by, reason="Drafted")
    return statement


@transaction.atomic
def write_statement(*, statement, version, by, reason, **texts):
    """Write a statement's title, kind and texts, with the reason for the change."""
    if not reason.strip():
        raise RuleBroken("Say why you change the statement: every version keeps its reason.")
    return change_statement(statement=statement, version=version, by=by, reason=reason, **texts)


@transaction.atomic
def move_statement(*, statement, direction, by):
    """Let a statement change places with its neighbour before it ("up") or after it ("down")."""
    hold(statement.topic_id)
    if exchange(statement.topic.statements.current(), statement.pk, direction):
        record("moved_statement", statement, by=by, direction=direction)


@transaction.atomic
def remove_statement(*, statement, version, reason, by, replaced_by=None):
    """Take a statement out of the standard: it keeps its number, and says what replaced it."""
    hold(statement.topic_id)
    if statement.is_removed:
        raise RuleBroken("The statement was removed already.")
    if not reason.strip():
        raise RuleBroken("Say why the statement is removed: readers are told.")
    if replaced_by is not None and (
        replaced_by.topic_id != statement.topic_id
        or replaced_by.pk == statement.pk
        or replaced_by.is_removed
    ):
        raise RuleBroken("Choose another statement of this standard that stands.")
    change_row(
        row=statement,
        version=version,
        by=by,
        removed_at=timezone.now(),
        removed_by=by,
        reason_removed=reason.strip(),
        replaced_by=replaced_by,
    )
    record("removed_statement", statement, by=by, number=statement.number)
    return statement
