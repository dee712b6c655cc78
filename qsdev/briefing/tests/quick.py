"""A paper's build without its typesetting, for tests in which its files do not count."""

from qsdev.briefing import actions
from qsdev.briefing.checks import check_material
from qsdev.briefing.models import PaperFormat
from qsdev.briefing.rendering import read_paper
from qsdev.documents.freezing import content_hash, to_json
from qsdev.jobs import actions as jobs


def build_with_short_files(topic, *, by):
    """Build the topic's rows through the job's steps, with a few bytes for each file."""
    asked = actions.ask_for_build(topic=topic, by=by)
    job = jobs.claim(job_id=asked.job_id)
    paper = read_paper(topic)
    actions.keep_content(
        build=asked.pk,
        token=job.token,
        content=to_json(paper.document),
        content_hash=content_hash(paper.document),
        findings=[one.as_json() for one in check_material(paper.material, paper.document)],
    )
    kept = [
        actions.keep_file(token=job.token, format=format, content=f"the {format}".encode())
        for format in PaperFormat
    ]
    result = {"build": asked.pk, "files": kept, "seconds": 1.5}
    jobs.finish(job=job, result=result, then=actions.record_build)
    asked.refresh_from_db()
    return asked
