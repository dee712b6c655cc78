"""What the second meeting's package is made of: plain values, read from the rows once."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Theme:
    """What comments on one place said alike: how many, and NICE's response with its state."""

    title: str
    comments: int
    response: str
    is_agreed: bool


@dataclass(frozen=True)
class Part:
    """A part of a statement whose words changed: its heading, and runs of (kind, words)."""

    heading: str
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Considered:
    """A statement as it was consulted on (where it was), what was said of it, and as it is now."""

    number: int
    title: str
    consulted: str
    themes: tuple[Theme, ...]
    now: str
    version: int
    parts: tuple[Part, ...]
    is_removed: bool = False
    reason_removed: str = ""
    questions: tuple[str, ...] = ()
    was_consulted_on: bool = True


@dataclass(frozen=True)
class Other:
    """A question of the consultation, or what was said of the draft as a whole."""

    title: str
    text: str
    themes: tuple[Theme, ...]


@dataclass(frozen=True)
class PackageMaterial:
    """What the committee considers at its second meeting, at one moment."""

    title: str
    reference: str
    directorate: str
    series: str
    meeting: str
    meets_at: datetime
    opens_at: datetime
    closes_at: datetime
    statements: tuple[Considered, ...]
    others: tuple[Other, ...]
    questions: tuple[str, ...]
    organisations: tuple[tuple[str, int], ...]

    @property
    def comments(self):
        """How many comments came in."""
        return sum(count for _, count in self.organisations)
