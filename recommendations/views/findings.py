"""The page on which current practice is written beside the sources that it cites."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from qsdev.documents.citing import cited_paragraphs
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.evidence import FindingForm
from recommendations.models import FindingCitation, PracticeFinding
from recommendations.views.evidence import PERMISSION
from recommendations.views.library import by_author

MOST_BESIDE = 60
FIRST_WORDS = 70


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def finding_edit(request, topic, area_pk, sub_area_pk=None):
    """Write what is known of current practice in an area or sub-area."""
    area = get_object_or_404(topic.areas, pk=area_pk)
    sub_area = get_object_or_404(area.sub_areas, pk=sub_area_pk) if sub_area_pk else None
    place = {"area": area, "sub_area": sub_area}
    finding = PracticeFinding.objects.filter(**place).first()
    form = FindingForm(request.POST or None, finding=finding)
    current = None
    if form.is_valid():
        try:
            actions.write_finding(**place, by=request.user, **form.cleaned_data)
            messages.success(request, f"Current practice in “{sub_area or area}” is saved.")
            return redirect("recommendations:evidence_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("text", str(error))
    context = {"form": form, "area": area, "place": sub_area or area, "current": current}
    context |= beside(topic, finding, form["text"].value() or "")
    return render_page(request, "recommendations/finding_edit.html", context)


def beside(topic, finding, text):
    """What stands beside the text: the sources, and what cites nothing or is cited nowhere."""
    paragraphs = cited_paragraphs(text)
    here = {key for one in paragraphs for key in one.sources}
    others = FindingCitation.objects.filter(source__topic=topic).exclude(finding=finding)
    elsewhere = set(others.values_list("source__key", flat=True))
    sources = sorted(topic.evidence_sources.all(), key=by_author)
    listed = sorted(sources, key=lambda source: source.key not in here)[:MOST_BESIDE]
    rows = [(one, one.key in here, one.key in elsewhere) for one in sorted(listed, key=by_author)]
    return {
        "sources": rows,
        "known": [source.key for source in sources],
        "unlisted": len(sources) - len(listed),
        "silent": [
            (place, first_words(one.words))
            for place, one in enumerate(paragraphs, start=1)
            if not one.sources
        ],
        "strangers": sorted(here - {source.key for source in sources}),
        "idle": [
            source.key for source, is_here, is_elsewhere in rows if not is_here | is_elsewhere
        ],
    }


def first_words(text):
    line = " ".join(text.split())
    return line if len(line) <= FIRST_WORDS else f"{line[:FIRST_WORDS].rsplit(' ', 1)[0]}…"
