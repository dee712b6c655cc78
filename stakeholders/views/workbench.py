"""What the workbench shows: the list, the whole suggestion, the areas with their numbers."""

from dataclasses import dataclass, field
from string import ascii_lowercase

from django.db.models import Prefetch
from django.urls import reverse

from qsdev.shortening import first_words
from qsdev.topics.models import ImprovementArea
from stakeholders.forms.filters import SuggestionFilterForm
from stakeholders.models import Filing, SuggestionState
from stakeholders.models.choosing import PAGE_LENGTH

LONGEST_TITLE = 64
MOST_IN_PROGRESS = 10_000
KEYS_OF_AREAS = 9
KEYS_OF_SUB_AREAS = ascii_lowercase[:7]
DEFAULT_STATE = SuggestionState.TO_TRIAGE
#: Printed beside their controls as well; `static/js/triage.js` acts on them.
SHORTCUTS = [
    (("j", "k"), "Next or previous suggestion"),
    (("1", "to", "9"), "Choose an area"),
    (("a", "to", "g"), "Choose a sub-area of the chosen area"),
    (("Enter",), "File and go to the next suggestion"),
    (("s",), "Leave for later"),
    (("x",), "Tick for an action on several"),
    (("u",), "Undo the last step"),
    (("?",), "Show these shortcuts"),
]


def filters_of(request, topic, areas=None):
    """The filters that an address says; one that says no state means those still to triage."""
    said = request.GET.copy()
    said.setdefault("state", DEFAULT_STATE)
    return SuggestionFilterForm(said, topic=topic, team=topic.team, areas=areas)


def number_said(request, name):
    """A number in the address, 0 where it says none."""
    said = request.GET.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 10 else 0


def query_of(filters):
    """The filters as the workbench's addresses say them: "every state" must be said too."""
    query = filters.query
    return query if filters.choice.state else f"{query}&state=".lstrip("&")


def address_of(topic, number, query):
    """The address of the workbench at a suggestion, or of its start (None)."""
    if number is None:
        return f"{reverse('stakeholders:triage', args=[topic.slug])}?{query}"
    return f"{reverse('stakeholders:suggestion_triage', args=[topic.slug, number])}?{query}"


def listed(suggestions):
    """A queryset with what a row of the list prints."""
    filings = Filing.objects.select_related("area").filter(is_own=True)
    return suggestions.select_related("stakeholder").prefetch_related(
        Prefetch("filings", queryset=filings)
    )


def on_the_desk(suggestions):
    """A queryset with what the desk prints of a suggestion."""
    filings = Filing.objects.select_related("area", "sub_area", "part", "filed_by")
    return suggestions.select_related(
        "stakeholder", "assignee", "merged_into", "changed_by"
    ).prefetch_related(Prefetch("filings", queryset=filings), "notes__written_by")


@dataclass(frozen=True)
class Choice:
    """A radio of the areas: its value, its words, its key, and its sub-areas' radios."""

    value: str
    area: ImprovementArea
    title: str
    number: int = 0
    key: str = ""
    sub_areas: list = field(default_factory=list)

    @property
    def values(self):
        """Its own value and those of its sub-areas."""
        return [self.value, *(one.value for one in self.sub_areas)]


def areas_of(topic):
    """The areas in the paper's order with their sub-areas, read once for a whole page."""
    return list(topic.areas.prefetch_related("sub_areas"))


def choices_of(areas):
    """The areas with fixed numbers, keys for the first nine."""
    return [
        Choice(
            str(area.pk),
            area,
            area.title,
            number,
            str(number) if number <= KEYS_OF_AREAS else "",
            sub_choices_of(area),
        )
        for number, area in enumerate(areas, start=1)
    ]


def sub_choices_of(area):
    keys = dict(enumerate(KEYS_OF_SUB_AREAS))
    return [
        Choice(f"{area.pk}.{one.pk}", area, one.title, key=keys.get(place, ""))
        for place, one in enumerate(area.sub_areas.all())
    ]


def list_context(choice, number, start):
    """The page of the list that holds the suggestion in hand, and the pages beside it.

    `start` is the number with which the address wants the page to begin, 0 where it names none.
    """
    start, rows = page_of(choice, number, start)
    later = rows[PAGE_LENGTH].number if len(rows) > PAGE_LENGTH else None
    shown = rows[:PAGE_LENGTH]
    before = list(choice.preceding(start).values_list("number", flat=True)) if start > 1 else []
    numbers = [row.number for row in rows]
    return {
        "rows": [row_of(row, is_current=row.number == number) for row in shown],
        "later_page": later,
        "earlier_page": before[-1] if before else None,
        "found": choice.count(),
        **neighbours_in(choice, numbers, number),
    }


def row_of(suggestion, *, is_current):
    """What a row of the list prints, as text: templates print fifty of them on every page."""
    who = [suggestion.stakeholder.abbreviation]
    if suggestion.is_out_of_scope or suggestion.state == SuggestionState.LATER:
        who.append(suggestion.get_state_display())
    elif not suggestion.is_waiting:
        who.append(suggestion.filings.all()[0].area.title)
    return {
        "number": str(suggestion.number),
        "title": first_words(suggestion.title or "Without words", LONGEST_TITLE),
        "who": " · ".join(who),
        "is_current": is_current,
    }


def page_of(choice, number, start):
    """Where the page begins, and its rows and the first of the next page.

    The page that the address names is kept while the suggestion in hand is on it; else it is the
    first page, if the suggestion is on that, or the page that begins with the suggestion.
    """
    for begin in (start, 1):
        if 0 < begin <= number:
            rows = list(listed(choice.following(begin - 1, PAGE_LENGTH + 1)))
            if number <= max([row.number for row in rows[:PAGE_LENGTH]], default=0):
                return begin, rows
    return number, list(listed(choice.following(number - 1, PAGE_LENGTH + 1)))


def neighbours_in(choice, numbers, number):
    """The numbers before and after the suggestion, from the rows read where they hold them."""
    place = numbers.index(number) if number in numbers else None
    is_inside = place is not None
    return {
        "before": numbers[place - 1] if is_inside and place else number_before(choice, number),
        "after": (
            numbers[place + 1]
            if is_inside and place + 1 < len(numbers)
            else number_after(choice, number)
        ),
    }


def counted(rows):
    """How many rows there are, counted up to a limit: one more stands for any number above it."""
    return rows.order_by()[: MOST_IN_PROGRESS + 1].count()


def progress_of(topic):
    """How many suggestions have their place, of how many; `is_capped` where they are too many."""
    rows = topic.suggestions.all()
    total = counted(rows)
    waiting = counted(rows.filter(state=SuggestionState.TO_TRIAGE))
    later = counted(rows.filter(state=SuggestionState.LATER))
    return {
        "total": total,
        "waiting": waiting,
        "later": later,
        "placed": max(0, total - waiting - later),
        "is_capped": total > MOST_IN_PROGRESS,
    }


def number_before(choice, number):
    """The suggestion before this one in the list, None where there is none."""
    return next(iter(choice.preceding(number, 1).values_list("number", flat=True)), None)


def number_after(choice, number):
    """The suggestion after this one in the list, None where there is none."""
    return next(iter(choice.following(number, 1).values_list("number", flat=True)), None)


def number_to_go_on_with(choice, number):
    """The next suggestion once this one is decided: from the list's start again after its end."""
    following = number_after(choice, number)
    if following is not None:
        return following
    first = number_after(choice, 0)
    return None if first == number else first
