"""The demonstration topic with two whole statements, ready to be published, and published."""

import pytest

from qsdev.jobs import running
from qsdev.publication.models import STANDARD
from qsdev.publication.tests.material import make_publishable, publish


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """What a test builds is kept in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def topic(demonstration, people):
    """The topic with two statements that have all their parts, and its plan of publication."""
    make_publishable(demonstration, people)
    return demonstration


@pytest.fixture
def standard(topic, people):
    """QS133, version 1."""
    return publish(topic, people)


@pytest.fixture
def build_files(settings):
    """Builds a version's three files in this process, as a worker would."""
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction

    def built(standard):
        build = standard.topic.document_builds.about(STANDARD, standard.pk).get()
        running.run(build.job_id)
        build.refresh_from_db()
        return build

    return built
