"""An area: what the paper prints of it, from whom, and where each part of it is mended."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from qsdev.briefing import actions
from qsdev.briefing.area_parts import parts_of
from qsdev.briefing.builder import build_document, gather
from qsdev.briefing.builder.gathering import area_anchors
from qsdev.briefing.finding_groups import about_area
from qsdev.briefing.models import PaperBuild
from qsdev.documents.blocks import DocumentError
from qsdev.documents.html import write_section
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.topics.views.moving import where_it_went
from stakeholders.models import Filing, SummaryCitation

PAGE_LENGTH = 50


@require_GET
@topic_page("briefing.view_area")
def area_detail(request, topic, pk):
    """An area with its summary, recommendations, current practice, suggestions and findings."""
    area = topic.areas.filter(pk=pk).first()
    if area is None:
        return where_it_went(request, topic, pk, "briefing:area_detail")
    actions.ask_for_near_recommendations(topic=topic, by=request.user)
    suggestions = suggestions_in(topic, area)
    page = Paginator(suggestions, PAGE_LENGTH).get_page(request.GET.get("page"))
    newest = PaperBuild.objects.newest_of(topic)
    numbers = set(area.filings.order_by().values_list("number", flat=True))
    cited, known = cited_in(area), dict(cited_numbers(area))
    context = {
        "area": area,
        "parts": parts_of(area),
        "page": page,
        "rows": [(row, cited.get(row.pk, [])) for row in page],
        "uncited": sorted(numbers - known.keys()),
        "contributors": suggestions.values("stakeholder").distinct().order_by().count(),
        "newest": newest,
        "findings": findings_of(newest, area, numbers),
        **neighbours_of(area, list(topic.areas.filter(kind=area.kind))),
    }
    return render_page(request, "briefing/area_detail.html", context)


def suggestions_in(topic, area):
    """The suggestions that support the area, whole or in part, each once and by number."""
    here = Filing.objects.filter(area=area).select_related("sub_area", "part")
    return (
        topic.suggestions.filter(pk__in=area.filings.values("suggestion"))
        .select_related("stakeholder")
        .prefetch_related(Prefetch("filings", queryset=here))
        .order_by("number")
    )


def cited_numbers(area):
    """Pairs of number and key of the suggestions that the area's summaries cite."""
    citations = SummaryCitation.objects.filter(summary__area=area).order_by()
    return set(citations.values_list("suggestion__number", "suggestion"))


def cited_in(area):
    """Where the area's summaries cite each suggestion, by its key: (sub-area or "", paragraph)."""
    citations = SummaryCitation.objects.filter(summary__area=area)
    places = {}
    for suggestion, sub_area, paragraph in citations.order_by(
        "summary__sub_area__position", "paragraph"
    ).values_list("suggestion", "summary__sub_area__title", "paragraph"):
        places.setdefault(suggestion, []).append((sub_area or "", paragraph))
    return places


@require_GET
@topic_page("briefing.view_area")
def area_preview(request, topic, pk):
    """The area's section to the letter as the paper would print it now."""
    area = get_object_or_404(topic.areas, pk=pk)
    anchor = area_anchors(topic.areas.all())[area.pk]
    material = gather(topic)
    place = material.area_by_anchor[anchor].place
    context = {"area": area, "paper": "", "problem": ""}
    try:
        article = write_section(build_document(material), place, prefix="paper-")
        context["paper"] = mark_safe(article)
    except DocumentError as error:
        context["problem"] = str(error)
    return render_page(request, "briefing/area_preview.html", context)


def neighbours_of(area, alike):
    """The area's number among those of its kind, and those before and after it."""
    place = alike.index(area)
    return {
        "number": place + 1,
        "total": len(alike),
        "previous_area": alike[place - 1] if place else None,
        "next_area": alike[place + 1] if place + 1 < len(alike) else None,
    }


def findings_of(build, area, numbers):
    """What the newest build's checks found about the area and its suggestions."""
    if build is None or build.is_withheld:
        return []
    return about_area(build.findings, area, numbers)
