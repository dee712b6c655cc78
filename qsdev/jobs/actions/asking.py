"""What people do with a job: ask for it, cancel it, ask for it again."""

from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.jobs.actions.waking import wake
from qsdev.jobs.models import Job
from qsdev.jobs.registry import KINDS

ALREADY = "This is already under way. Wait until it has ended, or cancel it first."


@transaction.atomic
def enqueue(*, kind, subject_id, topic_id=None, arguments=None, by):
    """Ask for a job, and wake a worker for it once the transaction is over.

    Asked twice with the same arguments, as by a form sent twice, it answers with the job that is
    already under way; with others it is refused.
    """
    arguments = arguments or {}
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                queue=KINDS[kind].queue,
                subject_id=subject_id,
                topic_id=topic_id,
                arguments=arguments,
                asked_by=by,
            )
    except IntegrityError:
        return one_under_way(kind, subject_id, arguments)
    record("asked_for_job", job, by=by, kind=kind)
    transaction.on_commit(partial(wake, job_id=job.pk))
    return job


def one_under_way(kind, subject_id, arguments):
    """The job that stands in the way, if it is the very one that was asked for."""
    job = Job.objects.of(kind, subject_id).under_way().first()
    if job is None or job.arguments != arguments:
        raise RuleBroken(ALREADY)
    return job


@transaction.atomic
def cancel(*, job, by):
    """End a waiting job now, and a running one when its worker next reports."""
    now = timezone.now()
    here = Job.objects.filter(pk=job.pk)
    changed = here.queued().update(state=Job.State.CANCELLED, ended_at=now)
    if not changed:
        changed = here.running().update(cancel_requested=True, message="Cancelling")
    if not changed:
        raise RuleBroken("This has ended already, so it cannot be cancelled.")
    record("cancelled_job", job, by=by)
    job.refresh_from_db()
    return job


@transaction.atomic
def retry(*, job, by):
    """Put a job that failed or was cancelled back in the queue, with all its attempts."""
    try:
        with transaction.atomic():
            changed = Job.objects.filter(
                pk=job.pk, state__in=(Job.State.FAILED, Job.State.CANCELLED)
            ).update(state=Job.State.QUEUED, attempt=0, **CLEARED)
    except IntegrityError as error:
        raise RuleBroken(ALREADY) from error
    if not changed:
        raise RuleBroken("Only what failed or was cancelled can be tried again.")
    record("retried_job", job, by=by)
    transaction.on_commit(partial(wake, job_id=job.pk))
    job.refresh_from_db()
    return job


CLEARED = {
    "progress": 0,
    "message": "",
    "error": "",
    "result": {},
    "token": "",
    "lease_until": None,
    "cancel_requested": False,
    "wakes": 0,
    "wake_after": None,
    "started_at": None,
    "ended_at": None,
}
