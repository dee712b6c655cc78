"""Two people at once, and large files read by a worker."""

import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from qsdev.errors import EditCollision, RuleBroken
from qsdev.jobs import running
from qsdev.jobs.models import Job
from stakeholders import actions
from stakeholders.actions.imports import read, take_reading
from stakeholders.models import Import, ImportState, Suggestion
from stakeholders.tests.conftest import table
from stakeholders.views import imports as views

ROW = ("Assessment", "Because", "Indeed", "NG26")


def at_once(*works):
    """Runs each in a thread of its own, all begun together; returns what each came to."""
    outcomes, ready = [None] * len(works), threading.Barrier(len(works))

    def run(index, work):
        ready.wait()
        try:
            outcomes[index] = work()
        except RuleBroken as error:
            outcomes[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_two_confirmations_at_once_import_once(start, analyst):
    pk = start(*[(n, "SCM1", *ROW) for n in range(1, 6)]).pk

    def confirm():
        import_record = Import.objects.get(pk=pk)
        return actions.confirm_import(import_record=import_record, version=version, by=analyst)

    version = Import.objects.get(pk=pk).version
    outcomes = at_once(confirm, confirm)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Import", "RuleBroken"]
    assert Suggestion.objects.count() == 5


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_share_no_number(start, analyst):
    imports = [start((1, name, *ROW)) for name in ("SCM1", "SCM2")]

    def confirm(import_record):
        return lambda: actions.confirm_import(
            import_record=import_record, version=import_record.version, by=analyst
        )

    outcomes = at_once(*map(confirm, imports))
    names = sorted(type(outcome).__name__ for outcome in outcomes)
    assert names == ["ChangedSincePreview", "Import"]
    assert list(Suggestion.objects.values_list("number", flat=True)) == [1]


COLUMNS = {0: "number", 1: "stakeholder", 2: "key_area"}


@pytest.mark.django_db(transaction=True)
def test_of_two_who_match_columns_at_once_one_is_told(start, analyst):
    pk, version = (import_record := start((1, "SCM1", *ROW))).pk, import_record.version

    def match():
        import_record = Import.objects.get(pk=pk)
        return actions.match_columns(
            import_record=import_record, columns=COLUMNS, version=version, by=analyst
        )

    outcomes = at_once(match, match)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["EditCollision", "Import"]
    assert Import.objects.get(pk=pk).rows.count() == 1


def test_correction_made_while_the_file_is_read_again_is_not_lost(start, analyst):
    import_record = start((1, "Nobody", *ROW))
    version, row = import_record.version, import_record.rows.get()

    with read(import_record.upload.name, import_record.file_name, None) as (outcome, path):
        actions.correct_row(row=row, corrections={"stakeholder": "SCM2"}, by=analyst)
        with pytest.raises(EditCollision):
            take_reading(
                import_record=import_record,
                outcome=outcome,
                spool_path=path,
                by=analyst,
                version=version,
            )

    assert import_record.rows.get().corrections == {"stakeholder": "SCM2"}


@pytest.fixture
def large(client, topic, register, analyst, monkeypatch):
    """An import whose file counts as large, just uploaded."""
    monkeypatch.setattr(views, "READ_NOW_BYTES", 10)
    client.force_login(analyst)

    def uploaded(content):
        file = SimpleUploadedFile("large.tsv", content)
        client.post(reverse("stakeholders:import_upload", args=[topic.slug]), {"files": [file]})
        return Import.objects.get()

    return uploaded


def test_a_large_file_is_read_by_a_worker(large):
    import_record = large(table((1, "SCM1", *ROW), (2, "", *ROW)))
    assert (import_record.state, import_record.rows.count()) == (ImportState.READING, 0)
    job = running.run(Job.objects.get().pk)
    import_record.refresh_from_db()
    assert (job.error, job.state, import_record.state) == ("", "finished", ImportState.CHECKING)
    assert (import_record.rows.ready().count(), import_record.rows.with_problems().count()) == (
        1,
        1,
    )


def test_a_large_file_can_be_refused_by_the_worker(large):
    import_record = large(b"<html><body>Sign in</body></html>")
    running.run(Job.objects.get().pk)
    import_record.refresh_from_db()
    assert (import_record.state, import_record.notices[0]["code"]) == (
        ImportState.REFUSED,
        "not_a_table",
    )


def test_an_import_abandoned_while_it_is_read_stays_abandoned(large, analyst):
    import_record = large(table((1, "SCM1", *ROW)))
    actions.abandon_import(import_record=import_record, by=analyst)
    running.run(Job.objects.get().pk)
    import_record.refresh_from_db()
    assert (import_record.state, import_record.rows.count()) == (ImportState.ABANDONED, 0)
