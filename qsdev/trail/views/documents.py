"""Pages of the appendix that prints every statement's trail: built, read, fetched."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from qsdev.builds.pages import Subject, build_for, document_answer, document_page
from qsdev.topics.access import topic_page
from qsdev.trail.builder import APPENDIX
from qsdev.trail.withholding import is_withheld

PERMISSION = "trail.view_trail"


def appendix_of(topic):
    """The appendix of a topic as a document."""
    return Subject(topic, APPENDIX, 0, (topic.slug,))


@require_GET
@topic_page(PERMISSION)
def appendix_detail(request, topic):
    """The appendix as last built, on screen and as files."""
    return document_page(
        request,
        appendix_of(topic),
        "trail/appendix_detail.html",
        page="trail:appendix",
        may_build=True,
        withheld=is_withheld,
    )


@require_POST
@topic_page(PERMISSION)
def appendix_build(request, topic):
    """Build the appendix from what is recorded now."""
    build_for(request, appendix_of(topic))
    return redirect("trail:appendix_detail", topic.slug)


@require_GET
@topic_page(PERMISSION)
def appendix_download(request, topic, format):
    """One file of the appendix, unless a passage in it was redacted since."""
    newest = appendix_of(topic).newest
    if newest is None or is_withheld(newest):
        raise Http404
    return document_answer(newest, format)
