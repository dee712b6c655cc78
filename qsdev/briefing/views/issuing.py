"""Pages for the lead: issue a build to the committee, withdraw a paper that was wrong."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from qsdev.briefing import actions
from qsdev.briefing.finding_groups import in_groups
from qsdev.briefing.forms import PaperIssueForm, PaperWithdrawForm
from qsdev.briefing.views.papers import readable_build
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_http_methods(["GET", "POST"])
@topic_page("briefing.issue_paper")
def paper_issue(request, topic, pk):
    """Issue a build as the next version, accepting its errors with a reason if it has any."""
    build = readable_build(topic, pk)
    form = PaperIssueForm(request.POST if request.method == "POST" else None, build=build)
    if form.is_valid():
        try:
            paper = actions.issue_paper(build=build, by=request.user, **form.cleaned_data)
            messages.success(request, f"Version {paper.version} is issued to the committee.")
            return redirect("briefing:issued_paper_detail", topic.slug, paper.version)
        except RuleBroken as error:
            form.add_error(None, str(error))
    errors = [finding for finding in build.findings if finding["level"] == "error"]
    context = {"form": form, "build": build, "groups": in_groups(errors)}
    return render_page(request, "briefing/paper_issue.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("briefing.withdraw_paper")
def paper_withdraw(request, topic, version):
    """Withdraw an issued paper with the reason that the committee is shown."""
    paper = get_object_or_404(topic.papers, version=version)
    form = PaperWithdrawForm(request.POST or None)
    if form.is_valid():
        try:
            actions.withdraw_paper(paper=paper, by=request.user, **form.cleaned_data)
            messages.success(request, f"Version {paper.version} is withdrawn.")
            return redirect("briefing:paper_detail", topic.slug)
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "briefing/paper_withdraw.html", {"form": form, "paper": paper})
