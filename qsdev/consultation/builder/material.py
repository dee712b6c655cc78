"""What a consultation's documents are made of: plain values, read from the rows once."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Said:
    """A comment as documents print it, with the response that it gets."""

    number: int
    organisation: str
    about: str
    text: str
    quote: str = ""
    section: str = ""
    theme: str = ""
    response: str = ""
    has_own_response: bool = False
    is_answered: bool = False


@dataclass(frozen=True)
class Gathered:
    """A theme with its response and the numbers of its comments."""

    title: str
    response: str
    numbers: tuple[int, ...]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """What was commented on: a statement, a question, or a heading for the rest."""

    key: str
    title: str
    text: str
    comments: tuple[Said, ...]


@dataclass(frozen=True)
class Change:
    """How a statement's wording changed: the runs of words of each part that did, and why."""

    statement: str
    version: str
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Respondent:
    """An organisation that responded, and what it disclosed."""

    name: str
    tobacco: str
    comments: int


@dataclass(frozen=True)
class Material:
    """A consultation at one moment."""

    title: str
    reference: str
    directorate: str
    series: str
    opens_at: datetime
    closes_at: datetime
    statements: tuple[Place, ...]
    questions: tuple[Place, ...]
    others: tuple[Place, ...]
    themes: tuple[Gathered, ...]
    changes: tuple[Change, ...]
    respondents: tuple[Respondent, ...]
    refused: tuple[tuple[str, int], ...] = field(default_factory=tuple)

    @property
    def places(self):
        return (*self.statements, *self.questions, *self.others)

    @property
    def comments(self):
        """Every comment once, in the order in which documents print them."""
        return tuple(one for place in self.places for one in place.comments)

    @property
    def unanswered(self):
        """The numbers of comments without an agreed response."""
        return sorted(one.number for one in self.comments if not one.is_answered)
