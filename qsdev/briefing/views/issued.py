"""Issued papers: what the committee, its experts and observers read."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from qsdev.briefing.views.downloads import file_answer
from qsdev.briefing.views.papers import article_of
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page("briefing.view_issued_paper")
def issued_paper_detail(request, topic, version):
    """A version as issued; of a withdrawn one the committee reads why, and the team the paper."""
    papers = topic.papers.select_related("build", "issued_by", "withdrawn_by")
    paper = get_object_or_404(papers, version=version)
    context = {"paper": paper, "is_team": "briefing.view_paper" in request.allowed}
    if is_open(paper, request):
        context |= {"article": article_of(paper.build), "files": paper.build.files.in_order()}
    context["newer"] = topic.papers.filter(version__gt=paper.version, state="issued").first()
    return render_page(request, "briefing/issued_paper_detail.html", context)


@require_GET
@topic_page("briefing.view_issued_paper")
def issued_paper_download(request, topic, version, format):
    """One file of an issued version."""
    paper = get_object_or_404(topic.papers.select_related("build__topic"), version=version)
    if not is_open(paper, request):
        raise Http404
    return file_answer(paper.build, format, version=paper.version)


def is_open(paper, request):
    """Whether the person may read the version itself: a withdrawn one only the team may.

    A version that holds a passage redacted since is open to nobody.
    """
    may_read = not paper.is_withdrawn or "briefing.view_paper" in request.allowed
    return may_read and not paper.is_withheld
