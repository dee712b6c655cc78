"""The job that builds a paper: read, check, render, store; what came of it is recorded once."""

import time

from qsdev.briefing import actions
from qsdev.briefing.actions.nearness import FIND_NEAR
from qsdev.briefing.checks import check_material
from qsdev.briefing.near import recommendations_near
from qsdev.briefing.rendering import read_paper, render_paper
from qsdev.documents.blocks import DocumentError
from qsdev.documents.freezing import content_hash, to_json
from qsdev.errors import RuleBroken
from qsdev.jobs.registry import job
from qsdev.jobs.running import JobStopped
from qsdev.topics.models import Topic
from recommendations.actions import replace_recommendation_hints


@job(actions.BUILD, queue="documents", then=actions.record_build)
def build_paper(progress, subject_id, *, build):
    """Build the paper of the topic `subject_id`; nothing is rendered inside a transaction."""
    began = time.monotonic()
    topic = Topic.objects.get(pk=subject_id)
    try:
        with progress.kept_alive():
            files = built_files(progress, topic, build)
    except DocumentError as error:
        raise RuleBroken(f"The paper cannot be printed as it is. {error}") from error
    progress(95, "Storing the files")
    kept = [
        actions.keep_file(token=progress.token, format=format, content=content)
        for format, content in files.items()
    ]
    return {"build": build, "files": kept, "seconds": round(time.monotonic() - began, 2)}


@job(FIND_NEAR, queue="housekeeping")
def find_near_recommendations(progress, subject_id):
    """Work out which recommendations are near each area of the topic `subject_id`."""
    topic = Topic.objects.get(pk=subject_id)
    progress(10, "Comparing areas and recommendations")
    with progress.kept_alive():
        found = recommendations_near(topic)
    return {"hints": replace_recommendation_hints(topic=topic, hints=found)}


def built_files(progress, topic, build):
    """The content of every file by its format; content tree and findings are kept on the way."""
    progress(5, "Reading the rows")
    paper = read_paper(topic)
    progress(15, "Checking the paper")
    findings = [finding.as_json() for finding in check_material(paper.material, paper.document)]
    held = actions.keep_content(
        build=build,
        token=progress.token,
        content=to_json(paper.document),
        content_hash=content_hash(paper.document),
        findings=findings,
    )
    if not held:
        raise JobStopped
    return render_paper(paper, progress)
