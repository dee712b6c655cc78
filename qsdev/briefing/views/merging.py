"""The page on which two areas are merged: what will move is seen before it does."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from qsdev.briefing.actions.merging import merge_areas
from qsdev.briefing.area_parts import selections_of
from qsdev.briefing.forms import AreaMergeForm
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_http_methods(["GET", "POST"])
@topic_page("briefing.merge_areas")
def area_merge(request, topic, pk):
    """Choose the other area, see what will move, and merge them."""
    area = get_object_or_404(topic.areas, pk=pk)
    others = topic.areas.exclude(pk=area.pk)
    form = AreaMergeForm(request.POST or request.GET or None, others=others, area=area)
    into = form.cleaned_data["into"] if form.is_valid() else None
    if into and request.method == "POST":
        try:
            merge_areas(area=area, into=into, by=request.user)
            messages.success(request, f"“{area}” is merged into “{into}”, which now holds it all.")
            return redirect("briefing:area_detail", topic.slug, into.pk)
        except RuleBroken as error:
            form.add_error("into", str(error))
    context = {
        "form": form,
        "area": area,
        "into": into,
        "others": others,
        "moves": what_moves(area, into) if into else None,
    }
    return render_page(request, "briefing/area_merge.html", context)


@dataclass
class Moves:
    """What a merger moves, as its page shows it before."""

    suggestions: list[int]
    joined: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    summaries: list = field(default_factory=list)
    findings: list = field(default_factory=list)
    selected: list = field(default_factory=list)


def what_moves(area, into):
    """What stands under the area, and what of it meets its like in the other one."""
    there = {sub_area.title.casefold() for sub_area in into.sub_areas.all()}
    titles = [sub_area.title for sub_area in area.sub_areas.all()]
    numbers = area.filings.order_by("number").values_list("number", flat=True)
    return Moves(
        suggestions=list(dict.fromkeys(numbers)),
        joined=[title for title in titles if title.casefold() in there],
        added=[title for title in titles if title.casefold() not in there],
        summaries=together(area.summaries, into.summaries),
        findings=together(area.practice_findings, into.practice_findings),
        selected=[one.recommendation or one.research_recommendation for one in selections_of(area)],
    )


def together(texts, others):
    """Pairs of a text's place and whether the other area has a text there already."""
    there = {place_of(text) for text in others.select_related("sub_area")}
    found = texts.select_related("sub_area", "area")
    return [(str(one.sub_area or one.area), place_of(one) in there) for one in found]


def place_of(text):
    """What decides whether two texts meet: the title of the sub-area, "" for the area itself."""
    return text.sub_area.title.casefold() if text.sub_area else ""
