"""What Celery calls: run one job, and sweep up those that were lost."""

from celery import shared_task

from qsdev.jobs import actions, running


@shared_task(name="jobs.run_job")
def run_job(job_id):
    """Do the job with this id, if it still waits."""
    running.run(job_id)


@shared_task(name="jobs.sweep")
def sweep():
    """Free and announce the jobs whose worker or message was lost."""
    actions.sweep()
