"""What Celery calls: run one job, and sweep up those that were lost."""

import logging

from celery import shared_task

from qsdev.jobs import actions, running

logger = logging.getLogger(__name__)


@shared_task(name="jobs.run_job")
def run_job(job_id):
    """Do the job with this id, if it still waits.

    An error that nobody foresaw ends here, where the log is ours: Celery's own would quote its
    text, which may name a person. The job is marked as failed by then.
    """
    try:
        running.run(job_id)
    except Exception:
        logger.exception("Job %s met an error that was not foreseen", job_id)


@shared_task(name="jobs.sweep")
def sweep():
    """Free and announce the jobs whose worker or message was lost."""
    actions.sweep()
