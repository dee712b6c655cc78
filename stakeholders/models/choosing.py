"""Which of a topic's suggestions a list shows: the filters that stand in its address."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from qsdev.topics.models import Topic
from stakeholders.models.filing import Filing
from stakeholders.models.searching import search
from stakeholders.models.suggestion import WAITING, Suggestion

PAGE_LENGTH = 50
#: Counts go no further, so that they take no longer with a hundred thousand suggestions.
MOST_COUNTED = 10_000
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

    @property
    def rows(self):
        """The suggestions, as a queryset without an order."""
        rows = Suggestion.objects.filter(topic=self.topic).order_by()
        if self.state:
            rows = rows.filter(state__in=WAITING if self.state == WAITS else [self.state])
        if self.area:
            there = Filing.objects.filter(suggestion=OuterRef("pk"), area=self.area)
            rows = rows.filter(Exists(there))
        if self.assignee:
            rows = rows.filter(assignee=None if self.assignee == NOBODY else self.assignee)
        for name in ("stakeholder", "kind", "import_record"):
            if getattr(self, name):
                rows = rows.filter(**{name: getattr(self, name)})
        return search(rows, self.words) if self.words.strip() else rows

    def following(self, number, limit=PAGE_LENGTH):
        """The suggestions after that number, in order: a queryset of at most `limit`."""
        return self.rows.filter(number__gt=number).order_by("number")[:limit]

    def preceding(self, number, limit=PAGE_LENGTH):
        """The suggestions before that number, the nearest first: a queryset of at most `limit`."""
        return self.rows.filter(number__lt=number).order_by("-number")[:limit]

    def count(self, most=MOST_COUNTED):
        """How many there are; `most + 1` stands for any number above `most`."""
        return self.rows[: most + 1].count()

    def holds(self, number):
        """Whether the suggestion of that number is among them."""
        return self.rows.filter(number=number).exists()
