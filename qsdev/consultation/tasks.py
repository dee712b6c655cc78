"""What workers do for consultations: sweep up daily what was left behind."""

from celery import shared_task

from qsdev.consultation import actions


@shared_task(name="consultation.sweep_leftovers")
def sweep_leftovers():
    """Delete uploads that killed workers left and that no open import needs."""
    actions.sweep_leftovers()
