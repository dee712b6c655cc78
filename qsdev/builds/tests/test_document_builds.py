"""Building a document: asked for once at a time, recorded once, its files kept for a while."""

import pytest
from django.core.files.storage import default_storage

from qsdev.builds import actions
from qsdev.builds.models import DocumentBuild, DocumentFile
from qsdev.builds.tests.conftest import KIND
from qsdev.documents.freezing import from_json
from qsdev.errors import RuleBroken
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job
from qsdev.topics.actions import create_topic


@pytest.fixture
def topic(person):
    return create_topic(slug="new-topic", title="New topic", by=person)


@pytest.fixture
def ask(topic, person, sample_kind):
    def asked():
        return actions.ask_for_document(topic=topic, kind=KIND, subject_id=7, by=person)

    return asked


def test_document_is_built_in_three_formats(ask, run):
    build = run(ask())

    assert sorted(file.format for file in build.files.all()) == ["docx", "html", "pdf"]
    assert all(default_storage.exists(file.file.name) for file in build.files.all())
    assert from_json(build.content).title == "New topic"
    assert build.finished_at is not None


def test_one_build_of_a_document_at_a_time(ask, run):
    first = ask()
    with pytest.raises(RuleBroken, match="being built already"):
        ask()
    assert list(DocumentBuild.objects.all()) == [first]
    run(first)
    assert ask() != first


def test_kind_that_nobody_named_is_a_bug(topic, person):
    with pytest.raises(ValueError, match="no kind of document"):
        actions.ask_for_document(topic=topic, kind="builds.none", by=person)


def test_document_that_cannot_be_printed_fails_plainly(ask, run, sample_kind):
    build = ask()
    sample_kind[0] = ""
    build = run(build)

    assert build.job.state == Job.State.FAILED
    assert "The document cannot be printed as it is." in build.job.error
    assert (build.finished_at, build.files.count()) == (None, 0)


def test_worker_that_lost_its_job_changes_nothing(ask):
    build = ask()
    job = jobs.claim(job_id=build.job_id)
    jobs.fail(job=job, error="Lost.")
    kept = actions.keep_document_content(
        build=build.pk, token=job.token, content={}, content_hash="x"
    )

    build.refresh_from_db()
    assert (kept, build.content) == (False, None)


def test_files_of_old_builds_are_removed(ask, run, django_capture_on_commit_callbacks):
    builds = []
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(actions.BUILDS_WITH_FILES + 1):
            builds.append(run(ask()))

    with_files = set(DocumentFile.objects.values_list("build", flat=True))
    assert with_files == {build.pk for build in builds[1:]}
    assert len(default_storage.listdir("documents")[1]) == 3 * actions.BUILDS_WITH_FILES
