"""Settling rows that a confirmed import refused: imported after all, or refused for good."""

from django.db import transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.consultation.actions.confirming import check_takes_comments
from qsdev.consultation.actions.rows import NOT_REFUSED, kept_corrections
from qsdev.consultation.actions.writing import write_comments
from qsdev.consultation.imports.checking import Consulted, check_rows
from qsdev.consultation.models import CommentImportRow
from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic

SETTLED = "This row was settled already: look at the import again."


def held(row):
    """The row, locked with the topic's comments; refused unless somebody has yet to settle it."""
    topic = Topic.objects.select_for_update().get(pk=row.import_record.topic_id)
    rows = CommentImportRow.objects.unsettled().select_related("import_record__round")
    row = rows.filter(pk=row.pk).first()
    if row is None:
        raise RuleBroken(SETTLED)
    check_takes_comments(row.import_record.round)
    return topic, row


def check_alone(row):
    """Check a row anew by itself, and keep what was found."""
    found = check_rows([(row.position, row.values)], Consulted.of(row.import_record))
    kept = [each for each in row.findings if each["column"] is None]
    row.findings = kept + found.get(row.position, [])
    row.has_problem = bool(row.problems)
    CommentImportRow.objects.filter(pk=row.pk).update(
        findings=row.findings, has_problem=row.has_problem
    )


@transaction.atomic
def correct_refused_row(*, row, corrections, by):
    """Correct a row that was refused; it is not imported before somebody says so."""
    _, row = held(row)
    row.corrections = kept_corrections(row, corrections)
    CommentImportRow.objects.filter(pk=row.pk).update(corrections=row.corrections)
    check_alone(row)
    record(
        "corrected_comment_row",
        row.import_record,
        by=by,
        row=row.pk,
        fields=sorted(row.corrections),
    )
    return row


@transaction.atomic
def import_refused_row(*, row, by):
    """Import a row that was refused, now that nothing is wrong with it; returns its comment."""
    topic, row = held(row)
    check_alone(row)
    if row.has_problem:
        raise RuleBroken(row.problems[0]["message"])
    CommentImportRow.objects.filter(pk=row.pk).update(**NOT_REFUSED)
    row.refresh_from_db()
    comment = write_comments(row.import_record, topic, [row])[0]
    record("imported_refused_row", row.import_record, by=by, row=row.pk, comment=comment.pk)
    return comment


@transaction.atomic
def settle_rows(*, import_record, rows, code, reason, by):
    """Say that the refusal of rows stands, and why; returns how many were still to be settled."""
    if not reason.strip():
        raise RuleBroken("Give the reason for refusing the row.")
    Topic.objects.select_for_update().get(pk=import_record.topic_id)
    here = CommentImportRow.objects.unsettled().filter(import_record=import_record)
    settled = sorted(here.filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    if not settled:
        raise RuleBroken(SETTLED)
    CommentImportRow.objects.filter(pk__in=settled).update(
        refusal_code=code,
        refusal_reason=reason.strip(),
        settled_by=by,
        settled_at=timezone.now(),
    )
    record("settled_comment_rows", import_record, by=by, rows=settled, code=code)
    return len(settled)


@transaction.atomic
def reopen_row(*, row, by):
    """Take back that the refusal of a row stands: it is to be settled again."""
    Topic.objects.select_for_update().get(pk=row.import_record.topic_id)
    check_takes_comments(row.import_record.round)
    settled = CommentImportRow.objects.settled().filter(pk=row.pk)
    keys = list(settled.values_list("pk", flat=True))
    if not CommentImportRow.objects.filter(pk__in=keys).update(settled_by=None, settled_at=None):
        raise RuleBroken("Only a row whose refusal stands can be taken up again.")
    record("reopened_comment_row", row.import_record, by=by, row=row.pk)
    row.refresh_from_db()
    return row
