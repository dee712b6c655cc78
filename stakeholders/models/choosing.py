"""Which of a topic's suggestions a list shows: the filters that stand in its address."""

from dataclasses import dataclass
from functools import cached_property

from qsdev.topics.models import Topic
from stakeholders.models import searching
from stakeholders.models.filing import Filing
from stakeholders.models.searching import Search
from stakeholders.models.suggestion import WAITING, Suggestion

PAGE_LENGTH = 50
#: Counts go no further, so that they take no longer with a hundred thousand suggestions.
MOST_COUNTED = 1_000
#: What filters say in place of a state or a person's key.
WAITS, NOBODY = "waiting", "nobody"


@dataclass(frozen=True)
class SuggestionChoice:
    """Filters over a topic's suggestions; an empty one lets everything through.

    `state` is a `SuggestionState` or "waiting" (to triage or left for later); `area`,
    `stakeholder` and `import_record` are keys, `assignee` a key or "nobody"; `words` are what a
    person searches for.
    """

    topic: Topic
    words: str = ""
    state: str = ""
    area: str = ""
    stakeholder: str = ""
    kind: str = ""
    assignee: str = ""
    import_record: str = ""

    @cached_property
    def search(self):
        """The search for the words, None where there are none."""
        return Search(self.topic.pk, self.words) if self.words.strip() else None

    @property
    def rows(self):
        """The suggestions, as a queryset without an order."""
        return self.search.among(self._filtered) if self.search else self._filtered

    @property
    def _filtered(self):
        """What the filters other than the words let through."""
        rows = Suggestion.objects.filter(topic=self.topic).order_by()
        if self.state:
            rows = rows.filter(state__in=WAITING if self.state == WAITS else [self.state])
        if self.area:  # by number, in the order of which an area's filings are read by an index
            there = Filing.objects.filter(area=self.area).order_by()
            rows = rows.filter(number__in=there.values("number"))
        if self.assignee:
            rows = rows.filter(assignee=None if self.assignee == NOBODY else self.assignee)
        for name in ("stakeholder", "kind", "import_record"):
            if getattr(self, name):
                rows = rows.filter(**{name: getattr(self, name)})
        return rows

    def following(self, number, limit=PAGE_LENGTH):
        """The suggestions after that number, in order: a queryset of at most `limit`."""
        if self.search and self.search.is_walked:
            return self._numbered(self.search.walk(self._filtered, after=number, limit=limit))
        return self.rows.filter(number__gt=number).order_by("number")[:limit]

    def preceding(self, number, limit=PAGE_LENGTH):
        """The suggestions before that number, the nearest first: a queryset of at most `limit`."""
        if self.search and self.search.is_walked:
            found = self.search.walk(self._filtered, before=number, limit=limit)
            return self._numbered(found).reverse()
        return self.rows.filter(number__lt=number).order_by("-number")[:limit]

    def _numbered(self, numbers):
        return Suggestion.objects.filter(topic=self.topic, number__in=numbers).order_by("number")

    def count(self, most=MOST_COUNTED):
        """How many there are; `most + 1` stands for any number above `most`."""
        if self.search and self.search.is_walked:
            if most <= searching.FEW and self == SuggestionChoice(self.topic, words=self.words):
                return most + 1  # it is walked because more than so many are found
            return len(self.search.walk(self._filtered, after=-1, limit=most + 1))
        return self.rows[: most + 1].count()

    def holds(self, number):
        """Whether the suggestion of that number is among them."""
        if self.search and self.search.is_walked:
            found = self.search.numbers(after=number - 1, before=number + 1, limit=1)
            return bool(found) and self._filtered.filter(number=number).exists()
        return self.rows.filter(number=number).exists()
