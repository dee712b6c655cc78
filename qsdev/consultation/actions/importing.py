"""Importing comments: a table is read and checked, and nothing but the import is written."""

from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.consultation.actions.rows import store_rows
from qsdev.consultation.imports.columns import LABELS, NEEDED
from qsdev.consultation.imports.reading import read_comments
from qsdev.consultation.models import CommentImport
from qsdev.errors import EditCollision, RuleBroken
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job
from stakeholders.actions import uploads
from stakeholders.imports.spooling import opened_spool
from stakeholders.models import ImportState
from stakeholders.models.uploaded import OPEN

FOLDER = "comment-quarantine"
READ = "consultation.read_comments"  # the kind of job that reads a table
ENDED = "This import has ended meanwhile: upload the file again."
MATCHED = (ImportState.MATCHING, ImportState.CHECKING)


def start_import(*, round, file, file_name, received_on, by, read_now=True):
    """Keep a table of comments in quarantine, read it and check its rows; returns the import.

    Its state says what is next: columns to be matched, rows to be checked, or refused. With
    `read_now` false it is only kept, and a job reads it (`take_reading_of_job`).
    """
    if not hasattr(round, "consultation_draft"):
        raise RuleBroken("Issue the draft for consultation first: comments point at what it holds.")
    kept, digest, size = uploads.keep(file, FOLDER)
    about = {"topic": round.topic, "round": round, "sha256": digest, "size": size, "upload": kept}
    about |= {"file_name": uploads.name_to_show(file_name), "received_on": received_on}
    try:
        outcome = read_kept(kept, about["file_name"]) if read_now else None
        with transaction.atomic():
            import_record = CommentImport.objects.create(**about, started_by=by)
            record("started_comment_import", import_record, by=by)
            if read_now:
                return take_reading(import_record, outcome, 1)
            ask_to_read(import_record, by)
            return import_record
    except BaseException:
        uploads.discard(kept)
        raise


def read_kept(upload, file_name, columns=None, table=None, header_row=None):
    """Read what is kept of an upload, here and now."""
    with uploads.local_path(upload) as path:
        return read_comments(path, file_name, columns, table, header_row)


def ask_to_read(import_record, by, **choice):
    """Have a worker read the upload, with the columns that a person matched if they did."""
    jobs.enqueue(
        kind=READ,
        subject_id=import_record.pk,
        topic_id=import_record.topic_id,
        arguments=choice,
        by=by,
    )


def match_columns(
    *, import_record, columns, by, version, table=None, header_row=None, read_now=True
):
    """Have the upload read anew with the columns that a person matched (position to field)."""
    check_columns(columns)
    choice = {"columns": columns, "table": table, "header_row": header_row}
    with transaction.atomic():
        here = CommentImport.objects.filter(pk=import_record.pk, version=version, state__in=MATCHED)
        if not here.update(state=ImportState.READING, version=F("version") + 1):
            raise EditCollision(CommentImport.objects.get(pk=import_record.pk))
        record("matched_comment_columns", import_record, by=by)
        import_record.refresh_from_db()
        if read_now:
            outcome = read_kept(import_record.upload.name, import_record.file_name, **choice)
            return take_reading(import_record, outcome, import_record.version)
        ask_to_read(import_record, by, **choice)
    return import_record


def check_columns(columns):
    """Refuse a matching that names a field twice, or lacks what every row needs."""
    keys = [key for key in columns.values() if key]
    twice = sorted({LABELS[key] for key in keys if keys.count(key) > 1})
    if twice:
        raise RuleBroken(f"Choose one column alone for “{twice[0]}”.")
    missing = [LABELS[key] for key in NEEDED if key not in keys]
    if missing:
        raise RuleBroken(f"Choose the column that holds “{missing[0]}”.")


@transaction.atomic
def read_again(*, import_record, by):
    """Have a table read again whose reading failed or was cancelled."""
    job = jobs_of(import_record).first()
    if job is None or not import_record.is_reading:
        raise RuleBroken(ENDED)
    return jobs.retry(job=job, by=by)


def jobs_of(import_record):
    """The jobs that read an import's table, the newest first."""
    return Job.objects.of(READ, import_record.pk)


def take_reading_of_job(job, result):
    """Keep what a job read; runs in the transaction that finishes the job."""
    still = CommentImport.objects.filter(pk=job.subject_id, state=ImportState.READING)
    import_record = still.first()
    with opened_spool(result["spool"]) as (_, outcome):
        if import_record:  # else it was abandoned meanwhile
            take_reading(import_record, outcome, import_record.version)


def take_reading(import_record, outcome, version):
    """Keep what a reading came to: rows and their findings, or a refusal and what it offers."""
    refused = outcome.get("refused")
    if refused:
        changes = refusal_kept(import_record, refused)
    else:
        kept = {name: outcome[name] for name in ("tables", "columns", "notices")}
        changes = {"state": ImportState.CHECKING, "refusal": "", **kept}
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
        return {"state": ImportState.MATCHING, **changes}
    transaction.on_commit(partial(uploads.discard, import_record.upload.name))
    ended = {"upload": "", "finished_at": timezone.now()}
    return {"state": ImportState.REFUSED, **ended, **changes}


@transaction.atomic
def abandon_import(*, import_record, by):
    """Give an import up before it is confirmed: its rows and its upload are deleted."""
    here = CommentImport.objects.filter(pk=import_record.pk, state__in=OPEN)
    if not here.update(
        state=ImportState.ABANDONED,
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
