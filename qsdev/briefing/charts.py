"""Who suggested how much in which area: the numbers of the chart, and where each is drawn."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

from stakeholders.models import Filing, Stakeholder

ROW, COLUMN, LEFT, TOP = 30, 64, 210, 46
LARGEST = 13
SHORT = 26


@dataclass(frozen=True)
class Dot:
    """How many suggestions of one contributor support one area, and where that is drawn."""

    count: int
    x: int
    y: int
    radius: float


@dataclass(frozen=True)
class Row:
    """A contributor with a dot for each area, in the areas' order."""

    name: str
    y: int
    dots: list
    total: int

    @property
    def short_name(self):
        """The name as far as the drawing has room for it."""
        return self.name if len(self.name) <= SHORT else f"{self.name[: SHORT - 1]}…"

    @property
    def drawn(self):
        return [dot for dot in self.dots if dot.count]


@dataclass(frozen=True)
class Chart:
    """Contributors by areas. A suggestion counts once in every area that it supports."""

    areas: list
    counts: dict
    names: dict

    @cached_property
    def rows(self):
        """The contributors by name, organisations first."""
        return [
            Row(name, TOP + ROW * place, self._dots(pk, place), self._total(pk))
            for place, (pk, name) in enumerate(self.names.items())
        ]

    def _dots(self, pk, place):
        most = max(self.counts.values(), default=1)
        return [
            Dot(count, LEFT + COLUMN * column, TOP + ROW * place, _radius(count, most))
            for column, count in enumerate(self.counts.get((pk, area.pk), 0) for area in self.areas)
        ]

    def _total(self, pk):
        return sum(count for (who, _), count in self.counts.items() if who == pk)

    @property
    def columns(self):
        """Each area with its number and where its column is drawn."""
        return [
            (number, LEFT + COLUMN * (number - 1), area)
            for number, area in enumerate(self.areas, start=1)
        ]

    @property
    def lines(self):
        """Where a thin line leads the eye along each row."""
        return [row.y for row in self.rows]

    @property
    def width(self):
        return LEFT + COLUMN * len(self.areas)

    @property
    def height(self):
        return TOP + ROW * len(self.names)


def _radius(count, most):
    """A radius whose circle's area grows with the count."""
    return round(max(4, LARGEST * (count / most) ** 0.5), 1)


def chart_of(topic) -> Chart:
    """The chart of a topic, in four queries however much it holds."""
    filings = Filing.objects.filter(suggestion__topic=topic).order_by()
    counted = filings.values_list("suggestion__stakeholder", "area").annotate(
        count=Count("suggestion", distinct=True)
    )
    found = Stakeholder.objects.contributing_to(topic).order_by()
    named = sorted(found, key=lambda one: (one.is_specialist_member, one.abbreviation.casefold()))
    return Chart(
        areas=list(topic.areas.all()),
        counts={(who, area): count for who, area, count in counted},
        names={one.pk: one.abbreviation for one in named},
    )
