"""What workers do for imports: read a large upload, and sweep up daily what was left behind."""

from celery import shared_task

from qsdev.errors import RuleBroken
from qsdev.jobs.registry import job
from stakeholders import actions
from stakeholders.actions.uploads import local_path
from stakeholders.imports.reading import read_upload
from stakeholders.imports.spooling import close_spool, spool_of
from stakeholders.models import Import

READ = "stakeholders.read_import"


@job(READ, queue="imports", then=actions.take_reading_of_job)
def read_import(progress, subject_id):
    """Read the upload of the import `subject_id`; its rows are stored when the job finishes."""
    import_record = Import.objects.get(pk=subject_id)
    if not import_record.upload:
        raise RuleBroken("This import has ended meanwhile: upload the file again.")
    spool_path = spool_of(progress.token)
    progress(5, "Reading the file")
    with progress.kept_alive(), local_path(import_record.upload.name) as path:
        outcome = read_upload(path, import_record.file_name, spool_path, progress=progress)
    close_spool(spool_path, outcome)
    progress(60, "Checking the rows")
    return {"spool": progress.token}


@shared_task(name="stakeholders.sweep_leftovers")
def sweep_leftovers():
    """Delete files that killed workers left and that no open import needs."""
    actions.sweep_leftovers()
