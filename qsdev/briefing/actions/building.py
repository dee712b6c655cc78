"""Building the paper: people ask for it, and a worker records once what it built."""

import hashlib
from collections import Counter
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.briefing.models import PaperBuild, PaperFile
from qsdev.errors import RuleBroken
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job

BUILD = "briefing.build_paper"
BUILDS_WITH_FILES = 10
UNDER_WAY = "The paper is being built already: wait until that has ended, or cancel it first."


@transaction.atomic
def ask_for_build(*, topic, by):
    """Ask a worker to build the topic's paper; one build of a topic at a time."""
    if Job.objects.of(BUILD, topic.pk).under_way().exists():
        raise RuleBroken(UNDER_WAY)
    build = PaperBuild.objects.create(topic=topic, asked_by=by)
    build.job = jobs.enqueue(
        kind=BUILD, subject_id=topic.pk, topic_id=topic.pk, arguments={"build": build.pk}, by=by
    )
    build.save(update_fields=["job"])
    record("asked_for_build", build, by=by, job=build.job_id)
    return build


@transaction.atomic
def cancel_build(*, build, by):
    """Stop a build that waits or runs; nothing of it is kept."""
    jobs.cancel(job=build.job, by=by)
    record("cancelled_build", build, by=by, job=build.job_id)
    return build


@transaction.atomic
def retry_build(*, build, by):
    """Try a build again that failed or was cancelled, with the rows as they are now."""
    jobs.retry(job=build.job, by=by)
    record("retried_build", build, by=by, job=build.job_id)
    return build


def keep_file(*, token, format, content):
    """Store one file of a build under a name that includes the token of the worker's attempt.

    Returns what `record_build` needs of it. A file that no build comes to own harms nothing.
    """
    name = default_storage.save(f"papers/{token}.{format}", ContentFile(content))
    sha256 = hashlib.sha256(content).hexdigest()
    return {"format": str(format), "name": name, "sha256": sha256, "size": len(content)}


def keep_content(*, build, token, content, content_hash, findings):
    """Keep the content tree and findings of the attempt under way; False if it lost its job."""
    held = PaperBuild.objects.filter(
        pk=build, finished_at=None, job__token=token, job__state=Job.State.RUNNING
    )
    kept = held.update(
        content=content,
        content_hash=content_hash,
        findings=findings,
        finding_counts=dict(Counter(finding["level"] for finding in findings)),
    )
    return bool(kept)


@transaction.atomic
def record_build(job, result):
    """Make the files the build's, in the transaction that finishes the job: once or not at all."""
    build = PaperBuild.objects.select_for_update().get(pk=job.arguments["build"])
    PaperFile.objects.bulk_create(
        PaperFile(
            build=build,
            format=kept["format"],
            file=kept["name"],
            sha256=kept["sha256"],
            size=kept["size"],
        )
        for kept in result["files"]
    )
    build.finished_at = timezone.now()
    build.seconds = result["seconds"]
    build.save(update_fields=["finished_at", "seconds"])
    remove_old_files(build.topic)
    record(
        "built_paper",
        build,
        by=build.asked_by,
        content_hash=build.content_hash,
        **{f"findings_{level}": count for level, count in build.findings_by_level.items()},
    )
    return build


def remove_old_files(topic):
    """Remove the files of all but the newest builds; those of issued papers stay for ever."""
    newest = list(topic.paper_builds.built()[:BUILDS_WITH_FILES].values_list("pk", flat=True))
    old = PaperFile.objects.filter(build__topic=topic, build__paper=None).exclude(build__in=newest)
    names = list(old.values_list("file", flat=True))
    old.delete()
    for name in names:
        transaction.on_commit(partial(default_storage.delete, name))
