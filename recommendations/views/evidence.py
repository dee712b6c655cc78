"""Pages of the evidence: the findings on current practice by area, and the search's numbers."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.accounts.access import asked_while_typing
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.evidence import EvidenceSearchForm
from recommendations.models import EvidenceSearch, EvidenceSource, PracticeFinding
from recommendations.views.numbers import saved_numbers, typed_numbers

PERMISSION = "recommendations.record_evidence"


@require_GET
@topic_page("recommendations.view_recommendations")
def evidence_list(request, topic):
    """The findings of each area, the numbers of the search, and what the library holds."""
    sources = EvidenceSource.objects.filter(topic=topic)
    context = {
        "number_of_sources": sources.count(),
        "number_cited_nowhere": sources.filter(citations=None).count(),
        "areas": areas_with_findings(topic),
        "numbers": saved_numbers(search_of(topic)),
        "may_record": PERMISSION in request.allowed,
    }
    return render_page(request, "recommendations/evidence_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def evidence_search_edit(request, topic):
    """Record how many papers were identified, and why how many were excluded."""
    form = EvidenceSearchForm(request.POST or None, search=search_of(topic))
    current = None
    if form.is_valid():
        try:
            actions.record_evidence_search(topic=topic, by=request.user, **form.search_numbers)
            messages.success(request, "The numbers of the evidence search are saved.")
            return redirect("recommendations:evidence_search_edit", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("reason_0", str(error))
    context = {
        "form": form,
        "current": current and saved_numbers(current),
        "numbers": typed_numbers(form, topic),
    }
    return render_page(request, "recommendations/evidence_search_edit.html", context)


@require_POST
@asked_while_typing
@topic_page(PERMISSION)
def evidence_flowchart(request, topic):
    """The flowchart of the numbers as they are being typed; nothing is saved."""
    form = EvidenceSearchForm(request.POST, search=search_of(topic))
    context = {"numbers": typed_numbers(form, topic)}
    return render_page(request, "recommendations/_evidence_flowchart.html", context)


def search_of(topic):
    return EvidenceSearch.objects.filter(topic=topic).prefetch_related("exclusions").first()


def areas_with_findings(topic):
    """Pairs of an area and its places: each a pair of the sub-area (or None) and its finding."""
    found = {
        (finding.area_id, finding.sub_area_id): finding
        for finding in PracticeFinding.objects.filter(area__topic=topic)
    }
    areas = []
    for area in topic.areas.main().prefetch_related("sub_areas"):
        sub_areas = list(area.sub_areas.all())
        own = [None] if not sub_areas or (area.pk, None) in found else []
        places = [
            (sub_area, found.get((area.pk, sub_area and sub_area.pk)))
            for sub_area in [*own, *sub_areas]
        ]
        areas.append((area, places))
    return areas
