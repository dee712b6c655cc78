"""Issuing freezes a paper for the committee; a wrong one is withdrawn and issued anew."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from qsdev.audit.actions import locked_chain, record
from qsdev.audit.models import Chain
from qsdev.briefing.builder import build_paper_content
from qsdev.briefing.checks import check_paper
from qsdev.briefing.models import (
    BriefingPaper,
    IssuedArea,
    IssuedSuggestion,
    PaperBuild,
    PaperState,
)
from qsdev.documents.freezing import content_hash
from qsdev.errors import RuleBroken
from stakeholders.models import AreaSummary, Filing

ISSUED = "Version {version} is issued: withdraw it, with a reason, before you issue it anew."
NOT_NEWEST = "This is not the newest build of the paper: look at the newest and issue that one."
CHANGED = (
    "What the paper is made from has changed since this build: build it again, look at it and "
    "issue that one."
)
MORE_ERRORS = (
    "The checks now find an error that they did not find when this was built: build the paper "
    "again and look at it."
)


@transaction.atomic
def issue_paper(*, build, by, reason_errors_accepted=""):
    """Issue a build to the committee as the topic's next version, frozen with its areas.

    Only the newest finished build can be issued, and only while the topic's rows still give the
    content that was built and looked at. Errors stop it unless a reason accepts them.
    """
    topic = build.topic
    check_none_issued(topic)
    check_newest(build)
    reason = check_content_once_still(build, reason_errors_accepted.strip())
    try:
        with transaction.atomic():
            paper = BriefingPaper.objects.create(
                topic=topic,
                version=next_version(topic),
                build=build,
                issued_by=by,
                reason_errors_accepted=reason,
            )
    except IntegrityError as error:
        raise RuleBroken("Somebody else issued the paper just now: look at it first.") from error
    freeze_areas(paper)
    freeze_suggestions(paper)
    record("issued_paper", paper, by=by, version=paper.version, content_hash=build.content_hash)
    return paper


@transaction.atomic
def withdraw_paper(*, paper, reason, by):
    """Withdraw an issued paper; the committee reads the reason in its place."""
    reason = reason.strip()
    if not reason:
        raise RuleBroken("Say why the paper is withdrawn: the committee is shown the reason.")
    changed = BriefingPaper.objects.filter(pk=paper.pk, state=PaperState.ISSUED).update(
        state=PaperState.WITHDRAWN,
        withdrawn_by=by,
        withdrawn_at=timezone.now(),
        reason_withdrawn=reason,
    )
    if not changed:
        raise RuleBroken(f"Version {paper.version} is withdrawn already.")
    record("withdrew_paper", paper, by=by, version=paper.version)
    paper.refresh_from_db()
    return paper


def check_none_issued(topic):
    standing = topic.papers.filter(state=PaperState.ISSUED).first()
    if standing:
        raise RuleBroken(ISSUED.format(version=standing.version))


def check_newest(build):
    if not build.is_built:
        raise RuleBroken("This build has not finished: wait for it, or build the paper again.")
    if PaperBuild.objects.newest_of(build.topic) != build:
        raise RuleBroken(NOT_NEWEST)
    for paper in BriefingPaper.objects.filter(build=build):
        raise RuleBroken(
            f"This build was issued as version {paper.version} already: build the paper again."
        )


def check_content_once_still(build, reason):
    """As `check_content`, with nobody else changing the topic from then until the paper is issued.

    Every change of a topic is recorded in its chain, which is held after the check rather than
    during it, as the check may take seconds; what was recorded in between is checked for again.
    """
    before = Chain.objects.get(pk=build.topic_id).length
    accepted = check_content(build, reason)
    if locked_chain(build.topic_id).length != before:
        accepted = check_content(build, reason)
    return accepted


def check_content(build, reason):
    """The reason for which errors are accepted, or nothing where there are none to accept.

    The checks run again: what they read beside the content, such as rows left out of an import,
    may have changed since the build.
    """
    document = build_paper_content(build.topic)
    if content_hash(document) != build.content_hash:
        raise RuleBroken(CHANGED)
    errors = {one.message for one in check_paper(build.topic, document) if one.level == "error"}
    if errors - {one["message"] for one in build.findings}:
        raise RuleBroken(MORE_ERRORS)
    if errors and not reason:
        raise RuleBroken("Say why the errors are accepted, or mend them and build the paper again.")
    return reason if errors else ""


def next_version(topic):
    return (topic.papers.aggregate(last=Max("version"))["last"] or 0) + 1


def freeze_areas(paper):
    """Keep each area as issued: what is decided later points at these rows."""
    areas = list(paper.topic.areas.all())
    summaries, filed = {}, {}
    for summary in AreaSummary.objects.filter(area__in=areas).order_by("sub_area__position", "pk"):
        summaries.setdefault(summary.area_id, []).append(summary.text)
    for filing in Filing.objects.filter(area__in=areas).select_related("suggestion"):
        filed.setdefault(filing.area_id, set()).add(filing.suggestion)
    IssuedArea.objects.bulk_create(
        IssuedArea(
            paper=paper,
            area=area,
            title=area.title,
            kind=area.kind,
            position=area.position,
            summary="\n\n".join(summaries.get(area.pk, ())),
            suggestions=len(filed.get(area.pk, ())),
            contributors=len({one.stakeholder_id for one in filed.get(area.pk, ())}),
        )
        for area in areas
    )


def freeze_suggestions(paper):
    """Keep which suggestions were issued: they can no longer be undone."""
    IssuedSuggestion.objects.bulk_create(
        IssuedSuggestion(paper=paper, suggestion=suggestion)
        for suggestion in paper.topic.suggestions.all()
    )
