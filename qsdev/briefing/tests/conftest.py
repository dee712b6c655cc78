"""The demonstration's paper: built by the job, or with short files where these do not count."""

import pytest

from qsdev.briefing import actions
from qsdev.briefing.tests.quick import build_with_short_files
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
        return build_with_short_files(demonstration, by=people["analyst"])

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
