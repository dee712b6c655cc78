"""Pages of the assessment's issues: recording, changing and withdrawing them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from qsdev.equality import actions
from qsdev.equality.content import earlier_issues, issue_content, issues_with_parts
from qsdev.equality.forms.issues import IssueForm, IssueWithdrawForm
from qsdev.equality.models import Stage
from qsdev.equality.views.stages import RECORD, page_of, shown, stage_or_404, way_back
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


def place_of(topic, issue):
    """The address of an issue on its stage's page."""
    return f"{page_of(topic, issue.stage)}#issue-{issue.number}"


def earlier_of(request, topic, stage):
    """The issue of an earlier stage that the page was asked to continue, or None."""
    number = request.GET.get("continues", "")
    if not number.isdecimal() or len(number) > 5:
        return None
    return earlier_issues(topic, stage).filter(number=number).first()


@require_http_methods(["GET", "POST"])
@topic_page(RECORD)
def issue_create(request, topic, stage):
    """Record an issue at a stage, new or as one that continues an earlier issue."""
    stage = stage_or_404(stage)
    if back := way_back(request, topic, stage):
        return back
    earlier = earlier_of(request, topic, stage)
    form = IssueForm(
        request.POST or None,
        topic=topic,
        stage=stage,
        continues=earlier,
        cancel=page_of(topic, stage),
    )
    if form.is_valid():
        try:
            given = form.issue_fields
            issue = actions.record_issue(topic=topic, stage=stage, by=request.user, **given)
            messages.success(request, f"Issue {issue.number} is recorded.")
            return redirect(place_of(topic, issue))
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "stage": stage, "earlier": earlier}
    return render_page(request, "equality/issue_create.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(RECORD)
def issue_edit(request, topic, number):
    """Say an issue anew; where somebody else changed it meanwhile, both texts are shown."""
    issue = get_object_or_404(issues_with_parts(topic), number=number)
    stage, here = Stage(issue.stage), place_of(topic, issue)
    if back := way_back(request, topic, stage, is_withdrawn=issue.is_withdrawn):
        return back
    form = IssueForm(request.POST or None, topic=topic, stage=stage, issue=issue, cancel=here)
    current = None
    if form.is_valid():
        try:
            version = form.cleaned_data["version"]
            given = form.issue_fields
            actions.change_issue(issue=issue, version=version, by=request.user, **given)
            messages.success(request, f"Issue {number} is saved.")
            return redirect(here)
        except EditCollision as collision:
            current, form = now(topic, collision), form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "issue": issue, "stage": stage, "current": current}
    context["filings"] = filed_under(issue.area)
    return render_page(request, "equality/issue_edit.html", context)


def now(topic, collision):
    """An issue as it stands after somebody else changed it."""
    return shown(issue_content(issues_with_parts(topic).get(pk=collision.current.pk)), {})


def filed_under(area):
    """What was suggested under the area that an issue concerns, to be written from."""
    return area.filings.select_related("suggestion__stakeholder") if area else []


@require_http_methods(["GET", "POST"])
@topic_page(RECORD)
def issue_withdraw(request, topic, number):
    """Withdraw an issue, with the reason."""
    issue = get_object_or_404(issues_with_parts(topic), number=number)
    stage, here = Stage(issue.stage), place_of(topic, issue)
    if back := way_back(request, topic, stage, is_withdrawn=issue.is_withdrawn):
        return back
    form = IssueWithdrawForm(request.POST or None, issue=issue, cancel=here)
    said = shown(issue_content(issue), {})
    if form.is_valid():
        try:
            actions.withdraw_issue(issue=issue, by=request.user, **form.cleaned_data)
            messages.success(request, f"Issue {number} is withdrawn.")
            return redirect(here)
        except EditCollision as collision:
            said, form = now(topic, collision), form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "issue": issue, "stage": stage, "said": said}
    return render_page(request, "equality/issue_withdraw.html", context)
