"""The page of an area: all that supports it, and where each part of it is mended."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from qsdev.briefing.area_parts import parts_of
from qsdev.briefing.finding_groups import about_area
from qsdev.briefing.models import PaperBuild
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

PAGE_LENGTH = 50


@require_GET
@topic_page("briefing.view_area")
def area_detail(request, topic, pk):
    """An area with its summary, recommendations, current practice, suggestions and findings."""
    area = get_object_or_404(topic.areas, pk=pk)
    filings = area.filings.select_related("suggestion__stakeholder", "sub_area")
    filings = filings.order_by("suggestion__number")
    newest = PaperBuild.objects.newest_of(topic)
    context = {
        "area": area,
        "parts": parts_of(area),
        "page": Paginator(filings, PAGE_LENGTH).get_page(request.GET.get("page")),
        "contributors": filings.values("suggestion__stakeholder").distinct().order_by().count(),
        "newest": newest,
        "findings": findings_of(newest, area, filings),
        **neighbours_of(area, list(topic.areas.filter(kind=area.kind))),
    }
    return render_page(request, "briefing/area_detail.html", context)


def neighbours_of(area, alike):
    """The area's number among those of its kind, and those before and after it."""
    place = alike.index(area)
    return {
        "number": place + 1,
        "total": len(alike),
        "previous_area": alike[place - 1] if place else None,
        "next_area": alike[place + 1] if place + 1 < len(alike) else None,
    }


def findings_of(build, area, filings):
    """What the newest build's checks found about the area."""
    if build is None or build.is_withheld:
        return []
    return about_area(
        build.findings, area, set(filings.values_list("suggestion__number", flat=True))
    )
