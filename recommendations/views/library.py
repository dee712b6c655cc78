"""The evidence library: what findings cite, found by author, title, year and origin."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations import actions
from recommendations.forms.evidence import EvidenceFilterForm, EvidenceSourceForm
from recommendations.models import FindingCitation
from recommendations.views.evidence import PERMISSION

PAGE_LENGTH = 50


@require_GET
@topic_page("recommendations.view_recommendations")
def evidence_source_list(request, topic):
    """The sources with where each is cited, those cited nowhere among them."""
    sources = sorted(topic.evidence_sources.all(), key=by_author)
    cited = cited_keys(topic)
    filters = EvidenceFilterForm(request.GET)
    found = filters.found(sources, cited)
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    prefetch_related_objects(page.object_list, citations_with_places())
    context = {
        "filters": filters,
        "page": page,
        "rows": [(source, places_that_cite(source)) for source in page],
        "query": filters.query,
        "number_found": len(found),
        "number_of_all": len(sources),
        "number_cited_nowhere": sum(source.pk not in cited for source in sources),
        "may_record": PERMISSION in request.allowed,
    }
    return render_page(request, "recommendations/evidence_source_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def evidence_source_edit(request, topic, pk=None):
    """Add a source, or correct how one is named."""
    sources = topic.evidence_sources.prefetch_related(citations_with_places())
    source = get_object_or_404(sources, pk=pk) if pk else None
    form = EvidenceSourceForm(request.POST or None, source=source)
    current = None
    if form.is_valid():
        try:
            if source:
                actions.change_evidence_source(source=source, by=request.user, **form.cleaned_data)
            else:
                actions.add_evidence_source(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, "The source is saved.")
            return redirect("recommendations:evidence_source_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("key", str(error))
    context = {"form": form, "source": source, "current": current}
    context["places"] = places_that_cite(source) if source else []
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
        return redirect("recommendations:evidence_source_edit", topic.slug, pk)
    return redirect("recommendations:evidence_source_list", topic.slug)


def cited_keys(topic):
    """The keys of the rows of the sources that some finding cites."""
    cited = FindingCitation.objects.filter(source__topic=topic).order_by()
    return set(cited.values_list("source", flat=True).distinct())


def citations_with_places():
    """What `places_that_cite` reads."""
    citations = FindingCitation.objects.select_related("finding__area", "finding__sub_area")
    return Prefetch("citations", citations.order_by("finding", "paragraph"))


def places_that_cite(source):
    """Pairs of a finding that cites the source and the numbers of its paragraphs that do."""
    places = {}
    for citation in source.citations.all():
        places.setdefault(citation.finding, []).append(citation.paragraph)
    return list(places.items())


def by_author(source):
    return source.author.casefold(), source.year, source.key
