"""What a worker does with a job; every step is one UPDATE that only the job's holder can make."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.jobs.models import Job


def lease_from_now():
    """When a lease that starts now runs out."""
    return timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)


def claim(*, job_id):
    """Take a job that waits, or whose worker let its lease run out; None if there is none."""
    token = uuid.uuid4().hex
    waiting = Q(state=Job.State.QUEUED)
    abandoned = Q(state=Job.State.RUNNING, lease_until__lt=timezone.now())
    claimed = Job.objects.filter(
        waiting | abandoned,
        pk=job_id,
        attempt__lt=settings.JOB_ATTEMPTS,
        cancel_requested=False,
    ).update(
        state=Job.State.RUNNING,
        token=token,
        attempt=F("attempt") + 1,
        lease_until=lease_from_now(),
        started_at=timezone.now(),
        progress=0,
        message="",
    )
    return Job.objects.select_related("asked_by").get(token=token) if claimed else None


def beat(*, token, progress=None, message=None):
    """Renew the lease and say how far the work is; False means stop: cancelled, or lost."""
    told = {"lease_until": lease_from_now()}
    if progress is not None:
        told["progress"] = max(0, min(100, int(progress)))
    if message is not None:
        told["message"] = message[:200]
    return bool(Job.objects.held_by(token).filter(cancel_requested=False).update(**told))


@transaction.atomic
def finish(*, job, result, then=None):
    """End the job with its result, and what follows from it, once; False if it was lost."""
    held = Job.objects.held_by(job.token).update(
        state=Job.State.FINISHED,
        progress=100,
        message="",
        result=result,
        error="",
        lease_until=None,
        ended_at=timezone.now(),
    )
    if not held:
        return False
    if then is not None:
        then(job, result)
    record("finished_job", job, by=None, kind=job.kind, attempt=job.attempt)
    return True


@transaction.atomic
def fail(*, job, error):
    """End the job with a sentence that says what was wrong; False if it was lost."""
    held = Job.objects.held_by(job.token).update(
        state=Job.State.FAILED, error=error, lease_until=None, ended_at=timezone.now()
    )
    if held:
        record("failed_job", job, by=None, kind=job.kind, attempt=job.attempt)
    return bool(held)


def stop(*, job):
    """End a job whose cancellation its worker has seen; False if it was lost instead."""
    held = Job.objects.held_by(job.token).filter(cancel_requested=True)
    return bool(
        held.update(
            state=Job.State.CANCELLED, message="", lease_until=None, ended_at=timezone.now()
        )
    )
