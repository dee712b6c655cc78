"""Pages on which the committee reads an issued paper, one area at a time."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.briefing.models import PaperState
from qsdev.committee import actions
from qsdev.committee.builder.frozen import area_document
from qsdev.committee.forms.reading import PrivateNoteForm
from qsdev.committee.interests import answers_of
from qsdev.committee.models import PrivateNote
from qsdev.committee.reading import (
    areas_to_read,
    changes_since,
    open_round,
    version_read_before,
)
from qsdev.documents.html import write_html
from qsdev.errors import EditCollision
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


def readable_paper(topic):
    """The paper that the committee reads now, or None: issued, and nothing in it withheld."""
    papers = topic.papers.filter(state=PaperState.ISSUED)
    paper = papers.select_related("build", "issued_by", "topic").first()
    return paper if paper and not paper.is_withheld else None


@require_GET
@topic_page("committee.read_paper")
def paper_read(request, topic):
    """The issued paper, area by area: what one has declared, rated and noted."""
    paper = readable_paper(topic)
    papers = topic.papers.select_related("withdrawn_by")
    withheld = paper is None and any(not one.is_withdrawn for one in papers)
    context = {"paper": paper, "papers": papers, "is_withheld": withheld}
    if paper:
        before = version_read_before(paper, request.user)
        actions.note_reading(paper=paper, by=request.user)
        context |= {
            "areas": areas_to_read(topic, paper, request.user),
            "before": before,
            "round": open_round(topic, request.user),
        }
    return render_page(request, "committee/paper_read.html", context)


@require_GET
@topic_page("committee.read_paper")
def paper_news(request, topic):
    """What changed since the version that the reader read before."""
    paper = readable_paper(topic)
    before = version_read_before(paper, request.user) if paper else None
    if before is None:
        raise Http404
    context = {"paper": paper, "before": before, "changes": changes_since(before, paper)}
    return render_page(request, "committee/paper_news.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("committee.read_paper")
def area_read(request, topic, pk):
    """One area with all that supports it, one's own answers beside it, and a private note."""
    paper = readable_paper(topic)
    if paper is None:
        raise Http404
    areas = areas_to_read(topic, paper, request.user)
    here = next((one for one in areas if one.issued_area.pk == pk), None)
    if here is None:
        raise Http404
    actions.note_reading(paper=paper, by=request.user)
    area = here.issued_area.area
    note = PrivateNote.objects.filter(area=area, writer=request.user).first()
    form = PrivateNoteForm(request.POST or None, note=note)
    current = None
    if form.is_valid():
        try:
            actions.write_private_note(topic=topic, area=area, by=request.user, **form.cleaned_data)
            messages.success(request, "Your note is saved. Only you can read it.")
            return redirect("committee:area_read", topic.slug, pk)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
    article = write_html(area_document(paper, here.issued_area), standalone=False, prefix="paper-")
    place = areas.index(here)
    context = {
        "paper": paper,
        "here": here,
        "article": mark_safe(article),
        "form": form,
        "current": current,
        "answers": answers_about(topic, request, area),
        "round": open_round(topic, request.user),
        "before_here": areas[place - 1] if place else None,
        "after_here": areas[place + 1] if place + 1 < len(areas) else None,
        "number": place + 1,
        "total": len(areas),
    }
    return render_page(request, "committee/area_read.html", context)


def answers_about(topic, request, area):
    """What the reader declared for the area; None for who is not asked to declare."""
    if "committee.declare_interest" not in request.allowed:
        return None
    return next((one for one in answers_of(topic, request.user) if one.area == area), None)
