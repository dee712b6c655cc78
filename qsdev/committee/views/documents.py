"""Pages of the committee's documents: the pack of the issued paper, the minutes of a meeting."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from qsdev.builds.pages import (
    Subject,
    build_for,
    document_answer,
    document_context,
    document_page,
    follow_document,
)
from qsdev.committee.builder.minutes import MINUTES
from qsdev.committee.builder.pack import PACK
from qsdev.committee.views.meetings import meeting_of
from qsdev.committee.views.reading import readable_paper
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


def pack_of(topic):
    """The pack of the paper that the committee reads now; 404 where there is none."""
    paper = readable_paper(topic)
    if paper is None:
        raise Http404
    return Subject(topic, PACK, paper.pk, (topic.slug,))


def minutes_of(topic, pk):
    """The minutes of a meeting that was held."""
    meeting = meeting_of(topic, pk)
    if not meeting.has_ended:
        raise Http404
    return Subject(topic, MINUTES, meeting.pk, (topic.slug, meeting.pk))


@require_GET
@topic_page("committee.read_paper")
def pack_detail(request, topic):
    """The pack to read offline: build it, follow the build, fetch it."""
    subject = pack_of(topic)
    followed = follow_document(request, subject)
    if followed:
        return followed
    context = document_context(subject, page="committee:pack", may_build=True)
    return render_page(request, "committee/pack_detail.html", context)


@require_POST
@topic_page("committee.read_paper")
def pack_build(request, topic):
    """Build the pack; whoever reads the paper may."""
    build_for(request, pack_of(topic))
    return redirect("committee:pack_detail", topic.slug)


@require_GET
@topic_page("committee.read_paper")
def pack_download(request, topic, format):
    """One file of the pack."""
    return document_answer(pack_of(topic).newest, format)


@require_GET
@topic_page("committee.view_minutes")
def minutes_detail(request, topic, pk):
    """The minutes as last built, on screen and as files."""
    return document_page(
        request,
        minutes_of(topic, pk),
        "committee/minutes_detail.html",
        page="committee:minutes",
        may_build="committee.build_minutes" in request.allowed,
        about=lambda: {"meeting": meeting_of(topic, pk)},
    )


@require_POST
@topic_page("committee.build_minutes")
def minutes_build(request, topic, pk):
    """Build the minutes from what is recorded now."""
    build_for(request, minutes_of(topic, pk))
    return redirect("committee:minutes_detail", topic.slug, pk)


@require_GET
@topic_page("committee.view_minutes")
def minutes_download(request, topic, pk, format):
    """One file of the minutes."""
    return document_answer(minutes_of(topic, pk).newest, format)
