"""A build whose worker is killed or whose message is lost is done once, or plainly failed."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings as project

from qsdev.audit.models import Event
from qsdev.briefing import actions
from qsdev.briefing.models import PaperFile
from qsdev.jobs.models import Job
from qsdev.jobs.tests.workers import Files, Worker, until

PATIENCE = 90  # seconds: a worker takes its time to start on a machine that is busy
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def start(transactional_db, settings):
    """Starts workers on the broker in files, which store papers where this test looks for them."""
    settings.MEDIA_ROOT = Path(project.FOLDER, "media")
    workers = []
    Files().wipe()

    def start_worker():
        workers.append(Worker(Files.url))
        return workers[-1]

    yield start_worker
    for worker in workers:
        worker.kill()


def job_of(build):
    return Job.objects.get(pk=build.job_id)


def is_running(build):
    job = job_of(build)
    return job.is_running and job.progress


def is_finished(build):
    return job_of(build).state == Job.State.FINISHED


def assert_built_once(build):
    files = PaperFile.objects.filter(build=build)
    assert files.count() == 5
    for kept in files:
        assert job_of(build).token in kept.file.name
        with kept.file.open() as file:
            assert hashlib.sha256(file.read()).hexdigest() == kept.sha256
    assert Event.objects.about(build).filter(verb="built_paper").count() == 1


def test_build_of_a_killed_worker_is_done_once_by_the_next(start, asked):
    worker = start()
    assert until(lambda: is_running(asked), PATIENCE), worker.log.read_text()
    worker.kill()
    asked.refresh_from_db()
    assert (asked.is_built, asked.files.count()) == (False, 0)
    start()
    assert until(lambda: is_finished(asked), PATIENCE)
    assert job_of(asked).attempt == 2
    assert_built_once(asked)


def test_build_whose_message_was_wiped_is_done_once(start, asked):
    Files().wipe()
    start()
    assert until(lambda: is_finished(asked), PATIENCE)
    assert_built_once(asked)


def test_build_cancelled_while_it_runs_keeps_nothing(start, asked, people):
    worker = start()
    assert until(lambda: is_running(asked), PATIENCE), worker.log.read_text()
    actions.cancel_build(build=asked, by=people["analyst"])
    assert until(lambda: job_of(asked).state == Job.State.CANCELLED, PATIENCE)
    asked.refresh_from_db()
    assert (asked.is_built, asked.files.count()) == (False, 0)
