"""Pages of the evidence: its sources, the findings on current practice, the search's numbers."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.evidence import EvidenceSearchForm, EvidenceSourceForm, FindingForm
from recommendations.models import EvidenceSearch, FindingCitation, PracticeFinding

PERMISSION = "recommendations.record_evidence"


@require_GET
@topic_page("recommendations.view_recommendations")
def evidence_list(request, topic):
    """The sources, the findings of each area, and the numbers of the search."""
    sources = sources_with_findings(topic)
    context = {
        "sources": sources,
        "areas": areas_with_findings(topic),
        "search": search_of(topic),
        "number_cited": sum(bool(findings) for _, findings in sources),
        "may_record": PERMISSION in request.allowed,
    }
    return render_page(request, "recommendations/evidence_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def evidence_source_edit(request, topic, pk=None):
    """Add a source, or correct how one is named."""
    source = get_object_or_404(topic.evidence_sources, pk=pk) if pk else None
    form = EvidenceSourceForm(request.POST or None, source=source)
    current = None
    if form.is_valid():
        try:
            if source:
                actions.change_evidence_source(source=source, by=request.user, **form.cleaned_data)
            else:
                actions.add_evidence_source(topic=topic, by=request.user, **form.cleaned_data)
            return redirect("recommendations:evidence_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("key", str(error))
    context = {"form": form, "source": source, "current": current}
    context["may_remove"] = source is not None and not source.citations.exists()
    return render_page(request, "recommendations/evidence_source_edit.html", context)


@require_POST
@topic_page(PERMISSION)
def evidence_source_remove(request, topic, pk):
    """Remove a source that no finding cites."""
    source = get_object_or_404(topic.evidence_sources, pk=pk)
    try:
        actions.remove_evidence_source(source=source, by=request.user)
        messages.success(request, f"“{source}” is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("recommendations:evidence_list", topic.slug)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def finding_edit(request, topic, area_pk, sub_area_pk=None):
    """Write what is known of current practice in an area or sub-area."""
    area = get_object_or_404(topic.areas, pk=area_pk)
    sub_area = get_object_or_404(area.sub_areas, pk=sub_area_pk) if sub_area_pk else None
    finding = PracticeFinding.objects.filter(area=area, sub_area=sub_area).first()
    form = FindingForm(request.POST or None, finding=finding)
    current = None
    if form.is_valid():
        try:
            actions.write_finding(
                area=area, sub_area=sub_area, by=request.user, **form.cleaned_data
            )
            return redirect("recommendations:evidence_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("text", str(error))
    context = {"form": form, "area": area, "place": sub_area or area, "current": current}
    context["sources"] = sorted(topic.evidence_sources.all(), key=by_author)
    return render_page(request, "recommendations/finding_edit.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def evidence_search_edit(request, topic):
    """Record how many papers were identified, and why how many were excluded."""
    search = search_of(topic)
    form = EvidenceSearchForm(request.POST or None, search=search)
    current = None
    if form.is_valid():
        try:
            actions.record_evidence_search(topic=topic, by=request.user, **form.search_numbers)
            return redirect("recommendations:evidence_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("reason_0", str(error))
    context = {"form": form, "current": current}
    return render_page(request, "recommendations/evidence_search_edit.html", context)


def search_of(topic):
    return EvidenceSearch.objects.filter(topic=topic).prefetch_related("exclusions").first()


def sources_with_findings(topic):
    """Pairs of a source and the findings that cite it, in the order of the authors' names."""
    citations = FindingCitation.objects.select_related("finding__area", "finding__sub_area")
    sources = topic.evidence_sources.prefetch_related(Prefetch("citations", citations))
    return [
        (source, list(dict.fromkeys(citation.finding for citation in source.citations.all())))
        for source in sorted(sources, key=by_author)
    ]


def by_author(source):
    return source.author.casefold(), source.year, source.key


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
