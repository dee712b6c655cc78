"""Asking for a job, cancelling it and asking again."""

import pytest
from django.db import transaction

from qsdev.audit.models import Event
from qsdev.celery import app as celery_app
from qsdev.errors import RuleBroken
from qsdev.jobs import actions, running
from qsdev.jobs.models import Job
from qsdev.jobs.tests import kinds

pytestmark = pytest.mark.django_db

COUNT = "tests.count"


def ask(person, **options):
    return actions.enqueue(
        **{"kind": COUNT, "subject_id": 7, "topic_id": 3, "by": person} | options
    )


def messages():
    """How many messages wait for a worker of documents, whichever the broker."""
    with celery_app.connection_for_write() as connection:
        return connection.default_channel.queue_declare(queue="documents").message_count


def test_asked_job_waits_and_is_recorded_in_its_topic(person):
    job = ask(person)
    assert (job.state, job.queue, job.attempt) == (Job.State.QUEUED, "documents", 0)
    event = Event.objects.about(job).get()
    assert (event.verb, event.topic_id, event.actor_id) == ("asked_for_job", 3, person.pk)


def test_worker_is_woken_after_the_transaction(person, django_capture_on_commit_callbacks):
    before = messages()
    with django_capture_on_commit_callbacks(execute=True):
        job = ask(person)
        assert messages() == before
    assert messages() == before + 1
    job.refresh_from_db()
    assert not job.is_unwoken


def test_nobody_is_woken_if_the_transaction_fails(person, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        ask(person)
        transaction.set_rollback(True)
    assert callbacks == []
    assert not Job.objects.exists()


def test_same_job_asked_for_twice_is_one_job(person):
    assert ask(person, arguments={"steps": 2}) == ask(person, arguments={"steps": 2})
    assert Job.objects.count() == 1
    assert Event.objects.filter(verb="asked_for_job").count() == 1


def test_other_job_of_the_kind_about_the_same_subject_must_wait(person):
    ask(person)
    with pytest.raises(RuleBroken, match="already under way"):
        ask(person, arguments={"steps": 2})
    assert ask(person, subject_id=8).subject_id == 8


def test_ended_job_leaves_room_for_the_next(person):
    running.run(ask(person).pk)
    assert ask(person).is_queued
    assert Job.objects.count() == 2


def test_unknown_kind_is_a_bug(person):
    with pytest.raises(KeyError):
        ask(person, kind="tests.unknown")


def test_waiting_job_is_cancelled_at_once(person):
    job = actions.cancel(job=ask(person), by=person)
    assert job.is_cancelled
    assert running.run(job.pk) is None


def test_running_job_is_asked_to_stop_and_stops_when_it_next_reports(person):
    job = actions.claim(job_id=ask(person).pk)
    actions.cancel(job=job, by=person)
    with pytest.raises(running.JobStopped):
        kinds.count(running.Progress(job), 7)
    assert actions.stop(job=job)
    job.refresh_from_db()
    assert (job.is_cancelled, job.message) == (True, "")


def test_ended_job_cannot_be_cancelled(person):
    job = running.run(ask(person).pk)
    with pytest.raises(RuleBroken, match="ended already"):
        actions.cancel(job=job, by=person)
    assert Job.objects.get().is_finished


def test_failed_job_is_tried_again_from_the_start(person):
    job = running.run(ask(person, kind="tests.refuse").pk)
    job = actions.retry(job=job, by=person)
    assert (job.state, job.attempt, job.error, job.token) == (Job.State.QUEUED, 0, "", "")


def test_finished_job_cannot_be_tried_again(person):
    job = running.run(ask(person).pk)
    with pytest.raises(RuleBroken, match="failed or was cancelled"):
        actions.retry(job=job, by=person)


def test_cancelled_job_is_not_tried_again_beside_a_new_one(person):
    old = actions.cancel(job=ask(person), by=person)
    ask(person)
    with pytest.raises(RuleBroken, match="already under way"):
        actions.retry(job=old, by=person)
    old.refresh_from_db()
    assert old.is_cancelled
