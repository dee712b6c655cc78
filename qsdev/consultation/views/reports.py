"""Pages of the summary report and of the table of comments: built, issued, read, withdrawn."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.builds.downloads import made_file
from qsdev.builds.pages import Subject, article_of, document_answer, document_page
from qsdev.consultation import actions
from qsdev.consultation.builder import gather, spreadsheet
from qsdev.consultation.builder.kinds import REPORT, TABLE
from qsdev.consultation.builder.table import WIDTHS
from qsdev.consultation.forms.reports import ReportIssueForm, ReportWithdrawForm
from qsdev.consultation.issued import is_withheld, issued_documents, issued_now
from qsdev.consultation.views.settling import unsettled_of
from qsdev.consultation.views.workbench import progress_of, round_or_404
from qsdev.documents.spreadsheets import write_csv, write_xlsx
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

PERMISSION = "consultation.build_report"
SHEETS = ("xlsx", "csv")


def subject_of(topic, round, kind):
    """The document that a page is about."""
    return Subject(topic, kind, round.pk, (topic.slug,))


def page_of(request, topic, kind, page, template):
    """A page of one of the two documents: its builds, its content, whether it is issued."""
    round = round_or_404(topic)
    issued = issued_now(round)
    return document_page(
        request,
        subject_of(topic, round, kind),
        template,
        page=f"consultation:{page}",
        may_build=not issued,
        withheld=partial(is_withheld, round=round),
        about=lambda: {
            "round": round,
            "progress": progress_of(round),
            "unsettled": unsettled_of(round),
            "issued": issued,
        },
    )


@require_GET
@topic_page(PERMISSION)
def report_detail(request, topic):
    """The summary report: whether it can be issued, its files, and what it says."""
    return page_of(request, topic, REPORT, "report", "consultation/report_detail.html")


@require_GET
@topic_page(PERMISSION)
def comment_table_detail(request, topic):
    """The public table of comments and responses: its files, and what it says."""
    return page_of(request, topic, TABLE, "comment_table", "consultation/comment_table_detail.html")


def ask(request, topic, kind):
    """Ask for a build of one of the two documents."""
    try:
        actions.build_document(round=round_or_404(topic), kind=kind, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))


@require_POST
@topic_page(PERMISSION)
def report_build(request, topic):
    """Ask for the summary report to be built."""
    ask(request, topic, REPORT)
    return redirect("consultation:report_detail", topic.slug)


@require_POST
@topic_page(PERMISSION)
def comment_table_build(request, topic):
    """Ask for the table of comments to be built."""
    ask(request, topic, TABLE)
    return redirect("consultation:comment_table_detail", topic.slug)


def newest_file(topic, kind, format):
    """One file of the newest build, unless a passage in it was redacted since."""
    round = round_or_404(topic)
    newest = subject_of(topic, round, kind).newest
    if newest is None or is_withheld(newest, round):
        raise Http404
    return document_answer(newest, format)


@require_GET
@topic_page(PERMISSION)
def report_download(request, topic, format):
    """A file of the summary report."""
    return newest_file(topic, REPORT, format)


@require_GET
@topic_page(PERMISSION)
def comment_table_download(request, topic, format):
    """A file of the table of comments; as a spreadsheet it is made of the rows as they are."""
    if format not in SHEETS:
        return newest_file(topic, TABLE, format)
    round = round_or_404(topic)
    if not hasattr(round, "consultation_draft"):
        raise Http404
    headings, rows = spreadsheet(gather(round))
    if format == "csv":
        content = write_csv(headings, rows)
    else:
        content = write_xlsx(headings, rows, sheet="Comments", widths=WIDTHS)
    return made_file(content, format, name=f"{topic.slug}-consultation-comments-and-responses")


@require_http_methods(["GET", "POST"])
@topic_page("consultation.issue_report")
def report_issue(request, topic):
    """Issue the report and the table, after asking."""
    round = round_or_404(topic)
    here = reverse("consultation:report_detail", args=[topic.slug])
    form = ReportIssueForm(request.POST if request.method == "POST" else None, cancel=here)
    if form.is_valid():
        try:
            issued = actions.issue_report(round=round, by=request.user)
            messages.success(request, f"Version {issued.version} of the report is issued.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "issued": issued_now(round), "progress": progress_of(round)}
    return render_page(request, "consultation/report_issue.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("consultation.issue_report")
def report_withdraw(request, topic, version):
    """Withdraw a report that was issued, with the reason."""
    report = get_object_or_404(topic.consultation_reports, version=version)
    here = reverse("consultation:report_detail", args=[topic.slug])
    form = ReportWithdrawForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            actions.withdraw_report(report=report, by=request.user, **form.cleaned_data)
            messages.success(request, f"Version {version} of the report is withdrawn.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error("reason", str(error))
    context = {"form": form, "report": report}
    return render_page(request, "consultation/report_withdraw.html", context)


def issued_or_404(topic):
    """The consultation and the documents of its report that stands, by kind."""
    round = round_or_404(topic)
    documents = issued_documents(round)
    if not documents:
        raise Http404
    return round, documents


@require_GET
@topic_page("consultation.view_draft")
def issued_report_detail(request, topic):
    """The summary report as it was issued, for everyone who reads issued papers."""
    round, documents = issued_or_404(topic)
    context = {"issued": issued_now(round), "article": article_of(documents[REPORT])}
    return render_page(request, "consultation/issued_report_detail.html", context)


@require_GET
@topic_page("consultation.view_draft")
def issued_report_download(request, topic, document, format):
    """A file of the report, or of the table of comments, as issued."""
    _, documents = issued_or_404(topic)
    return document_answer(documents[REPORT if document == "report" else TABLE], format)
