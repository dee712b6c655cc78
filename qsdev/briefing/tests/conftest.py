"""The demonstration's paper: built by the job, or with short files where these do not count."""

import pytest

from qsdev.briefing import actions
from qsdev.briefing.checks import check_material
from qsdev.briefing.models import PaperFormat
from qsdev.briefing.rendering import read_paper
from qsdev.documents.freezing import content_hash, to_json
from qsdev.jobs import actions as jobs
from qsdev.jobs import running


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """What a test builds is kept in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def asked(demonstration, people):
    """A build that the analyst asked for and no worker has begun."""
    return actions.ask_for_build(topic=demonstration, by=people["analyst"])


@pytest.fixture
def run_build(settings):
    """Runs a build's job in this process, as a worker would."""
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction

    def run(build):
        running.run(build.job_id)
        build.refresh_from_db()
        return build

    return run


@pytest.fixture
def build_quickly(demonstration, people):
    """Makes a build of the topic's rows through the job's steps, with a few bytes for each file."""

    def build():
        asked = actions.ask_for_build(topic=demonstration, by=people["analyst"])
        job = jobs.claim(job_id=asked.job_id)
        paper = read_paper(demonstration)
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

    return build


@pytest.fixture
def built(build_quickly):
    """A finished build of the demonstration's paper."""
    return build_quickly()


@pytest.fixture
def issued(built, people):
    """Version 1 of the demonstration's paper, issued by the lead."""
    return actions.issue_paper(
        build=built, by=people["lead"], reason_errors_accepted="Known and harmless."
    )
