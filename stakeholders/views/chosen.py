"""The rows of a list that one act concerns: ticked there or, without any, all of the list."""

from dataclasses import dataclass
from typing import ClassVar

from qsdev.topics.models import Topic

SHOWN = 100


@dataclass(frozen=True)
class Chosen:
    """What was chosen, by number; at most `most`, and whether there were more (`is_cut`)."""

    noun: ClassVar[str]
    most: ClassVar[int]

    topic: Topic
    numbers: tuple[int, ...]
    is_cut: bool
    query: str

    @classmethod
    def chosen_in(cls, request, *, topic, among, listed, query):
        """What a request says: on sending the numbers that the page listed, and no others.

        `among` are the rows that may be named by number, `listed` those of the list.
        """
        is_sent = request.method == "POST"
        data = request.POST if is_sent else request.GET
        said = numbers_in([*data.getlist("number"), *data.get("numbers", "").split(",")])
        rows = among.filter(number__in=said) if said or is_sent else listed
        found = rows.order_by("number").values_list("number", flat=True)[: cls.most + 1]
        numbers = tuple(found)
        return cls(topic, numbers[: cls.most], len(numbers) > cls.most, query)

    @property
    def unlisted(self):
        """How many are not listed, though they are meant as well."""
        return max(0, len(self.numbers) - SHOWN)

    @property
    def as_sent(self):
        """The numbers in one field: a thousand fields would be more than a form may send."""
        return ",".join(map(str, self.numbers))

    @property
    def in_words(self):
        count = len(self.numbers)
        return f"{count:,} {self.noun}{'' if count == 1 else 's'}"


def numbers_in(words):
    """The numbers among what was ticked, or among those that a page listed in one field."""
    return [int(one) for one in words if one.isdecimal() and len(one) < 10]
