"""What a briefing paper is made from: a topic's rows as plain values, read once.

`gathering` fills these from the database. The parts of the paper and the checks read nothing
else, so that both can be tried on a few values made by hand.
"""

import datetime
from dataclasses import dataclass
from functools import cached_property

from qsdev.briefing.builder.evidence import EvidenceSearch, EvidenceSource
from qsdev.briefing.builder.guidance import Guideline, Recommendation, ResearchRecommendation
from qsdev.briefing.builder.wording import titled

ADDITIONAL_AREAS = "Additional areas"


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who suggests: an organisation, or a specialist committee member under a pseudonym."""

    name: str
    abbreviation: str = ""
    is_specialist_member: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionPart:
    """A part of a suggestion that was split, with the anchor of its area ("" where it has none)."""

    letter: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row of the stakeholder table; areas are named by their anchors, "" being not yet filed.

    A suggestion of which only parts are filed is under the area of the first of them. `merged_with`
    is the number of the suggestion that it says again, `out_of_scope` the reason why it is that.
    """

    number: int
    contributor: Contributor | None = None
    key_area: str = ""
    why_important: str = ""
    why_key_area: str = ""
    supporting_information: str = ""
    kind: str = "key_area"
    heading_in_table: str = ""
    name_in_table: str = ""
    area: str = ""
    sub_area: str = ""
    also_in: tuple[str, ...] = ()
    reason_not_used: str = ""
    out_of_scope: str = ""
    merged_with: int | None = None
    parts: tuple[SuggestionPart, ...] = ()

    @property
    def words(self) -> tuple[str, str, str, str]:
        """Return the contributor's words, in the order of the table's columns."""
        return (
            self.key_area,
            self.why_important,
            self.why_key_area,
            self.supporting_information,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-area with all that is written and selected for it, or an area that stands for itself.

    `sub_area` is the key of its row, nothing for the area itself.
    """

    title: str
    sub_area: int | None = None
    summary: str = ""
    practice: str = ""
    none_found: bool = False
    recommendations: tuple[Recommendation, ...] = ()
    research: tuple[ResearchRecommendation, ...] = ()
    not_covered: bool = False

    @property
    def heading(self) -> str:
        """Return its heading, and words in its place where it has none."""
        return titled(self.title, "Untitled sub-area")

    @property
    def is_empty(self) -> bool:
        """Return whether nothing has been written or selected."""
        written = self.summary or self.practice or self.none_found
        return not (written or self.recommendations or self.research or self.not_covered)


@dataclass(frozen=True, slots=True)
class Area:
    """An improvement area; one that is additional has the reason why it is not progressed."""

    title: str
    anchor: str
    pk: int = 0
    parts: tuple[Part, ...] = ()
    is_additional: bool = False
    reason_sentence: str = ""
    explanation: str = ""

    @property
    def heading(self) -> str:
        """Return its heading, and words in its place where it has none."""
        return titled(self.title, "Untitled area")

    @property
    def sub_areas(self) -> tuple[str, ...]:
        """Return the headings of its sub-areas, in order."""
        return tuple(part.heading for part in self.parts if part.sub_area is not None)

    @property
    def place(self) -> str:
        """Return the anchor of the section in which it is printed."""
        return "additional-areas" if self.is_additional else self.anchor


@dataclass(frozen=True, slots=True)
class Round:
    """The engagement exercise, with the number of respondents that somebody stated, if any."""

    opens: datetime.date
    closes: datetime.date
    pk: int = 0
    weeks: int = 2
    key_areas_each: int = 5
    stated_respondents: int | None = None


@dataclass(frozen=True, slots=True)
class OverviewText:
    """A part of the topic's overview in Markdown; `kind` is its code, "focus" for example."""

    kind: str
    heading: str
    text: str = ""
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class FrameworkEntry:
    """A line of a framework; `kind` is heading, objective, indicator or sub_indicator."""

    kind: str
    text: str
    number: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class FrameworkDomain:
    """A domain of a framework with its lines."""

    number: str
    title: str
    entries: tuple[FrameworkEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A national outcomes framework."""

    title: str
    note: str = ""
    entries_heading: str = "Indicators"
    domains: tuple[FrameworkDomain, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """Rows of a confirmed import that were left out and are not settled."""

    import_pk: int
    file_name: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class PaperMaterial:
    """All that a paper says, and the register, left-out rows and redactions for the checks alone.

    `redactions` are pairs of a suggestion's number and the passage that no text may repeat.
    """

    slug: str = ""
    title: str = ""
    reference: str = ""
    directorate: str = ""
    series: str = ""
    output: str = ""
    meeting_on: datetime.date | None = None
    shows_member_numbers: bool = True
    round: Round | None = None
    guidelines: tuple[Guideline, ...] = ()
    overview: tuple[OverviewText, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    areas: tuple[Area, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    sources: tuple[EvidenceSource, ...] = ()
    search: EvidenceSearch | None = None
    glossary: tuple[tuple[str, str], ...] = ()
    reasons_not_selected: tuple[tuple[str, str], ...] = ()
    register: tuple[Contributor, ...] = ()
    left_out: tuple[LeftOutRows, ...] = ()
    redactions: tuple[tuple[int, str], ...] = ()

    @cached_property
    def main_areas(self) -> tuple[Area, ...]:
        """Return the areas that have a section of their own."""
        return tuple(area for area in self.areas if not area.is_additional)

    @cached_property
    def additional_areas(self) -> tuple[Area, ...]:
        """Return the areas that are gathered apart."""
        return tuple(area for area in self.areas if area.is_additional)

    @cached_property
    def suggestion_by_number(self) -> dict[int, Suggestion]:
        """Return the suggestions by their numbers."""
        return {suggestion.number: suggestion for suggestion in self.suggestions}

    @cached_property
    def source_by_key(self) -> dict[str, EvidenceSource]:
        """Return the evidence sources by the keys that findings cite."""
        return {source.key: source for source in self.sources}

    @cached_property
    def area_by_anchor(self) -> dict[str, Area]:
        """Return the areas by their anchors."""
        return {area.anchor: area for area in self.areas}

    @cached_property
    def contributors(self) -> tuple[Contributor, ...]:
        """Return those who suggested something, each once."""
        found = (suggestion.contributor for suggestion in self.suggestions)
        return tuple(dict.fromkeys(contributor for contributor in found if contributor))

    @cached_property
    def organisations(self) -> tuple[Contributor, ...]:
        """Return the organisations that suggested something, each once."""
        return tuple(one for one in self.contributors if not one.is_specialist_member)

    @cached_property
    def specialist_members(self) -> tuple[Contributor, ...]:
        """Return the specialist committee members who suggested something, each once."""
        return tuple(one for one in self.contributors if one.is_specialist_member)

    @cached_property
    def reason_not_selected(self) -> dict[str, str]:
        """Return why a recommendation is not selected, by its name in full."""
        return dict(self.reasons_not_selected)
