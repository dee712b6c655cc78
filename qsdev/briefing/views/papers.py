"""The paper's pages for the team: the newest build, its findings, files and changes."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from qsdev.briefing.builder import build_paper_content
from qsdev.briefing.checks import check_paper
from qsdev.briefing.finding_groups import in_groups
from qsdev.briefing.models import PaperBuild
from qsdev.briefing.views.building import job_context
from qsdev.briefing.views.downloads import file_answer
from qsdev.documents.freezing import from_json
from qsdev.documents.html import write_html
from qsdev.htmx import render_page
from qsdev.jobs.models import Job
from qsdev.topics.access import topic_page

PAGE_LENGTH = 20


@require_GET
@topic_page("briefing.view_paper")
def paper_detail(request, topic):
    """Build the paper, see what the checks find, fetch its files, and issue it."""
    builds = (
        topic.paper_builds.select_related("job", "asked_by", "paper")
        .without_content()
        .with_redactions()
    )
    newest = PaperBuild.objects.newest_of(topic)
    latest = builds.exclude(job=None).first()
    papers = list(topic.papers.select_related("issued_by", "withdrawn_by"))
    context = {
        "newest": newest,
        "files": newest.files.in_order() if newest else [],
        "groups": in_groups(newest.findings) if newest and not newest.is_withheld else [],
        "page": Paginator(builds, PAGE_LENGTH).get_page(request.GET.get("page")),
        "papers": papers,
        "issued": next((paper for paper in papers if not paper.is_withdrawn), None),
        "last_issued": papers[0] if papers else None,
        "may_build": "briefing.build_paper" in request.allowed,
        "may_issue": "briefing.issue_paper" in request.allowed,
        "may_withdraw": "briefing.withdraw_paper" in request.allowed,
    }
    if latest and latest.job.state != Job.State.FINISHED:
        context |= {"latest": latest} | job_context(request, topic, latest)
    return render_page(request, "briefing/paper_detail.html", context)


@require_GET
@topic_page("briefing.view_paper")
def paper_checks(request, topic):
    """What the checks find in the rows as they are now, without a build."""
    document = build_paper_content(topic)
    findings = [finding.as_json() for finding in check_paper(topic, document)]
    context = {"groups": in_groups(findings), "findings": findings}
    return render_page(request, "briefing/paper_checks.html", context)


@require_GET
@topic_page("briefing.view_paper")
def paper_findings(request, topic, pk):
    """What the checks found when a build was made."""
    build = readable_build(topic, pk)
    context = {"build": build, "groups": in_groups(build.findings)}
    return render_page(request, "briefing/paper_findings.html", context)


@require_GET
@topic_page("briefing.view_paper")
def paper_preview(request, topic, pk):
    """A build on screen, as its readers would see it."""
    build = readable_build(topic, pk)
    context = {"build": build, "article": article_of(build)}
    return render_page(request, "briefing/paper_preview.html", context)


@require_GET
@topic_page("briefing.view_paper")
def paper_download(request, topic, pk, format):
    """One file of a build."""
    return file_answer(readable_build(topic, pk), format)


def readable_build(topic, pk):
    """A build of the topic; 404 where a passage that it holds was redacted since."""
    build = get_object_or_404(topic.paper_builds.built().with_redactions(), pk=pk)
    if build.is_withheld:
        raise Http404
    return build


def article_of(build):
    """The content of a build as one HTML article; the writer has escaped every text in it."""
    return mark_safe(write_html(from_json(build.content), standalone=False))
