"""All suggestions as a table, with the filters of the workbench."""

from django.db.models import Prefetch
from django.views.decorators.http import require_GET

from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.forms.filters import SuggestionFilterForm
from stakeholders.models import Filing
from stakeholders.models.choosing import MOST_COUNTED, PAGE_LENGTH
from stakeholders.views.suggestions import number_in
from stakeholders.views.workbench import progress_of


@require_GET
@topic_page("stakeholders.view_suggestions")
def suggestion_list(request, topic):
    """The topic's suggestions by number; the filters stand in the address."""
    filters = SuggestionFilterForm(request.GET, topic=topic, team=topic.team)
    choice, query = filters.choice, filters.query
    after = number_in(request.GET.get("after")) or 0
    rows = list(tabled(choice.following(after, PAGE_LENGTH + 1)))
    shown = rows[:PAGE_LENGTH]
    earlier = list(choice.preceding(after + 1, PAGE_LENGTH + 1).values_list("number", flat=True))
    before = earlier[PAGE_LENGTH] if len(earlier) > PAGE_LENGTH else 0
    context = {
        "suggestions": shown,
        "filters": filters,
        "query": query,
        "found": choice.count(),
        "most_counted": MOST_COUNTED,
        "progress": progress_of(topic),
        "previous": f"{query}&after={before}" if earlier else "",
        "next": f"{query}&after={shown[-1].number}" if len(rows) > PAGE_LENGTH else "",
    }
    return render_page(request, "stakeholders/suggestion_list.html", context)


def tabled(suggestions):
    """A queryset with what a row of the table prints."""
    filings = Filing.objects.select_related("area", "sub_area", "part")
    return suggestions.select_related("stakeholder", "assignee").prefetch_related(
        Prefetch("filings", queryset=filings)
    )
