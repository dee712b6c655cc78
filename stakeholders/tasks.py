"""What workers do for imports: read a large upload, and sweep up daily what was left behind."""

from celery import shared_task

from qsdev.errors import RuleBroken
from qsdev.jobs.registry import job
from qsdev.topics.models import Topic
from stakeholders import actions
from stakeholders.actions.hinting import MAKE_HINTS, last_step_of
from stakeholders.actions.uploads import local_path
from stakeholders.hints.asking import ask
from stakeholders.hints.material import gather
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


@job(MAKE_HINTS, queue="housekeeping")
def make_hints(progress, subject_id):
    """Work out the hints of the topic `subject_id` in a child process, and put them in place."""
    topic = Topic.objects.get(pk=subject_id)
    last_step, material = last_step_of(topic), gather(topic)
    progress(10, "Comparing the suggestions")
    with progress.kept_alive():
        answer = ask(material.question) if material.texts else {}
    progress(90, "Keeping the hints")
    areas = [
        (material.suggestions[place], material.areas[area], rank, score, terms)
        for place, ranked in zip(material.waiting, answer.get("groups", ()), strict=False)
        for rank, (area, score, terms) in enumerate(ranked, start=1)
    ]
    duplicates = [
        (material.suggestions[place], material.suggestions[other], score, terms)
        for place, (other, score, terms) in answer.get("alike", ())
    ]
    actions.replace_hints(topic=topic, last_step=last_step, areas=areas, duplicates=duplicates)
    return {"areas": len(areas), "duplicates": len(duplicates)}


@shared_task(name="stakeholders.sweep_leftovers")
def sweep_leftovers():
    """Delete files that killed workers left and that no open import needs."""
    actions.sweep_leftovers()
