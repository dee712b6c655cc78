"""What workers do for consultations: read tables of comments, and sweep up what was left behind."""

from celery import shared_task

from qsdev.consultation import actions
from qsdev.consultation.actions.importing import ENDED, READ, read_kept
from qsdev.consultation.models import CommentImport
from qsdev.errors import RuleBroken
from qsdev.jobs.registry import job
from stakeholders.imports.spooling import close_spool, spool_of


@job(READ, queue="imports", then=actions.take_reading_of_job)
def read_comments(progress, subject_id, **choice):
    """Read the upload of the import `subject_id`; its rows are stored when the job finishes."""
    import_record = CommentImport.objects.get(pk=subject_id)
    if not import_record.upload:
        raise RuleBroken(ENDED)
    progress(10, "Reading the table")
    with progress.kept_alive():
        outcome = read_kept(import_record.upload.name, import_record.file_name, **choice)
    close_spool(spool_of(progress.token), outcome)
    progress(70, "Checking the rows")
    return {"spool": progress.token}


@shared_task(name="consultation.sweep_leftovers")
def sweep_leftovers():
    """Delete uploads that killed workers left and that no open import needs."""
    actions.sweep_leftovers()
