"""What a worker does: one at a time, seen while it runs, harmless when it comes too late."""

import threading
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from qsdev.audit.models import Event
from qsdev.jobs import actions, running
from qsdev.jobs.models import Job
from qsdev.jobs.tests import kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def queued(person):
    return actions.enqueue(kind="tests.count", subject_id=7, by=person)


def let_lease_run_out(job):
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_job_is_done_with_its_result_and_what_follows(queued):
    job = running.run(queued.pk)
    assert (job.state, job.progress, job.result) == (Job.State.FINISHED, 100, {"steps": 4})
    assert Event.objects.filter(verb="counted").count() == 1
    assert job.duration > timedelta(0)


def test_done_job_is_not_done_again(queued):
    running.run(queued.pk)
    assert running.run(queued.pk) is None
    assert Event.objects.filter(verb="counted").count() == 1


def test_progress_is_seen_while_it_runs(queued):
    job = actions.claim(job_id=queued.pk)
    running.Progress(job)(40, "x" * 300)
    queued.refresh_from_db()
    assert (queued.progress, queued.message, queued.is_running) == (40, "x" * 200, True)


def test_broken_rule_is_the_error_that_people_read(person):
    queued = actions.enqueue(kind="tests.refuse", subject_id=7, by=person)
    job = running.run(queued.pk)
    assert (job.state, job.error) == (Job.State.FAILED, "Give the area a title first.")


def test_unforeseen_error_fails_plainly_and_tells_no_values(person):
    queued = actions.enqueue(kind="tests.break", subject_id=7, by=person)
    with pytest.raises(ZeroDivisionError):
        running.run(queued.pk)
    queued.refresh_from_db()
    assert (queued.state, queued.error) == (Job.State.FAILED, running.UNEXPECTED)


def test_job_whose_lease_ran_out_is_claimed_by_the_next_worker(queued):
    late = actions.claim(job_id=queued.pk)
    assert actions.claim(job_id=queued.pk) is None
    let_lease_run_out(late)
    second = actions.claim(job_id=queued.pk)
    assert (second.attempt, second.token != late.token) == (2, True)


def test_worker_that_comes_too_late_changes_nothing(queued):
    late = actions.claim(job_id=queued.pk)
    let_lease_run_out(late)
    actions.claim(job_id=queued.pk)
    with pytest.raises(running.JobStopped):
        running.Progress(late)(90, "Late")
    assert not actions.finish(job=late, result={"steps": 9}, then=kinds.note)
    assert not actions.fail(job=late, error="Late")
    assert not actions.stop(job=late)
    queued.refresh_from_db()
    assert (queued.is_running, queued.progress, queued.result) == (True, 0, {})
    assert not Event.objects.filter(verb__in=["counted", "failed_job"]).exists()


def test_job_is_not_claimed_a_fourth_time(queued):
    for _ in range(settings.JOB_ATTEMPTS):
        let_lease_run_out(actions.claim(job_id=queued.pk))
    assert actions.claim(job_id=queued.pk) is None


@pytest.mark.django_db(transaction=True)
def test_eight_workers_woken_at_once_claim_a_job_once(queued):
    barrier, claims = threading.Barrier(8), []

    def claim():
        barrier.wait()
        claims.append(actions.claim(job_id=queued.pk))
        connection.close()

    threads = [threading.Thread(target=claim) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [claim is None for claim in claims].count(False) == 1


@pytest.mark.django_db(transaction=True)
def test_quiet_step_keeps_its_lease(person, settings):
    settings.JOB_LEASE_SECONDS = 1.2
    queued = actions.enqueue(
        kind="tests.go_quiet", subject_id=7, arguments={"seconds": 2}, by=person
    )
    worker = threading.Thread(target=run_and_close, args=(queued.pk,))
    worker.start()
    worker.join(1.7)
    assert not Job.objects.abandoned().exists()
    worker.join()
    queued.refresh_from_db()
    assert (queued.state, queued.attempt) == (Job.State.FINISHED, 1)


@pytest.mark.django_db(transaction=True)
def test_quiet_step_that_is_cancelled_ends_as_cancelled(person, settings):
    settings.JOB_LEASE_SECONDS = 0.6
    queued = actions.enqueue(
        kind="tests.go_quiet", subject_id=7, arguments={"seconds": 0.8}, by=person
    )
    worker = threading.Thread(target=run_and_close, args=(queued.pk,))
    worker.start()
    worker.join(0.2)
    actions.cancel(job=queued, by=person)
    worker.join()
    queued.refresh_from_db()
    assert queued.state == Job.State.CANCELLED


def run_and_close(job_id):
    """What a worker's process does, in a thread with a connection of its own."""
    running.run(job_id)
    connection.close()
