"""Importing comments: a table is read and checked, and nothing but the import is written."""

from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.consultation.imports.checking import Consulted, check_rows
from qsdev.consultation.imports.columns import CORRECTABLE, LABELS, NEEDED
from qsdev.consultation.imports.reading import read_comments
from qsdev.consultation.models import CommentImport, CommentImportRow, CommentImportState
from qsdev.consultation.models.imports import OPEN
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.actions import uploads
from stakeholders.imports.words import without_identity

FOLDER = "comment-quarantine"
EMPTY = "Nothing is written in this row."


def start_import(*, round, file, file_name, received_on, by):
    """Read a table of comments and check its rows; returns the import.

    Its state says what is next: columns to be matched, rows to be checked, or refused.
    """
    if not hasattr(round, "consultation_draft"):
        raise RuleBroken("Issue the draft for consultation first: comments point at what it holds.")
    kept, digest, size = uploads.keep(file, FOLDER)
    about = {"topic": round.topic, "round": round, "sha256": digest, "size": size, "upload": kept}
    about |= {"file_name": uploads.name_to_show(file_name), "received_on": received_on}
    try:
        with uploads.local_path(kept) as path:
            outcome = read_comments(path, about["file_name"])
        with transaction.atomic():
            import_record = CommentImport.objects.create(**about, started_by=by)
            record("started_comment_import", import_record, by=by)
            return take_reading(import_record, outcome, 1)
    except BaseException:
        uploads.discard(kept)
        raise


def match_columns(*, import_record, columns, by, version, table=None, header_row=None):
    """Read the upload anew with the columns that a person matched (position to field)."""
    keys = [key for key in columns.values() if key]
    twice = sorted({LABELS[key] for key in keys if keys.count(key) > 1})
    if twice:
        raise RuleBroken(f"Choose one column alone for “{twice[0]}”.")
    missing = [LABELS[key] for key in NEEDED if key not in keys]
    if missing:
        raise RuleBroken(f"Choose the column that holds “{missing[0]}”.")
    if import_record.version != version or import_record.state not in OPEN:
        raise EditCollision(import_record)
    with uploads.local_path(import_record.upload.name) as path:
        outcome = read_comments(path, import_record.file_name, columns, table, header_row)
    with transaction.atomic():
        record("matched_comment_columns", import_record, by=by)
        return take_reading(import_record, outcome, version)


def take_reading(import_record, outcome, version):
    """Keep what a reading came to: rows and their findings, or a refusal and what it offers."""
    refused = outcome.get("refused")
    if refused:
        changes = refusal_kept(import_record, refused)
    else:
        kept = {name: outcome[name] for name in ("tables", "columns", "notices")}
        changes = {"state": CommentImportState.CHECKING, "refusal": "", **kept}
    here = CommentImport.objects.filter(pk=import_record.pk, state__in=OPEN, version=version)
    if not here.update(**changes, version=F("version") + 1):
        raise EditCollision(CommentImport.objects.get(pk=import_record.pk))
    import_record.rows.all().delete()
    import_record.refresh_from_db()
    if not refused:
        store_rows(import_record, outcome["rows"])
    return import_record


def refusal_kept(import_record, refused):
    """A refused file is deleted, unless a person can settle the matter by matching columns."""
    changes = {"refusal": refused["message"], "tables": refused["tables"]}
    if refused["scope"] == "mapping":
        return {"state": CommentImportState.MATCHING, **changes}
    transaction.on_commit(partial(uploads.discard, import_record.upload.name))
    ended = {"upload": "", "finished_at": timezone.now()}
    return {"state": CommentImportState.REFUSED, **ended, **changes}


def store_rows(import_record, rows):
    """Keep the rows of a file, each with what was found in it."""
    numbered = list(enumerate(rows, start=1))
    values = [(position, cells) for position, (_, cells, _) in numbered]
    found = check_rows(values, Consulted.of(import_record))
    CommentImportRow.objects.bulk_create(
        [
            CommentImportRow(
                import_record=import_record,
                position=position,
                place=place,
                cells=cells,
                **state_of([*notices, *found.get(position, [])]),
            )
            for position, (place, cells, notices) in numbered
        ],
        batch_size=500,
    )


def state_of(findings):
    """What findings make of a row; one in which nothing is written is left out by itself."""
    is_empty = any(found["code"] == "nothing_written" for found in findings)
    return {
        "findings": findings,
        "has_problem": any(found["severity"] == "problem" for found in findings),
        "is_refused": is_empty,
        "refusal_code": "empty" if is_empty else "",
        "refusal_reason": EMPTY if is_empty else "",
    }


def check_again(import_record):
    """Check the rows that are not imported anew; says whether anything came out differently."""
    rows = list(import_record.rows.filter(comment=None, is_refused=False))
    found = check_rows([(row.position, row.values) for row in rows], Consulted.of(import_record))
    changed = []
    for row in rows:
        kept = [each for each in row.findings if each["column"] is None]
        findings = kept + found.get(row.position, [])
        if findings != row.findings:
            row.findings = findings
            row.has_problem = any(each["severity"] == "problem" for each in findings)
            changed.append(row)
    CommentImportRow.objects.bulk_update(changed, ["findings", "has_problem"], batch_size=200)
    return bool(changed)


def claim_open(import_record, **changes):
    """Move a version on, of an import that is being checked."""
    here = CommentImport.objects.filter(pk=import_record.pk, state=CommentImportState.CHECKING)
    if not here.update(version=F("version") + 1, **changes):
        raise RuleBroken("This import has ended already: its rows stay as they are.")
    import_record.refresh_from_db()


@transaction.atomic
def correct_row(*, row, corrections, by):
    """Correct whom or what a row means; what the file said stays beside it, and the words whole."""
    wrong = set(corrections) - set(CORRECTABLE)
    if wrong:
        raise RuleBroken("An organisation’s words stay as they are: correct the other cells.")
    claim_open(row.import_record)
    kept = {
        key: without_identity(text.strip())
        for key, text in {**row.corrections, **corrections}.items()
        if text.strip() != row.cells.get(key, "")
    }
    CommentImportRow.objects.filter(pk=row.pk).update(corrections=kept)
    check_again(row.import_record)
    record("corrected_comment_row", row.import_record, by=by, row=row.pk, fields=sorted(kept))
    row.refresh_from_db()
    return row


@transaction.atomic
def refuse_row(*, row, code, reason, by):
    """Refuse a row with the reason, before the import is confirmed."""
    if not reason.strip():
        raise RuleBroken("Give the reason for refusing the row.")
    claim_open(row.import_record)
    CommentImportRow.objects.filter(pk=row.pk).update(
        is_refused=True, refusal_code=code, refusal_reason=reason.strip()
    )
    check_again(row.import_record)
    record("refused_comment_row", row.import_record, by=by, row=row.pk, code=code)
    row.refresh_from_db()
    return row


@transaction.atomic
def put_back_row(*, row, by):
    """Take the refusal of a row back; it is checked like the others."""
    claim_open(row.import_record)
    CommentImportRow.objects.filter(pk=row.pk).update(
        is_refused=False, refusal_code="", refusal_reason=""
    )
    check_again(row.import_record)
    record("put_back_comment_row", row.import_record, by=by, row=row.pk)
    row.refresh_from_db()
    return row


@transaction.atomic
def abandon_import(*, import_record, by):
    """Give an import up before it is confirmed: its rows and its upload are deleted."""
    here = CommentImport.objects.filter(pk=import_record.pk, state__in=OPEN)
    if not here.update(
        state=CommentImportState.ABANDONED,
        upload="",
        tables=[],
        finished_by=by,
        finished_at=timezone.now(),
        version=F("version") + 1,
    ):
        raise RuleBroken("This import has ended already, so it cannot be abandoned.")
    transaction.on_commit(partial(uploads.discard, import_record.upload.name))
    import_record.rows.all().delete()
    record("abandoned_comment_import", import_record, by=by)
    import_record.refresh_from_db()
    return import_record
