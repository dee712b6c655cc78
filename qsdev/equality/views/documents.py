"""Pages of the assessment as a document: its files, and what it says."""

from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from qsdev.builds.pages import Subject, build_for, document_answer, document_page
from qsdev.equality.builder import ASSESSMENT
from qsdev.equality.progress import is_complete
from qsdev.topics.access import topic_page

BUILD = "equality.build_assessment"


def assessment_of(topic):
    """The assessment of a topic as a document."""
    return Subject(topic, ASSESSMENT, 0, (topic.slug,))


@require_GET
@topic_page("equality.view_assessment")
def assessment_detail(request, topic):
    """The assessment as last built, on screen and as files."""
    return document_page(
        request,
        assessment_of(topic),
        "equality/assessment_detail.html",
        page="equality:assessment",
        may_build=BUILD in request.allowed,
        about=lambda: {"is_complete": is_complete(topic)},
    )


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
