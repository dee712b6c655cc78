"""A kind of document for the tests, and a worker in this process."""

import pytest

from qsdev.builds.kinds import KINDS, DocumentKind
from qsdev.documents.blocks import Document, Section
from qsdev.documents.shorthand import paragraph
from qsdev.jobs import running

KIND = "builds.sample"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """What a test builds is kept in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def sample_kind():
    """A kind of document with one section, under the heading that the list holds."""
    words = ["Words"]

    def build(topic, subject_id):
        return Document(topic.title, (Section(words[0], (paragraph("As it is."),)),))

    KINDS[KIND] = DocumentKind(KIND, "sample", build)
    yield words
    del KINDS[KIND]


@pytest.fixture
def run(settings):
    """Runs a build's job in this process, as a worker would."""
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction

    def done(build):
        running.run(build.job_id)
        build.refresh_from_db()
        return build

    return done
