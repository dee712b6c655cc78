"""What every package's pages of its documents share: asking, following, reading, fetching.

A package has its own addresses and permissions; its views are a line or two around these.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.safestring import mark_safe
from django_htmx.http import HttpResponseClientRefresh

from qsdev.builds import actions
from qsdev.builds.downloads import stored_file
from qsdev.builds.kinds import KINDS
from qsdev.builds.models import DocumentFormat
from qsdev.documents.freezing import from_json
from qsdev.documents.html import write_html
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page

ORDER = [DocumentFormat.DOCX, DocumentFormat.PDF, DocumentFormat.HTML]


@dataclass(frozen=True)
class Subject:
    """A document that a page is about: its kind, its row, and the words of the page's address."""

    topic: object
    kind: str
    subject_id: int
    words: tuple

    @property
    def builds(self):
        rows = self.topic.document_builds.about(self.kind, self.subject_id)
        return rows.select_related("job", "asked_by", "topic").defer("content")

    @property
    def newest(self):
        """The newest build that made its files, or None."""
        return self.builds.built().first()


def document_context(subject, *, page, may_build):
    """What `builds/_document.html` needs.

    `page` is how the package's own addresses begin: "committee:minutes" for `minutes_detail`,
    `minutes_build` and `minutes_download`.
    """
    newest, latest = subject.newest, subject.builds.first()
    files = sorted(newest.files.all(), key=lambda file: ORDER.index(file.format)) if newest else []
    href = [
        (file, reverse(f"{page}_download", args=[*subject.words, file.format])) for file in files
    ]
    context = {
        "document_build": newest,
        "document_files": href,
        "build_url": reverse(f"{page}_build", args=subject.words) if may_build else "",
    }
    if latest and latest != newest and latest.job:
        context |= {"job": latest.job, "job_url": reverse(f"{page}_detail", args=subject.words)}
    return context


def follow_document(request, subject):
    """The answer to the part of the page that asks how far the build is; None for the page."""
    if not (request.htmx and request.htmx.target == "job"):
        return None
    latest = subject.builds.first()
    if latest is None or not latest.job.is_under_way:
        return HttpResponseClientRefresh()
    context = {"job": latest.job, "job_url": request.path}
    return render_page(request, "jobs/_job.html", context)


def document_page(request, subject, template, *, page, may_build, withheld=None, about=dict):
    """A page of a document: how far its build is, its files, and what it says as last built.

    `page` is as for `document_context`. `withheld(build)` says whether a build's words may no
    longer be shown, because a passage was redacted since: then neither it nor its files are.
    `about()` is what else the template needs, asked for the page alone and not for its progress.
    """
    followed = follow_document(request, subject)
    if followed:
        return followed
    context = about() | document_context(subject, page=page, may_build=may_build)
    newest = context["document_build"]
    is_withheld = bool(newest and withheld and withheld(newest))
    context |= {
        "is_withheld": is_withheld,
        "article": article_of(newest) if newest and not is_withheld else "",
    }
    if is_withheld:
        context["document_files"] = []
    return render_page(request, template, context)


def build_for(request, subject):
    """Ask for a build, and say so or why not."""
    try:
        actions.ask_for_document(
            topic=subject.topic,
            kind=subject.kind,
            subject_id=subject.subject_id,
            by=request.user,
        )
    except RuleBroken as error:
        messages.error(request, str(error))


def article_of(build):
    """A build's content as one HTML article; the writer has escaped every text in it."""
    return mark_safe(write_html(from_json(build.content), standalone=False))


def document_answer(build, format):
    """One file of a build as an attachment under a plain name; 404 where there is none."""
    if build is None:
        raise Http404
    name = f"{build.topic.slug}-{KINDS[build.kind].file_name}"
    return stored_file(build, format, name=name)
