"""What imports lay down on the disk: for this account alone, and not for longer than needed."""

import os
import stat
import time

import pytest
from django.conf import settings as project_settings
from django.core.files.storage import default_storage

from qsdev.celery import app
from stakeholders import actions
from stakeholders.actions import uploads
from stakeholders.actions.imports import read
from stakeholders.imports.reading import read_upload
from stakeholders.imports.spooling import close_spool, opened_spool, spool_of
from stakeholders.tests.conftest import table

ROW = ("Assessment", "Because", "Indeed", "NG26")
TWO_DAYS = 2 * 24 * 3600


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    """What the program writes in a test is kept in the test's own folder."""
    settings.VAR = tmp_path
    return tmp_path


def age(*paths):
    """Make files look as if they had been written two days ago."""
    for path in paths:
        os.utime(path, (time.time() - TWO_DAYS,) * 2)


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def test_rows_of_a_job_are_kept_in_our_folder_for_us_alone(var, tmp_path):
    path = spool_of("token")
    source = tmp_path / "table.tsv"
    source.write_bytes(table((1, "SCM1", *ROW)))
    close_spool(path, read_upload(source, "table.tsv", path))

    assert path.startswith(f"{var}/")
    assert mode(os.path.dirname(path)) == 0o700
    assert (mode(path), mode(f"{path}.outcome")) == (0o600, 0o600)
    with opened_spool("token") as (kept, outcome):
        assert (kept, outcome["head"]["rows"]) == (path, 1)
    assert list((var / "spool").iterdir()) == []


def test_rows_of_a_small_file_are_kept_there_too_and_deleted(start, var):
    upload = start((1, "SCM1", *ROW)).upload.name

    with read(upload, "table.tsv", None) as (_, path):
        assert path.startswith(f"{var}/spool/")
        assert mode(path) == 0o600

    assert list((var / "spool").iterdir()) == []


def test_sweep_deletes_rows_that_a_killed_worker_left(var, db):
    old, folder, new = (spool_of(name) for name in ("old", "folder", "new"))
    os.mkdir(folder)
    for path in (old, f"{folder}/rows", new):
        with open(path, "wb") as file:
            file.write(b"rows")
    age(old, folder)

    actions.sweep_leftovers()

    assert list((var / "spool").iterdir()) == [var / "spool/new.rows"]


def test_sweep_keeps_uploads_of_open_imports_and_new_ones_alone(start):
    kept = [start((1, "SCM1", *ROW)), start((1, "SCM1", *ROW), read_now=False)]
    needed = {import_record.upload.name for import_record in kept}
    orphan, new = uploads.keep(b"left by a killed worker")[0], uploads.keep(b"being read")[0]
    age(*map(default_storage.path, [*needed, orphan]))

    actions.sweep_leftovers()

    names = {f"quarantine/{name}" for name in default_storage.listdir("quarantine")[1]}
    assert names == {*needed, new}


def test_sweep_deletes_the_upload_that_an_ended_import_left(start, analyst):
    import_record = start((1, "SCM1", *ROW))
    upload = import_record.upload.name
    actions.abandon_import(import_record=import_record, by=analyst)  # killed before the deletion
    age(default_storage.path(upload))
    assert default_storage.exists(upload)

    actions.sweep_leftovers()

    assert not default_storage.exists(upload)


def test_sweep_before_the_first_upload_deletes_nothing(var, db):
    actions.sweep_leftovers()

    assert list(var.rglob("*")) == [var / "spool"]


def test_every_task_of_the_schedule_is_one_that_workers_know():
    app.loader.import_default_modules()
    tasks = [each["task"] for each in project_settings.CELERY_BEAT_SCHEDULE.values()]

    assert "stakeholders.sweep_leftovers" in tasks
    assert [task for task in tasks if task not in app.tasks] == []
