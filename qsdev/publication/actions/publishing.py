"""Publishing a standard as it was looked at, and withdrawing it."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from qsdev.audit.actions import record
from qsdev.builds.actions import ask_for_document
from qsdev.errors import RuleBroken
from qsdev.publication.content import hash_of, public_content, report_beside
from qsdev.publication.models import STANDARD, PublishedStandard, PublishedStatement
from qsdev.publication.readiness import missing_from, to_do_before
from qsdev.topics.actions.withdrawing import withdraw_row
from qsdev.topics.models import Topic
from statements.models import StatementVersion

CHANGED = "Something changed since you looked at it: look at the preview again, then publish."
SAME = "This stands published already, as version {version}: there is nothing new to publish."
NOT_READY = "Not everything is done that comes before publication. Do it, or say why it may wait."


@transaction.atomic
def publish_standard(*, topic, note, by, content_hash=None, reason_accepted=""):
    """Publish the standard as it is now, as its next version; its files are built afterwards.

    `content_hash` is that of the preview that was looked at (`publication.content.hash_of`):
    whatever changed since is refused, and so is what everyone reads already. Refused too while its
    reference, its statements or their parts are missing; what else is outstanding may be accepted
    with a reason, which is kept.
    """
    topic = Topic.objects.select_for_update().get(pk=topic.pk)
    standing = list(StatementVersion.objects.standing_in(topic))
    content = public_content(topic, standing=standing)
    if content_hash is not None and content_hash != hash_of(content):
        raise RuleBroken(CHANGED)
    refuse_the_same(topic, content)
    if missing := missing_from(topic, content):
        raise RuleBroken(missing[0].words)
    if not note.strip():
        raise RuleBroken("Say what is new in this version: readers are told.")
    if to_do_before(topic) and not reason_accepted.strip():
        raise RuleBroken(NOT_READY)
    standard = _published(topic, content, standing, note.strip(), reason_accepted.strip(), by)
    build_files(standard=standard, by=by)
    record("published_standard", standard, by=by, version=standard.version)
    return standard


def refuse_the_same(topic, content):
    """Refuse what stands published already: a form sent twice, or two who publish at once."""
    standing = topic.published_standards.standing().filter(content_hash=hash_of(content)).first()
    if standing:
        raise RuleBroken(SAME.format(version=standing.version))


def _published(topic, content, standing, note, reason_accepted, by):
    last = topic.published_standards.aggregate(last=Max("version"))["last"] or 0
    try:
        with transaction.atomic():
            standard = PublishedStandard.objects.create(
                topic=topic,
                reference=content["reference"],
                version=last + 1,
                title=content["title"],
                content=content,
                content_hash=hash_of(content),
                consultation_report=report_beside(topic),
                note=note,
                reason_accepted=reason_accepted,
                published_by=by,
            )
    except IntegrityError as error:
        raise RuleBroken(f"{content['reference']} was published for another topic.") from error
    PublishedStatement.objects.bulk_create(_statements(standard, topic, content, standing))
    return standard


def _statements(standard, topic, content, standing):
    """A row for each statement that appears, and for each that did once, in the order of print."""
    latest = StatementVersion.objects.latest_in(topic)
    versions = {one.statement.number: one for one in latest}
    versions |= {one.statement.number: one for one in standing}  # as they were when read
    for position, one in enumerate(content["statements"], start=1):
        yield PublishedStatement(
            standard=standard,
            statement_version=versions[one["number"]],
            number=one["number"],
            position=position,
            title=one["short_title"],
            text=one["text"],
        )
    for position, one in enumerate(content["removed"], start=len(content["statements"]) + 1):
        yield PublishedStatement(
            standard=standard,
            statement_version=versions[one["number"]],
            number=one["number"],
            position=position,
            title=one["short_title"],
            is_removed=True,
            replaced_by_number=one["replaced_by"],
        )


@transaction.atomic
def build_files(*, standard, by):
    """Ask for the three files of a version; those that were made stay as they are."""
    builds = standard.topic.document_builds.about(STANDARD, standard.pk)
    if builds.built().exists():
        raise RuleBroken("The files of this version were built already, and stay as they are.")
    return ask_for_document(topic=standard.topic, kind=STANDARD, subject_id=standard.pk, by=by)


@transaction.atomic
def withdraw_standard(*, standard, reason, by):
    """Withdraw a version, the last or an earlier one, with the reason that everyone is told."""
    withdraw_row(
        row=standard,
        reason=reason,
        by=by,
        without_reason="Give the reason why it is withdrawn: readers are told.",
        withdrawn_already="This version was withdrawn already.",
    )
    record("withdrew_standard", standard, by=by, version=standard.version)
    return standard
