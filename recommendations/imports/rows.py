"""What an import of recommendations read: listings, each with its place, and what was noticed."""

from dataclasses import dataclass

from qsdev.tables import PROBLEM, WARNING, Notice, Place
from recommendations.models import Strength


@dataclass(frozen=True, slots=True)
class Listing:
    """One recommendation as it stands in a file: NG26 1.3.2, or research recommendation 1.

    `text` is Markdown. `title` is a research recommendation's, `section` the guideline's heading.
    """

    number: str
    text: str
    place: Place
    section: str = ""
    title: str = ""
    is_research: bool = False
    is_key_priority: bool = False
    strength: str = Strength.OFFER

    @property
    def name(self):
        """What the problems call it: "Recommendation 1.3.2"."""
        return (
            f"{'Research recommendation' if self.is_research else 'Recommendation'} {self.number}"
        )

    @property
    def identity(self):
        """Two listings with the same identity are the same recommendation, printed twice."""
        return self.is_research, self.number


@dataclass(frozen=True, slots=True)
class RecommendationFile:
    """A file as it was read: each recommendation once, and what a person should know.

    `listed` counts the listings of recommendations, the repeated ones too; `listed_research`
    those of research recommendations.
    """

    file_name: str
    listings: tuple[Listing, ...]
    notices: tuple[Notice, ...] = ()
    listed: int = 0
    listed_research: int = 0

    @property
    def recommendations(self):
        """The listings that are not of research, in the order of the file."""
        return tuple(listing for listing in self.listings if not listing.is_research)

    @property
    def research_recommendations(self):
        return tuple(listing for listing in self.listings if listing.is_research)

    @property
    def problems(self):
        """What must be mended before anything is imported."""
        return tuple(notice for notice in self.notices if notice.severity == PROBLEM)

    @property
    def warnings(self):
        return tuple(notice for notice in self.notices if notice.severity == WARNING)


def sort_key(number):
    """Key that puts 1.5.10 after 1.5.9: every part of the number, three digits wide."""
    return ".".join(part.zfill(3) for part in number.split("."))


def problem(code, message, place):
    """A notice that keeps the whole file from being imported."""
    return Notice(code, message, place, PROBLEM)


def warning(code, message, place):
    """A notice of something that was settled, and how."""
    return Notice(code, message, place, WARNING)
