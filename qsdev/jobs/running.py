"""Runs one job from claim to end: what a worker does when it is woken."""

import logging
import threading
from contextlib import contextmanager

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import DatabaseError, connection

from qsdev.errors import RuleBroken
from qsdev.jobs import actions
from qsdev.jobs.registry import KINDS

logger = logging.getLogger(__name__)

TOO_LONG = "It took longer than {minutes} minutes, so it was stopped."
UNEXPECTED = "Something went wrong that was not foreseen. Try again; if it fails again, tell the"
UNEXPECTED += " administrator."


class JobStopped(Exception):
    """The job was cancelled, or another worker has it now: end at once and write nothing."""


class Progress:
    """How a running job says how far it is, and learns that it must stop."""

    def __init__(self, job):
        self.job = job
        self.token = job.token
        self.asked_by = job.asked_by

    def __call__(self, percent, message=""):
        """Report the percentage done and what is being done; raises JobStopped to stop."""
        if not actions.beat(token=self.token, progress=percent, message=message):
            raise JobStopped

    @contextmanager
    def kept_alive(self):
        """Renew the lease from another thread while one long step says nothing by itself."""
        over, stopped = threading.Event(), threading.Event()
        heart = threading.Thread(target=self._beat_until, args=(over, stopped), daemon=True)
        heart.start()
        try:
            yield
        finally:
            over.set()
            heart.join()
        if stopped.is_set():
            raise JobStopped

    def _beat_until(self, over, stopped):
        """Beat three times a lease; the thread's own database connection ends with it."""
        try:
            while not over.wait(settings.JOB_LEASE_SECONDS / 3):
                try:
                    held = actions.beat(token=self.token)
                except DatabaseError:
                    logger.warning("Job %s missed a beat: the database was away", self.job.pk)
                    connection.close()
                    continue  # the lease is long enough for the next one
                if not held:
                    stopped.set()
                    return
        finally:
            connection.close()


def run(job_id):
    """Claim the job, do it, and say how it ended; None if there was nothing to claim."""
    job = actions.claim(job_id=job_id)
    if job is None:
        return None
    kind = KINDS[job.kind]
    try:
        result = kind.run(Progress(job), job.subject_id, **job.arguments)
        actions.finish(job=job, result=result or {}, then=kind.then)
    except JobStopped:
        actions.stop(job=job)
    except RuleBroken as error:
        actions.fail(job=job, error=str(error))
    except SoftTimeLimitExceeded:
        minutes = settings.CELERY_TASK_SOFT_TIME_LIMIT // 60
        actions.fail(job=job, error=TOO_LONG.format(minutes=minutes))
    except Exception:
        actions.fail(job=job, error=UNEXPECTED)
        raise
    job.refresh_from_db()
    return job
