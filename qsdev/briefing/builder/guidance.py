"""Guidelines and their recommendations as plain values, under the names papers call them by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation; `guideline` is the reference, "NG26" for example."""

    guideline: str
    number: str
    text: str = ""
    section: str = ""
    is_key_priority: bool = False
    sort_key: str = ""
    pk: int = 0

    @property
    def name(self) -> str:
        """Return its name in full, for example "NICE NG26 Recommendation 1.3.2"."""
        return f"NICE {self.guideline} Recommendation {self.number}"

    @property
    def heading(self) -> str:
        """Return its name, and in words that it is a key priority, if it is one."""
        words = " (key priority for implementation)"
        return self.name + words if self.is_key_priority else self.name


@dataclass(frozen=True, slots=True)
class ResearchRecommendation:
    """A recommendation for research."""

    guideline: str
    number: int
    title: str = ""
    text: str = ""
    pk: int = 0

    @property
    def name(self) -> str:
        """Return its name in full, for example "NICE NG26 Research Recommendation 3"."""
        return f"NICE {self.guideline} Research Recommendation {self.number}"

    @property
    def heading(self) -> str:
        """Return its name and title."""
        return f"{self.name}: {self.title}" if self.title else self.name


@dataclass(frozen=True, slots=True)
class Guideline:
    """A development source with everything it recommends."""

    reference: str
    edition: int = 0
    title: str = ""
    is_further: bool = False
    recommendations: tuple[Recommendation, ...] = ()
    research: tuple[ResearchRecommendation, ...] = ()

    @property
    def name(self) -> str:
        """Return its short name, "NICE NG26" for example."""
        return f"NICE {self.reference}"

    @property
    def key_priorities(self) -> tuple[Recommendation, ...]:
        """Return its key priorities for implementation, in order."""
        return tuple(one for one in self.recommendations if one.is_key_priority)
