"""Whatever is killed, wiped, stopped or stalled: each job is done once or plainly failed.

On SQLite with files, as on one machine; with `DATABASE_URL` on PostgreSQL with Redis.
"""

import time

import pytest
from django.db import connection

from qsdev.audit.models import Event
from qsdev.jobs import actions
from qsdev.jobs.models import Job
from qsdev.jobs.tests import kinds  # noqa: F401 - the kinds of job that are asked for
from qsdev.jobs.tests.workers import Files, Worker, private_redis, until

pytestmark = pytest.mark.django_db(transaction=True)

COUNT = "tests.count"
with_redis = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="Redis goes with PostgreSQL: once is enough"
)


@pytest.fixture
def broker(transactional_db):
    """What goes with the database: Redis with PostgreSQL, files with SQLite."""
    if connection.vendor == "postgresql":
        with private_redis() as redis:
            yield redis
    else:
        files = Files()
        files.wipe()
        yield files


@pytest.fixture
def redis(transactional_db):
    with private_redis() as redis:
        yield redis


@pytest.fixture
def start(transactional_db):
    """Starts workers, and ends them before the tables are emptied."""
    workers = []

    def start_worker(broker):
        workers.append(Worker(broker.url))
        return workers[-1]

    yield start_worker
    for worker in workers:
        worker.kill()


def ask(person, number=1, **arguments):
    return actions.enqueue(kind=COUNT, subject_id=number, arguments=arguments, by=person)


def state(job):
    job.refresh_from_db()
    return job.state


def is_running(job):
    return state(job) == Job.State.RUNNING and job.message


def is_finished(job):
    return state(job) == Job.State.FINISHED


def counted(job):
    """How often what follows from the job has happened."""
    return Event.objects.about(job).filter(verb="counted").count()


def test_job_of_a_killed_worker_is_done_once_by_the_next(person, broker, start):
    job = ask(person, steps=8, pause=0.1)
    worker = start(broker)
    assert until(lambda: is_running(job)), worker.log.read_text()
    worker.kill()
    assert is_running(job)
    start(broker)
    assert until(lambda: is_finished(job))
    assert (job.attempt, counted(job)) == (2, 1)


def test_job_whose_message_was_wiped_is_done_once(person, broker, start):
    job = ask(person)
    broker.wipe()
    start(broker)
    assert until(lambda: is_finished(job))
    assert (job.attempt, counted(job)) == (1, 1)


def test_worker_that_was_paused_past_its_lease_does_no_harm(person, broker, start):
    job = ask(person, steps=8, pause=0.1)
    late = start(broker)
    assert until(lambda: is_running(job)), late.log.read_text()
    late.pause()
    start(broker)
    assert until(lambda: is_finished(job))
    late.resume()
    time.sleep(1.5)
    assert (state(job), job.attempt, counted(job)) == (Job.State.FINISHED, 2, 1)


def test_running_job_is_cancelled_by_its_worker(person, start):
    files = Files()
    files.wipe()
    job = ask(person, steps=100, pause=0.1)
    start(files)
    assert until(lambda: is_running(job))
    actions.cancel(job=job, by=person)
    assert until(lambda: state(job) == Job.State.CANCELLED)
    assert counted(job) == 0


def test_job_that_kills_its_worker_each_time_fails_plainly(person, start):
    files = Files()
    files.wipe()
    job = actions.enqueue(kind="tests.die", subject_id=1, by=person)
    start(files)
    assert until(lambda: state(job) == Job.State.FAILED)
    assert (job.attempt, job.error[:26]) == (3, "Its worker was lost 3 time")


def test_log_of_a_worker_tells_where_a_job_broke_but_no_values(person, start):
    job = actions.enqueue(kind="tests.break", subject_id=1, by=person)
    worker = start(Files())
    assert until(lambda: state(job) == Job.State.FAILED)
    assert until(lambda: "builtins.ZeroDivisionError" in worker.log.read_text())
    assert "private person" not in worker.log.read_text()


@with_redis
@pytest.mark.services
def test_job_asked_for_while_redis_is_stopped_is_done_once_it_is_back(person, redis, start):
    redis.stop()
    job = ask(person)
    assert job.is_unwoken
    redis.start()
    start(redis)
    assert until(lambda: is_finished(job))
    assert (job.attempt, counted(job)) == (1, 1)


@with_redis
@pytest.mark.services
def test_redis_that_stalls_holds_nobody_up(person, redis, start):
    redis.stall()
    begun = time.monotonic()
    job = ask(person)
    assert time.monotonic() - begun < 5
    assert job.is_unwoken
    redis.go_on()
    start(redis)
    assert until(lambda: is_finished(job))
    assert (job.attempt, counted(job)) == (1, 1)


@with_redis
@pytest.mark.services
def test_redis_that_stops_under_a_running_worker_loses_nothing(person, redis, start):
    jobs = [ask(person, number, steps=4, pause=0.1) for number in range(6)]
    worker = start(redis)
    assert until(lambda: any(is_running(job) for job in jobs)), worker.log.read_text()
    redis.wipe()
    assert until(lambda: all(is_finished(job) for job in jobs), seconds=40)
    assert [counted(job) for job in jobs] == [1] * 6
