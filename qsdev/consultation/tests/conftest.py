"""A consultation on four draft statements of the demonstration topic, open now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.consultation import actions
from qsdev.consultation.actions.importing import READ
from qsdev.consultation.tests.material import draft_statements, five_comments
from qsdev.jobs import running
from qsdev.jobs.models import Job
from qsdev.topics.actions import open_round
from qsdev.topics.models import RoundKind


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Uploads of a test are kept in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def round(demonstration, people):
    """The consultation, with the draft issued: four statements, the three standard questions."""
    now = timezone.now()
    round = open_round(
        topic=demonstration,
        kind=RoundKind.CONSULTATION,
        opens_at=now - timedelta(days=7),
        closes_at=now + timedelta(days=21),
        by=people["lead"],
    )
    draft_statements(demonstration, people["analyst"])
    actions.issue_draft(round=round, by=people["lead"])
    return round


@pytest.fixture
def imports(round, people):
    """Imports rows of comments; returns the import, not confirmed yet."""

    def imported(content, name="comments.csv", **about):
        about.setdefault("received_on", timezone.localdate())
        data = content if isinstance(content, bytes) else content.encode()
        return actions.start_import(
            round=round, file=data, file_name=name, by=people["administrator"], **about
        )

    return imported


@pytest.fixture
def read_by_worker(settings):
    """Does what a worker does once it is woken: reads the table that was uploaded last."""
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction

    def read():
        return running.run(Job.objects.filter(kind=READ).latest("pk").pk)

    return read


@pytest.fixture
def comments(round, imports, people):
    """Five comments of three organisations, imported."""
    import_record = imports(five_comments())
    actions.confirm_import(
        import_record=import_record, version=import_record.version, by=people["administrator"]
    )
    return list(round.comments.order_by("number"))
