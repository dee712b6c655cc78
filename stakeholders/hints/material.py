"""What is asked of a topic's rows: texts and groups by place, and what the places stand for."""

from dataclasses import dataclass

MOST_CHARACTERS = 20_000  # of one suggestion: more words change nothing


@dataclass(frozen=True)
class Material:
    """A topic's suggestions and areas as plain values, in the order of their numbers.

    `groups` holds for each suggestion the place of its own area, or None.
    """

    suggestions: tuple[int, ...]
    texts: tuple[str, ...]
    areas: tuple[int, ...]
    titles: tuple[str, ...]
    groups: tuple[int | None, ...]
    waiting: tuple[int, ...]

    @property
    def question(self) -> dict:
        """What the child is asked."""
        if not self.texts:
            return {}
        question = {"alike": list(self.texts)}
        if self.titles and self.waiting:
            question["groups"] = {
                "texts": list(self.texts),
                "titles": list(self.titles),
                "groups": list(self.groups),
                "asked": list(self.waiting),
            }
        return question


def words_of(suggestion) -> str:
    """The words of a suggestion as one text."""
    return " ".join(suggestion.all_words)[:MOST_CHARACTERS]


def gather(topic) -> Material:
    """Read a topic's rows into what hints are made of; four queries however many there are."""
    areas = list(topic.areas.all())
    places = {area.pk: place for place, area in enumerate(areas)}
    rows = list(topic.suggestions.order_by("number").prefetch_related("filings"))
    own = [row.own_filing for row in rows]
    return Material(
        suggestions=tuple(row.pk for row in rows),
        texts=tuple(words_of(row) for row in rows),
        areas=tuple(places),
        titles=tuple(area.title for area in areas),
        groups=tuple(places.get(one.area_id) if one else None for one in own),
        waiting=tuple(place for place, row in enumerate(rows) if row.is_waiting),
    )
