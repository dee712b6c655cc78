"""Building the paper: asked for once, done once, or plainly failed."""

import hashlib
import io
import zipfile

import pytest

from qsdev.audit.models import Event
from qsdev.briefing import actions
from qsdev.briefing.actions import building
from qsdev.briefing.models import PaperBuild
from qsdev.builds import rendering
from qsdev.errors import RuleBroken
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job


def content_of(build, format):
    with build.files.get(format=format).file.open() as file:
        return file.read()


def test_build_makes_five_files_and_says_what_it_was(asked, run_build):
    build = run_build(asked)
    assert [file.format for file in build.files.all()] == ["csv", "docx", "html", "pdf", "xlsx"]
    assert (build.job.state, build.is_built, build.seconds > 0) == (Job.State.FINISHED, True, True)
    pdf, kept = content_of(build, "pdf"), build.files.get(format="pdf")
    assert pdf[:5] == b"%PDF-"
    assert (kept.sha256, kept.size) == (hashlib.sha256(pdf).hexdigest(), len(pdf))
    assert build.job.token in kept.file.name
    assert build.findings_by_level["warning"] > 0
    assert Event.objects.about(build).filter(verb="built_paper").count() == 1


def test_word_file_has_the_page_numbers_of_the_pdf(asked, run_build):
    package = zipfile.ZipFile(io.BytesIO(content_of(run_build(asked), "docx")))
    body = package.read("word/document.xml").decode()
    assert "Contents" in body
    assert "updateFields" not in package.read("word/settings.xml").decode()


def test_same_rows_give_the_same_bytes(demonstration, people, run_build):
    first = run_build(actions.ask_for_build(topic=demonstration, by=people["analyst"]))
    second = run_build(actions.ask_for_build(topic=demonstration, by=people["lead"]))
    assert first.content_hash == second.content_hash
    for format in ("docx", "pdf", "html", "xlsx", "csv"):
        assert content_of(first, format) == content_of(second, format), format


def test_one_build_of_a_topic_at_a_time(asked, demonstration, people):
    with pytest.raises(RuleBroken, match="being built already"):
        actions.ask_for_build(topic=demonstration, by=people["lead"])
    assert PaperBuild.objects.count() == 1


def test_cancelled_build_keeps_nothing_and_can_be_retried(asked, people, run_build, media):
    actions.cancel_build(build=asked, by=people["analyst"])
    assert run_build(asked).is_built is False
    assert list(media.glob("papers/*")) == []
    actions.retry_build(build=asked, by=people["analyst"])
    asked.job.refresh_from_db()
    assert asked.job.is_queued


def test_finished_build_can_be_neither_cancelled_nor_retried(built, people):
    with pytest.raises(RuleBroken):
        actions.cancel_build(build=built, by=people["analyst"])
    with pytest.raises(RuleBroken):
        actions.retry_build(build=built, by=people["analyst"])
    assert Event.objects.filter(verb__in=["cancelled_build", "retried_build"]).count() == 0


def test_build_that_is_cancelled_while_it_runs_writes_no_file(asked, people, run_build, media):
    Job.objects.filter(pk=asked.job_id).update(cancel_requested=False)
    job = jobs.claim(job_id=asked.job_id)
    actions.cancel_build(build=asked, by=people["analyst"])
    assert jobs.beat(token=job.token) is False
    assert jobs.stop(job=job) is True
    asked.job.refresh_from_db()
    assert (asked.job.state, list(media.glob("papers/*"))) == (Job.State.CANCELLED, [])


def test_worker_that_lost_its_job_keeps_no_content(asked):
    jobs.claim(job_id=asked.job_id)
    kept = actions.keep_content(
        build=asked.pk, token="another", content={}, content_hash="0" * 64, findings=[]
    )
    asked.refresh_from_db()
    assert (kept, asked.content_hash) == (False, "")


def test_paper_that_cannot_be_printed_fails_plainly(asked, run_build, media, monkeypatch):
    monkeypatch.setattr(rendering, "PDF_SECONDS", 0)
    build = run_build(asked)
    assert (build.is_built, build.job.state) == (False, Job.State.FAILED)
    assert build.job.error.startswith("The paper cannot be printed as it is. ")
    assert list(media.glob("papers/*")) == []


def test_files_of_the_newest_builds_and_of_issued_papers_are_kept(
    issued, build_quickly, media, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(building, "BUILDS_WITH_FILES", 2)
    with django_capture_on_commit_callbacks(execute=True):
        builds = [build_quickly() for _ in range(3)]
    with_files = [build.files.count() for build in (issued.build, *builds)]
    assert with_files == [5, 0, 5, 5]
    assert len(list(media.glob("papers/*"))) == 15
