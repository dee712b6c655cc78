"""Building documents: people ask for one, and a worker records once what it built."""

import hashlib
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.builds.kinds import KINDS
from qsdev.builds.models import DocumentBuild, DocumentFile
from qsdev.documents import freezing
from qsdev.errors import RuleBroken
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job
from qsdev.topics.models import Topic

BUILD_DOCUMENT = "builds.build_document"
BUILDS_WITH_FILES = 3
UNDER_WAY = "It is being built already: wait until that has ended."


@transaction.atomic
def ask_for_document(*, topic, kind, by, subject_id=0):
    """Ask a worker to build a document of the topic; one build of it at a time."""
    if kind not in KINDS:
        raise ValueError(f"There is no kind of document named {kind}.")
    Topic.objects.select_for_update().get(pk=topic.pk)
    if topic.document_builds.about(kind, subject_id).under_way().exists():
        raise RuleBroken(UNDER_WAY)
    build = DocumentBuild.objects.create(topic=topic, kind=kind, subject_id=subject_id, asked_by=by)
    build.job = jobs.enqueue(kind=BUILD_DOCUMENT, subject_id=build.pk, topic_id=topic.pk, by=by)
    build.save(update_fields=["job"])
    record("asked_for_document", build, by=by, kind=kind, subject_id=subject_id)
    return build


def current_build(topic, kind, subject_id, *, name):
    """The newest build of a document, which must hold the rows as they are now.

    Raises RuleBroken where there is none, or something changed since; `name` is the document's
    name in the sentence, for example "summary report".
    """
    build = topic.document_builds.about(kind, subject_id).built().first()
    if build is None:
        raise RuleBroken(f"Build the {name} first.")
    if build.content_hash != freezing.content_hash(KINDS[kind].build(topic, subject_id)):
        raise RuleBroken(
            f"Something changed since the {name} was built: build it again and look at it."
        )
    return build


def keep_document_file(*, token, format, content):
    """Store one file under a name that includes the token of the worker's attempt.

    Returns what `record_document` needs of it. A file that no build comes to own harms nothing.
    """
    name = default_storage.save(f"documents/{token}.{format}", ContentFile(content))
    sha256 = hashlib.sha256(content).hexdigest()
    return {"format": str(format), "file": name, "sha256": sha256, "size": len(content)}


def keep_document_content(*, build, token, content, content_hash):
    """Keep the content tree of the attempt under way; False if it lost its job meanwhile."""
    held = DocumentBuild.objects.filter(
        pk=build, finished_at=None, job__token=token, job__state=Job.State.RUNNING
    )
    return bool(held.update(content=content, content_hash=content_hash))


@transaction.atomic
def record_document(job, result):
    """Make the files the build's, in the transaction that finishes the job: once or not at all."""
    build = DocumentBuild.objects.select_for_update().get(pk=job.subject_id)
    DocumentFile.objects.bulk_create(DocumentFile(build=build, **kept) for kept in result["files"])
    build.finished_at = timezone.now()
    build.save(update_fields=["finished_at"])
    remove_old_files(build)
    record("built_document", build, by=build.asked_by, content_hash=build.content_hash)
    return build


def remove_old_files(build):
    """Remove the files of all but the newest builds of a document; no two builds share a file."""
    same = build.topic.document_builds.about(build.kind, build.subject_id)
    newest = list(same.built()[:BUILDS_WITH_FILES].values_list("pk", flat=True))
    old = DocumentFile.objects.filter(build__in=same).exclude(build__in=newest)
    names = list(old.values_list("file", flat=True))
    old.delete()
    for name in names:
        transaction.on_commit(partial(default_storage.delete, name))
