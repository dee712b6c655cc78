"""How workers learn of jobs, and what becomes of jobs whose worker or message was lost."""

import logging
from datetime import timedelta

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from qsdev.audit.actions import record
from qsdev.jobs.models import Job

logger = logging.getLogger(__name__)

MOST_NEW, MOST_STALE = 20, 10
LOST = "Its worker was lost {attempts} times. Try again; if it fails again, tell the administrator."


def wake(*, job_id):
    """Tell a worker of a queued job; if the broker does not answer, the job simply waits."""
    job = Job.objects.queued().filter(pk=job_id).first()
    if job is None:
        return False
    try:
        current_app.send_task("jobs.run_job", args=[job.pk], queue=job.queue)
    except (OperationalError, RedisError, OSError) as error:
        logger.warning("No worker could be woken for job %s: %s", job.pk, type(error).__name__)
        return False
    patience = timedelta(seconds=settings.JOB_STALE_SECONDS * 2 ** min(job.wakes, 5))
    Job.objects.queued().filter(pk=job.pk).update(
        wakes=F("wakes") + 1, wake_after=timezone.now() + patience
    )
    return True


def sweep():
    """Free the jobs whose worker was lost, and wake workers for those that nobody has begun."""
    for job in Job.objects.abandoned():
        release(job)
    for job_id in to_wake():
        if not wake(job_id=job_id):
            break  # the broker is down: the others wait for the next sweep


@transaction.atomic
def release(job):
    """Take a job from a worker that let its lease run out: cancelled, failed or queued again."""
    abandoned = Job.objects.abandoned().filter(pk=job.pk, token=job.token)
    ended = {"lease_until": None, "ended_at": timezone.now()}
    if abandoned.filter(cancel_requested=True).update(state=Job.State.CANCELLED, **ended):
        return
    error = LOST.format(attempts=settings.JOB_ATTEMPTS)
    spent = abandoned.filter(attempt__gte=settings.JOB_ATTEMPTS)
    if spent.update(state=Job.State.FAILED, error=error, **ended):
        record("failed_job", job, by=None, kind=job.kind, attempt=job.attempt)
        return
    abandoned.update(
        state=Job.State.QUEUED, token="", lease_until=None, wakes=0, wake_after=None, progress=0
    )


def to_wake():
    """Ids of the oldest jobs never announced, and of those whose message seems to be lost."""
    queued = Job.objects.queued().order_by("created_at", "pk")
    new = list(queued.filter(wake_after=None).values_list("pk", flat=True)[:MOST_NEW])
    now, patience = timezone.now(), timedelta(seconds=settings.JOB_STALE_SECONDS)
    last_start = Job.objects.aggregate(last=Max("started_at"))["last"]
    quiet = last_start is None or last_start < now - patience
    overdue = Q(wake_after__lt=now) if quiet else Q(wake_after__lt=now - 10 * patience)
    stale = list(queued.filter(overdue).values_list("pk", flat=True)[:MOST_STALE])
    return new + stale
