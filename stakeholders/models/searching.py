"""Full-text search in the contributors' words, by the database's own index."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.db import connection
from django.db.models import BooleanField, F, Func, Q
from django.db.models.expressions import RawSQL

from stakeholders.search_index import INDEX, NUMBERS

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"[Ss]?([0-9]{1,9})")
MOST_WORDS = 20
#: With more matches than this a list is made by walking them in its order, until a page is full.
FEW = 1_000
FIRST_STRIDE, LONGEST_STRIDE = 200, 5_000


@dataclass(frozen=True)
class Search:
    """A search in a topic's suggestions for every one of some words, the last perhaps cut short.

    A number alone, "12" or "S12", also finds the suggestion of that number. Words that hold no
    letter and no digit find nothing.
    """

    topic_id: int
    words: str

    @property
    def terms(self):
        return WORD.findall(self.words)[:MOST_WORDS]

    @property
    def number(self):
        """The number that is searched for, if it is one."""
        found = NUMBER.fullmatch(self.words.strip())
        return int(found[1]) if found else None

    def among(self, suggestions):
        """Those of a queryset of the topic's suggestions that it finds."""
        if not self.terms:
            return suggestions.none()
        found = self._condition()
        return suggestions.filter(found if self.number is None else found | Q(number=self.number))

    def _condition(self):
        if connection.vendor == "postgresql":
            return Q(Holds(F("pk"), " & ".join(f"'{term}'" for term in self.terms) + ":*"))
        few = self.numbers(limit=FEW + 1)
        if len(few) <= FEW:
            return Q(number__in=few)
        return Q(number__in=RawSQL(f"SELECT rowid - %s {MATCHING}", [self._base, *self._range()]))

    @cached_property
    def is_walked(self):
        """Whether so much is found that lists walk through it (SQLite; PostgreSQL plans itself)."""
        if connection.vendor == "postgresql" or not self.terms or self.number is not None:
            return False
        return len(self.numbers(limit=FEW + 1)) > FEW

    def walk(self, suggestions, *, after=None, before=None, limit):
        """The numbers of the first `limit` of the suggestions that it finds, in a list's order.

        That is upwards after a number, or downwards before one.
        """
        found, is_down = [], before is not None
        edge, stride = before if is_down else after, FIRST_STRIDE
        while len(found) < limit:
            chunk = self.numbers(**{"before" if is_down else "after": edge}, limit=stride)
            if not chunk:
                break
            stride = min(4 * stride, LONGEST_STRIDE)
            here = suggestions.filter(number__in=chunk).values_list("number", flat=True)
            found += here.order_by("-number" if is_down else "number")[: limit - len(found)]
            edge = chunk[-1]
        return found

    def numbers(self, *, after=-1, before=None, limit):
        """The numbers that SQLite's index finds after or before a number, in that order."""
        direction = "ASC" if before is None else "DESC"
        sql = f"SELECT rowid - %s {MATCHING} ORDER BY rowid {direction} LIMIT %s"
        with connection.cursor() as cursor:
            cursor.execute(sql, [self._base, *self._range(after, before), limit])
            return [row[0] for row in cursor.fetchall()]

    @property
    def _base(self):
        return self.topic_id * NUMBERS

    def _range(self, after=-1, before=None):
        """What `MATCHING` asks for: the expression, and the places between which to look."""
        terms = " ".join(f'"{term}"' for term in self.terms)
        end = NUMBERS if before is None else before
        return [f"{terms}*", self._base + after, self._base + end]


MATCHING = f"FROM {INDEX} WHERE {INDEX} MATCH %s AND rowid > %s AND rowid < %s"


class Holds(Func):
    """That the row of a suggestion, given by its key, matches an expression of PostgreSQL's."""

    output_field = BooleanField()

    def __init__(self, key, expression):
        super().__init__(key)
        self.expression = expression

    def as_sql(self, compiler, connection, **context):
        key, params = compiler.compile(self.source_expressions[0])
        table = key.rsplit(".", 1)[0]
        return f"{table}.search @@ to_tsquery('english', %s)", [*params, self.expression]
