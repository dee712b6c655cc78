"""The job that builds a document: read, render, store; what came of it is recorded once."""

from qsdev.builds import actions
from qsdev.builds.kinds import KINDS
from qsdev.builds.models import DocumentBuild
from qsdev.builds.rendering import render_document
from qsdev.documents.blocks import DocumentError
from qsdev.documents.freezing import content_hash, to_json
from qsdev.errors import RuleBroken
from qsdev.jobs.registry import job
from qsdev.jobs.running import JobStopped


@job(actions.BUILD_DOCUMENT, queue="documents", then=actions.record_document)
def build_document(progress, subject_id):
    """Build the document of the build `subject_id`; nothing is rendered inside a transaction."""
    build = DocumentBuild.objects.select_related("topic").get(pk=subject_id)
    progress(5, "Reading the rows")
    document = KINDS[build.kind].build(build.topic, build.subject_id)
    held = actions.keep_document_content(
        build=build.pk,
        token=progress.token,
        content=to_json(document),
        content_hash=content_hash(document),
    )
    if not held:
        raise JobStopped
    try:
        with progress.kept_alive():
            files = render_document(document, progress)
    except DocumentError as error:
        raise RuleBroken(f"The document cannot be printed as it is. {error}") from error
    progress(95, "Storing the files")
    kept = [
        actions.keep_document_file(token=progress.token, format=format, content=content)
        for format, content in files.items()
    ]
    return {"files": kept}
