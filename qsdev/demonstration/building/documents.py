"""Does at once, in this process, what a worker would do later: the building of documents."""

from qsdev.builds import actions
from qsdev.errors import RuleBroken
from qsdev.jobs import running


def build_now(build):
    """Run the job of a build of the paper or of a document, and return the build as it is then."""
    job = running.run(build.job_id)
    build.refresh_from_db()
    if build.finished_at is None:
        raise RuleBroken(f"A document of the demonstration could not be built. {job.error}")
    return build


def document_now(topic, kind, *, by, subject_id=0):
    """Ask for a document of the topic, and build it."""
    return build_now(actions.ask_for_document(topic=topic, kind=kind, subject_id=subject_id, by=by))
