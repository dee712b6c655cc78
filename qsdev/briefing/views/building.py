"""Pages that start, follow, stop and retry a build of the paper."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from qsdev.briefing import actions
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_POST
@topic_page("briefing.build_paper")
def paper_build(request, topic):
    """Ask for a build."""
    try:
        actions.ask_for_build(topic=topic, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("briefing:paper_detail", topic.slug)


@require_POST
@topic_page("briefing.build_paper")
def paper_build_cancel(request, topic, pk):
    """Stop a build that waits or runs."""
    build = get_object_or_404(topic.paper_builds.exclude(job=None), pk=pk)
    try:
        actions.cancel_build(build=build, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("briefing:paper_detail", topic.slug)


@require_POST
@topic_page("briefing.build_paper")
def paper_build_retry(request, topic, pk):
    """Try a build again that failed or was cancelled."""
    build = get_object_or_404(topic.paper_builds.exclude(job=None), pk=pk)
    try:
        actions.retry_build(build=build, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("briefing:paper_detail", topic.slug)


@require_GET
@topic_page("briefing.view_paper")
def paper_progress(request, topic, pk):
    """How far a build is: polled by the paper's page, and a page of its own without scripts."""
    builds = topic.paper_builds.select_related("job", "asked_by").exclude(job=None)
    build = get_object_or_404(builds.without_content(), pk=pk)
    if request.htmx and not build.job.is_under_way:
        return HttpResponseClientRefresh()
    context = {"build": build} | job_context(request, topic, build)
    return render_page(request, "briefing/paper_progress.html", context, partial="jobs/_job.html")


def job_context(request, topic, build):
    """What the partial of a job needs: the job, and the addresses that this person may use."""
    addresses = {"job_url": reverse("briefing:paper_progress", args=[topic.slug, build.pk])}
    if "briefing.build_paper" in request.allowed:
        for name in ("cancel", "retry"):
            page = f"briefing:paper_build_{name}"
            addresses[f"{name}_url"] = reverse(page, args=[topic.slug, build.pk])
    return {"job": build.job, **addresses}
