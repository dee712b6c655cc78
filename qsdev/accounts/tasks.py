"""What is done about accounts while nobody asks: old traces of signing in are deleted daily."""

from celery import shared_task

from qsdev.accounts import actions


@shared_task(name="accounts.forget_old_traces")
def forget_old_traces():
    """Delete ended sessions and old failures to sign in."""
    actions.forget_old_traces()
