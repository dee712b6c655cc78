"""Pages of the second meeting's package: built, issued to the committee, read, withdrawn."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.builds.pages import (
    Subject,
    article_of,
    document_answer,
    document_context,
    follow_document,
)
from qsdev.consultation.models import consultation_of
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.validation import actions
from qsdev.validation.forms.packages import PackageIssueForm, PackageWithdrawForm
from qsdev.validation.models import PACKAGE, issued_package, package_to_read, second_meeting

PERMISSION = "validation.build_package"


def meeting_or_404(topic):
    """The second meeting in hand."""
    meeting = second_meeting(topic)
    if meeting is None:
        raise Http404
    return meeting


def subject_of(meeting):
    """The package of a meeting as a document."""
    return Subject(meeting.topic, PACKAGE, meeting.pk, (meeting.topic.slug,))


@require_GET
@topic_page(PERMISSION)
def package_detail(request, topic):
    """The package in preparation: its questions, its files, what it says, its versions."""
    meeting = second_meeting(topic)
    if meeting is None:
        return render_page(request, "validation/package_detail.html", {"meeting": None})
    subject = subject_of(meeting)
    following = follow_document(request, subject)
    if following:
        return following
    package = issued_package(meeting)
    has_draft = hasattr(consultation_of(topic), "consultation_draft")
    may_build = has_draft and not package
    context = document_context(subject, page="validation:package", may_build=may_build)
    context |= {
        "meeting": meeting,
        "package": package,
        "has_draft": has_draft,
        "versions": topic.committee_packages.select_related("meeting", "issued_by", "withdrawn_by"),
        "questions": meeting.committee_questions.select_related("statement"),
    }
    return render_page(request, "validation/package_detail.html", context)


@require_GET
@topic_page(PERMISSION)
def package_read(request, topic):
    """What the package says, as last built, to read before it is issued."""
    build = subject_of(meeting_or_404(topic)).newest
    if build is None:
        raise Http404
    context = {"build": build, "article": article_of(build)}
    return render_page(request, "validation/package_read.html", context)


@require_POST
@topic_page(PERMISSION)
def package_build(request, topic):
    """Ask for the package to be built from the rows as they are now."""
    try:
        actions.build_package(meeting=meeting_or_404(topic), by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("validation:package_detail", topic.slug)


@require_GET
@topic_page(PERMISSION)
def package_download(request, topic, format):
    """A file of the package as last built."""
    return document_answer(subject_of(meeting_or_404(topic)).newest, format)


@require_http_methods(["GET", "POST"])
@topic_page("validation.issue_package")
def package_issue(request, topic):
    """Issue the package to the committee, after asking."""
    meeting = meeting_or_404(topic)
    here = reverse("validation:package_detail", args=[topic.slug])
    form = PackageIssueForm(request.POST if request.method == "POST" else None, cancel=here)
    if form.is_valid():
        try:
            package = actions.issue_package(meeting=meeting, by=request.user)
            messages.success(request, f"Version {package.version} is issued to the committee.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "meeting": meeting, "build": subject_of(meeting).newest}
    return render_page(request, "validation/package_issue.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("validation.issue_package")
def package_withdraw(request, topic, version):
    """Withdraw a package that was issued, with the reason."""
    package = get_object_or_404(topic.committee_packages, version=version)
    here = reverse("validation:package_detail", args=[topic.slug])
    form = PackageWithdrawForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            actions.withdraw_package(package=package, by=request.user, **form.cleaned_data)
            messages.success(request, f"Version {version} of the package is withdrawn.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error("reason", str(error))
    context = {"form": form, "package": package}
    return render_page(request, "validation/package_withdraw.html", context)


def issued_or_404(topic):
    """The package that the committee reads now."""
    package = package_to_read(topic)
    if package is None:
        raise Http404
    return package


@require_GET
@topic_page("validation.view_validation")
def issued_package_detail(request, topic):
    """The package as it was issued, for everyone who reads issued papers."""
    package = issued_or_404(topic)
    context = {"package": package, "article": article_of(package.build)}
    return render_page(request, "validation/issued_package_detail.html", context)


@require_GET
@topic_page("validation.view_validation")
def issued_package_download(request, topic, format):
    """A file of the package as issued."""
    return document_answer(issued_or_404(topic).build, format)
