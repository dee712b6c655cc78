"""One thing that a topic needs, as the topic's own page lists it."""

from dataclasses import dataclass

from django.urls import reverse

DONE, WAITING, NOT_BEGUN = "done", "waiting", "not begun"


@dataclass(frozen=True)
class Task:
    """One thing that a paper needs, how far it is, and the page on which it is done."""

    name: str
    words: str
    state: str = WAITING
    permission: str = ""
    page: str = ""
    arguments: tuple = ()

    @property
    def href(self):
        return reverse(self.page, args=self.arguments)

    @property
    def is_done(self):
        return self.state == DONE

    @property
    def colour(self):
        return {DONE: "green", WAITING: "yellow", NOT_BEGUN: "grey"}[self.state]


def counted(number, noun):
    """A number with its noun: "1 suggestion", "4 suggestions"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def state_of(begun, waiting=0):
    """Done where something was begun and nothing waits any more."""
    return NOT_BEGUN if not begun else WAITING if waiting else DONE
