"""Pages of the draft standard as a document: for its readers, and for who responds to it."""

from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from qsdev.builds.pages import (
    Subject,
    article_of,
    build_for,
    document_answer,
    document_page,
)
from qsdev.consultation.models import DRAFT, ConsultationDraft
from qsdev.consultation.views.responding import response_page
from qsdev.consultation.views.workbench import round_or_404
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@dataclass(frozen=True)
class DraftSubject(Subject):
    """A draft that stands: what was built of one that was withdrawn before it is left out."""

    issued_at: datetime

    @property
    def builds(self):
        return super().builds.filter(asked_at__gte=self.issued_at)


def draft_subject(round):
    """The draft of a consultation; 404 before it was issued, and while it is withdrawn."""
    draft = get_object_or_404(ConsultationDraft, round=round)
    return DraftSubject(round.topic, DRAFT, round.pk, (round.topic.slug,), draft.issued_at)


@require_GET
@topic_page("consultation.view_draft")
def draft_detail(request, topic):
    """The draft standard as it was put to consultation: to read here, and its files."""
    return document_page(
        request,
        draft_subject(round_or_404(topic)),
        "consultation/draft_detail.html",
        page="consultation:draft",
        may_build="consultation.build_report" in request.allowed,
    )


@require_POST
@topic_page("consultation.build_report")
def draft_build(request, topic):
    """Build the draft's files again; what it says is frozen and stays the same."""
    build_for(request, draft_subject(round_or_404(topic)))
    return redirect("consultation:draft_detail", topic.slug)


@require_GET
@topic_page("consultation.view_draft")
def draft_download(request, topic, format):
    """A file of the draft."""
    return document_answer(draft_subject(round_or_404(topic)).newest, format)


@require_GET
@response_page
def response_draft(request, code):
    """The draft for an organisation that responds, to read whole."""
    newest = draft_subject(code.round).newest
    context = {"code": code, "article": article_of(newest) if newest else ""}
    return render_page(request, "consultation/response_draft.html", context)


@require_GET
@response_page
def response_draft_download(request, code, format):
    """A file of the draft, for an organisation that responds."""
    return document_answer(draft_subject(code.round).newest, format)
