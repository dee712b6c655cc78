"""Starting an import: the upload is read and checked, and nothing but the import is written."""

import contextlib
import os
import tempfile
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.actions import uploads
from stakeholders.actions.checking import store_rows
from stakeholders.actions.redacting_repeats import clean_tables
from stakeholders.imports.columns import LABELS, NEEDED_AT_LEAST
from stakeholders.imports.reading import choice_of, read_upload
from stakeholders.imports.spooling import Spool, opened_spool, spool_folder
from stakeholders.models import Import, ImportState
from stakeholders.models.uploaded import OPEN


def start_import(
    *, topic, round, file, file_name, by, columns=None, table=None, header_row=None, read_now=True
):
    """Keep an upload in quarantine, read it and check its rows; returns the import.

    `file` is bytes, a path or an upload. The import's state says what is next: columns to be
    matched, rows to be checked, or refused. With `read_now` false it is only kept, and a job
    reads it (`take_reading_of_job`).
    """
    kept, digest, size = uploads.keep(file)
    about = {"topic": topic, "round": round, "sha256": digest, "size": size, "upload": kept}
    about["file_name"] = uploads.name_to_show(file_name)
    try:
        if not read_now:
            return create_import(about, by)
        choice = choice_of(columns, table, header_row)
        with read(kept, about["file_name"], choice) as (outcome, path), transaction.atomic():
            import_record = create_import(about, by)
            return take_reading(
                import_record=import_record, outcome=outcome, spool_path=path, by=by, version=1
            )
    except BaseException:
        uploads.discard(kept)
        raise


@transaction.atomic
def create_import(about, by):
    """Add the import of an upload that is yet to be read."""
    import_record = Import.objects.create(**about, started_by=by)
    record("started_import", import_record, by=by)
    return import_record


@contextlib.contextmanager
def read(upload, file_name, choice):
    """Reads an upload here and now; yields what came of it and the path of its rows."""
    with tempfile.TemporaryDirectory(dir=spool_folder()) as folder:
        spool_path = os.path.join(folder, "rows")
        with uploads.local_path(upload) as path:
            outcome = read_upload(path, file_name, spool_path, choice=choice)
        yield outcome, spool_path


def read_import(*, import_record, by, version, choice=None):
    """Read the upload of an import anew, and keep what comes of it if nobody changed it since."""
    with read(import_record.upload.name, import_record.file_name, choice) as (outcome, path):
        return take_reading(
            import_record=import_record, outcome=outcome, spool_path=path, by=by, version=version
        )


def take_reading_of_job(job, result):
    """Keep what a job read; runs in the transaction that finishes the job."""
    still = Import.objects.filter(pk=job.subject_id, state=ImportState.READING)
    import_record = still.first()
    with opened_spool(result["spool"]) as (spool_path, outcome):
        if import_record:  # else it was abandoned or read otherwise meanwhile
            take_reading(
                import_record=import_record,
                outcome=outcome,
                spool_path=spool_path,
                by=job.asked_by,
                version=import_record.version,
            )


@transaction.atomic
def take_reading(*, import_record, outcome, spool_path, by, version):
    """Keep what a reading came to: rows and their findings, or a refusal and what it offers.

    The rows of an earlier reading go, but not those that somebody corrected since `version`.
    """
    refused = outcome.get("refused")
    if refused:
        changes = refusal_kept(import_record, refused)
    else:
        changes = {"state": ImportState.CHECKING, "refusal": "", **kept_of(outcome["head"])}
    here = Import.objects.filter(pk=import_record.pk, state__in=OPEN)
    if not here.filter(version=version).update(**changes, version=F("version") + 1):
        raise collision_with(import_record)
    import_record.rows.all().delete()
    import_record.refresh_from_db()
    clean_tables(import_record)
    if not refused:
        store_rows(import_record, Spool(spool_path))
    record("read_import", import_record, by=by, state=import_record.state)
    return import_record


def collision_with(import_record):
    """Why a reading is not kept: the import has ended, or somebody else changed it meanwhile."""
    now = Import.objects.get(pk=import_record.pk)
    if now.is_open:
        return EditCollision(now)
    return RuleBroken("This import has ended meanwhile: upload the file again.")


def kept_of(head):
    """What an import keeps of the head of its file."""
    return {
        "tables": head["tables"],
        "table_chosen": head["tables"][0]["name"][:200],
        "columns": head["columns"],
        "notices": head["notices"],
    }


def refusal_kept(import_record, refused):
    """A refused file is deleted, unless a person can settle the matter by matching columns."""
    changes = {
        "refusal": refused["message"],
        "tables": refused["tables"],
        "notices": [
            {
                "code": refused["code"],
                "severity": "problem",
                "column": None,
                "message": refused["message"],
                "place": "",
            }
        ],
    }
    if refused["scope"] == "mapping":
        return {"state": ImportState.MATCHING, **changes}
    transaction.on_commit(partial(uploads.discard, import_record.upload.name))
    return {"state": ImportState.REFUSED, "upload": "", "finished_at": timezone.now(), **changes}


def match_columns(*, import_record, columns, by, version, table=None, header_row=None):
    """Read the upload anew with the columns that a person matched (position to field)."""
    check_columns(columns)
    if import_record.version != version or import_record.state not in OPEN:
        raise EditCollision(import_record)
    choice = choice_of(columns, table, header_row)
    return read_import(import_record=import_record, choice=choice, by=by, version=version)


def check_columns(columns):
    """Refuse a matching that names a field twice, or lacks what every row needs."""
    keys = [key for key in columns.values() if key]
    twice = sorted({LABELS[key] for key in keys if keys.count(key) > 1})
    if twice:
        raise RuleBroken(f"Choose one column alone for “{twice[0]}”.")
    missing = [LABELS[key] for key in NEEDED_AT_LEAST if key not in keys]
    if missing:
        raise RuleBroken(f"Choose the column that holds “{missing[0]}”.")


@transaction.atomic
def abandon_import(*, import_record, by):
    """Give an import up before it is confirmed: its rows and its upload are deleted."""
    here = Import.objects.filter(pk=import_record.pk, state__in=OPEN)
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
    record("abandoned_import", import_record, by=by)
    import_record.refresh_from_db()
    return import_record
