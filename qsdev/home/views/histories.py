"""The history of a suggestion: from its raw cells to where the paper prints it."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from qsdev.home.histories import history_of
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page("home.view_history")
def suggestion_history(request, topic, number):
    """Raw cells, import, every decision with who, when and why, and where it is printed."""
    suggestions = topic.suggestions.select_related("stakeholder", "merged_into", "changed_by")
    suggestion = get_object_or_404(suggestions, number=number)
    areas = suggestion.filings.values("area")
    decisions = topic.decisions.current().filter(area__in=areas)
    context = {
        "suggestion": suggestion,
        "row": getattr(suggestion, "import_row", None),
        "entries": history_of(suggestion),
        "filings": suggestion.filings.select_related("area", "sub_area", "part", "filed_by"),
        "decisions": decisions.select_related("issued_area", "merged_with", "meeting"),
        "merged": suggestion.merged.order_by("number"),
        "citations": suggestion.citations.select_related("summary__area", "summary__sub_area"),
    }
    return render_page(request, "home/suggestion_history.html", context)
