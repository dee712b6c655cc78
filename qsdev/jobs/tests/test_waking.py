"""The sweep: what was lost is found again, without a storm of messages."""

from datetime import timedelta

import pytest
from celery import Celery
from django.conf import settings
from django.utils import timezone

from qsdev.audit.models import Event
from qsdev.celery import app
from qsdev.jobs import actions
from qsdev.jobs.actions.waking import to_wake
from qsdev.jobs.models import Job
from qsdev.settings import broker_options

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(person):
    """Thirty jobs that wait, the oldest first."""
    return [
        actions.enqueue(kind="tests.count", subject_id=number, by=person) for number in range(30)
    ]


@pytest.fixture
def unreachable_broker():
    """Redis at a port where nobody answers."""
    url = "redis://127.0.0.1:1/0"
    other = Celery("elsewhere", broker=url, set_as_current=False)
    other.conf.update(broker_transport_options=broker_options(url), task_publish_retry=False)
    other.set_current()
    yield
    app.set_current()


def ids(jobs):
    return [job.pk for job in jobs]


def age(jobs, **changes):
    Job.objects.filter(pk__in=ids(jobs)).update(**changes)


def seconds_ago(seconds):
    return timezone.now() - timedelta(seconds=seconds)


def abandoned(job, **changes):
    job = actions.claim(job_id=job.pk)
    age([job], lease_until=seconds_ago(1), **changes)
    actions.sweep()
    job.refresh_from_db()
    return job


def test_abandoned_job_is_queued_and_announced_again(jobs):
    job = abandoned(jobs[0])
    assert (job.state, job.attempt, job.token, job.wakes) == (Job.State.QUEUED, 1, "", 1)


def test_job_abandoned_three_times_fails_plainly(jobs):
    job = abandoned(jobs[0], attempt=3)
    assert (job.state, job.error[:31]) == (Job.State.FAILED, "Its worker was lost 3 times. Tr")
    assert Event.objects.about(job).filter(verb="failed_job").count() == 1


def test_abandoned_job_that_was_to_be_cancelled_is_cancelled(jobs):
    assert abandoned(jobs[0], cancel_requested=True).state == Job.State.CANCELLED


def test_twenty_oldest_jobs_never_announced_are(jobs):
    assert to_wake() == ids(jobs[:20])
    actions.sweep()
    assert to_wake() == ids(jobs[20:])


def test_announced_jobs_are_left_alone_while_others_start(jobs):
    age(jobs, wake_after=seconds_ago(1))
    actions.claim(job_id=jobs[29].pk)
    assert to_wake() == []


def test_ten_oldest_stale_jobs_are_announced_when_nothing_starts(jobs):
    age(jobs, wake_after=seconds_ago(1))
    assert to_wake() == ids(jobs[:10])


def test_job_is_not_forgotten_because_others_keep_starting(jobs):
    age(jobs, wake_after=timezone.now())
    actions.claim(job_id=jobs[29].pk)
    age(jobs[3:5], wake_after=seconds_ago(11 * settings.JOB_STALE_SECONDS))
    assert to_wake() == ids(jobs[3:5])


def test_wait_between_announcements_of_one_job_doubles(jobs):
    job, waits = jobs[0], []
    for _ in range(4):
        actions.wake(job_id=job.pk)
        job.refresh_from_db()
        waits.append(round((job.wake_after - timezone.now()).total_seconds()))
    assert waits == [1, 2, 4, 8]


@pytest.mark.usefixtures("unreachable_broker")
def test_unreachable_broker_leaves_the_job_waiting(jobs, caplog):
    assert not actions.wake(job_id=jobs[0].pk)
    jobs[0].refresh_from_db()
    assert (jobs[0].is_queued, jobs[0].is_unwoken) == (True, True)
    assert caplog.messages == [f"No worker could be woken for job {jobs[0].pk}: OperationalError"]


@pytest.mark.usefixtures("unreachable_broker")
def test_sweep_gives_up_at_the_first_job_that_cannot_be_announced(jobs, caplog):
    actions.sweep()
    assert len(caplog.messages) == 1
