"""The page on which a summary is written beside the suggestions that it rests on."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from qsdev.documents.citing import cited_paragraphs
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.shortening import first_words
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.suggestions import SummaryEditForm
from stakeholders.models import Filing
from stakeholders.views.suggestions import number_in

MOST_BESIDE = 200
FIRST_WORDS = 70


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.write_summary")
def summary_edit(request, topic, pk):
    """Write the summary of an area, or of the sub-area named in the address."""
    area = get_object_or_404(topic.areas.prefetch_related("sub_areas"), pk=pk)
    chosen = number_in(request.GET.get("sub_area"))
    sub_area = get_object_or_404(area.sub_areas, pk=chosen) if chosen else None
    summary = area.summaries.filter(sub_area=sub_area).first()
    form = SummaryEditForm(request.POST or None, summary=summary)
    current = None
    if form.is_valid():
        try:
            actions.write_summary(
                area=area, sub_area=sub_area, by=request.user, **form.cleaned_data
            )
            messages.success(request, f"The summary of “{sub_area or area}” is saved.")
            return redirect("briefing:area_detail", topic.slug, area.pk)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("text", str(error))
    context = {
        "form": form,
        "area": area,
        "sub_area": sub_area,
        "current": current,
        **beside(topic, area, sub_area, form["text"].value() or ""),
    }
    return render_page(request, "stakeholders/summary_edit.html", context)


def beside(topic, area, sub_area, text):
    """What stands beside the text: the area's suggestions, and what cites nothing or is not cited.

    Cited elsewhere counts as well: a suggestion may be taken up under another sub-area.
    """
    paragraphs = cited_paragraphs(text)
    here = {number for one in paragraphs for number in one.suggestions}
    elsewhere = set(
        area.summaries.exclude(sub_area=sub_area).values_list(
            "citations__suggestion__number", flat=True
        )
    )
    rows = list(suggestions_of(topic, area))
    return {
        "rows": [(row, row.number in here, row.number in elsewhere) for row in rows[:MOST_BESIDE]],
        "unlisted": len(rows) - MOST_BESIDE if len(rows) > MOST_BESIDE else 0,
        "silent": [
            (place, first_words(one.words, FIRST_WORDS))
            for place, one in enumerate(paragraphs, start=1)
            if not one.suggestions
        ],
        "strangers": sorted(here - {row.number for row in rows}),
    }


def suggestions_of(topic, area):
    """The suggestions that support the area, whole or in part, those of the sub-area marked."""
    filings = Filing.objects.filter(area=area).select_related("sub_area", "part")
    return (
        topic.suggestions.filed_in(area)
        .select_related("stakeholder")
        .prefetch_related(Prefetch("filings", queryset=filings))
        .order_by("number")
    )
