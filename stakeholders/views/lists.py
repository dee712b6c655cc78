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
    shown, is_more = rows[:PAGE_LENGTH], len(rows) > PAGE_LENGTH
    earlier = numbers_before(choice, after + 1) if after else []
    before = earlier[PAGE_LENGTH] if len(earlier) > PAGE_LENGTH else 0
    context = {
        "rows": [row_of(row) for row in shown],
        "filters": filters,
        "query": query,
        "found": choice.count() if earlier or is_more else len(shown),
        "most_counted": MOST_COUNTED,
        "progress": None if query else progress_of(topic),
        "previous": f"{query}&after={before}" if earlier else "",
        "next": f"{query}&after={shown[-1].number}" if is_more else "",
    }
    return render_page(request, "stakeholders/suggestion_list.html", context)


def numbers_before(choice, number):
    """The numbers of the page before a number and of the one before that, the nearest first."""
    return list(choice.preceding(number, PAGE_LENGTH + 1).values_list("number", flat=True))


def row_of(suggestion):
    """What a row of the table prints, as text: templates print fifty of them on every page."""
    return {
        "number": str(suggestion.number),
        "title": suggestion.title or "Without words",
        "who": suggestion.stakeholder.abbreviation,
        "places": [place_of(filing) for filing in suggestion.filings.all()],
        "state": suggestion.get_state_display(),
        "assignee": suggestion.assignee.name if suggestion.assignee else "",
    }


def place_of(filing):
    """Where a suggestion is filed, and in a word how."""
    words = (
        f"{filing.area.title}: {filing.sub_area.title}" if filing.sub_area else filing.area.title
    )
    if filing.part:
        return words, f"(part {filing.part.letter})"
    return words, "" if filing.is_own else "(also supports)"


def tabled(suggestions):
    """A queryset with what a row of the table prints."""
    filings = Filing.objects.select_related("area", "sub_area", "part")
    return suggestions.select_related("stakeholder", "assignee").prefetch_related(
        Prefetch("filings", queryset=filings)
    )
