"""A worker reads tables of comments; the page follows it, and says what to do where it fails."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from qsdev.consultation import actions
from qsdev.consultation.tests.material import five_comments, uploaded
from qsdev.errors import EditCollision
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job
from stakeholders.imports.spooling import spool_folder

UNKNOWN = "Who,Statement,What they said\n"


def url(round, name):
    import_record = round.comment_imports.get()
    return reverse(f"consultation:comment_import_{name}", args=[round.topic.slug, import_record.pk])


@pytest.fixture
def client(client_as):
    return client_as("administrator")


def test_upload_is_read_by_a_worker_and_the_page_follows(round, client, read_by_worker):
    sent = uploaded(client, round, five_comments())
    import_record = round.comment_imports.get()
    assert (import_record.state, import_record.rows.count()) == ("reading", 0)
    progress = url(round, "progress")
    assert client.get(sent["Location"])["Location"] == progress
    page = client.get(progress).content.decode()
    assert f'hx-get="{progress}"' in page
    assert f'<a href="{progress}">Check again</a>' in page
    assert Job.objects.get(subject_id=import_record.pk, queue="imports").is_queued
    read_by_worker()
    assert client.get(progress, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    import_record.refresh_from_db()
    assert (import_record.state, import_record.row_counts["ready"]) == ("checking", 5)
    assert not any(spool_folder().iterdir())


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("comments.xlsx", b"PK no workbook", "comments.xlsx"),
        ("comments.csv", ("Organisation,Comment\n" + "A,b\n" * 10_001).encode(), "10,000"),
    ],
)
def test_file_that_cannot_be_read_is_refused_and_deleted(
    round, client, read_by_worker, django_capture_on_commit_callbacks, name, content, sentence
):
    uploaded(client, round, content, name=name)
    kept = round.comment_imports.get().upload.name
    assert default_storage.exists(kept)
    with django_capture_on_commit_callbacks(execute=True):
        read_by_worker()
    page = client.get(url(round, "detail")).content.decode()
    import_record = round.comment_imports.get()
    assert (import_record.state, import_record.upload.name) == ("refused", "")
    assert import_record.refusal in page.replace("&#x27;", "'")
    assert sentence in import_record.refusal
    assert not default_storage.exists(kept)


def test_reading_that_fails_says_so_and_is_tried_again(round, client, read_by_worker):
    uploaded(client, round, five_comments())
    kept = round.comment_imports.get().upload.name
    with default_storage.open(kept) as file:
        content = file.read()
    default_storage.delete(kept)
    with pytest.raises(FileNotFoundError):
        read_by_worker()
    page = client.get(url(round, "progress")).content.decode()
    assert "Try again" in page
    assert "upload the table in another form" in page
    with default_storage.open(kept, "wb") as file:
        file.write(content)
    client.post(url(round, "read"))
    read_by_worker()
    assert round.comment_imports.get().row_counts["ready"] == 5


def test_columns_matched_by_hand_are_read_by_a_worker_too(round, client, read_by_worker):
    uploaded(client, round, UNKNOWN + five_comments().split("\n", 1)[1])
    read_by_worker()
    import_record = round.comment_imports.get()
    columns = {"column_0": "organisation", "column_1": "statement", "column_2": "comment"}
    sent = {**columns, "table": "0", "header_row": 1, "version": import_record.version}
    client.post(url(round, "columns"), sent)
    assert round.comment_imports.get().is_reading
    with pytest.raises(EditCollision):
        actions.match_columns(
            import_record=import_record,
            columns={"0": "organisation", "2": "comment"},
            version=import_record.version,
            by=import_record.started_by,
        )
    read_by_worker()
    assert round.comment_imports.get().row_counts["ready"] == 5


def test_import_abandoned_while_it_is_read_stays_so(round, client, read_by_worker):
    uploaded(client, round, five_comments())
    client.post(url(round, "abandon"))
    job = read_by_worker()
    assert (job.state, job.error) == (
        "failed",
        "This import has ended meanwhile: upload the file again.",
    )
    assert round.comment_imports.get().state == "abandoned"


def test_table_whose_worker_was_killed_is_read_once_by_the_next(round, client, read_by_worker):
    uploaded(client, round, five_comments())
    import_record = round.comment_imports.get()
    killed = jobs.claim(job_id=Job.objects.get(subject_id=import_record.pk, queue="imports").pk)
    Job.objects.filter(pk=killed.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    read_by_worker()
    import_record.refresh_from_db()
    job = Job.objects.get(pk=killed.pk)
    assert (job.state, job.attempt) == (Job.State.FINISHED, 2)
    assert (import_record.state, import_record.rows.count()) == ("checking", 5)
    jobs.finish(job=killed, result={"spool": killed.token}, then=actions.take_reading_of_job)
    assert import_record.rows.count() == 5
