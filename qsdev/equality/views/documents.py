"""Pages of the assessment as a document: its files, and what it says."""

from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from qsdev.builds.pages import (
    Subject,
    article_of,
    build_for,
    document_answer,
    document_context,
    follow_document,
)
from qsdev.equality.builder import ASSESSMENT
from qsdev.equality.progress import is_complete
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

BUILD = "equality.build_assessment"


def assessment_of(topic):
    """The assessment of a topic as a document."""
    return Subject(topic, ASSESSMENT, 0, (topic.slug,))


@require_GET
@topic_page("equality.view_assessment")
def assessment_detail(request, topic):
    """The assessment as last built, on screen and as files."""
    subject = assessment_of(topic)
    followed = follow_document(request, subject)
    if followed:
        return followed
    may_build = BUILD in request.allowed
    context = document_context(subject, page="equality:assessment", may_build=may_build)
    newest = topic.document_builds.about(ASSESSMENT).built().first()
    context["article"] = article_of(newest) if newest else ""
    context["is_complete"] = is_complete(topic)
    return render_page(request, "equality/assessment_detail.html", context)


@require_POST
@topic_page(BUILD)
def assessment_build(request, topic):
    """Build the assessment from what is recorded now."""
    build_for(request, assessment_of(topic))
    return redirect("equality:assessment_detail", topic.slug)


@require_GET
@topic_page("equality.view_assessment")
def assessment_download(request, topic, format):
    """One file of the assessment."""
    return document_answer(assessment_of(topic).newest, format)
