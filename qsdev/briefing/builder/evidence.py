"""Evidence sources and the numbers of the evidence search, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """A publication that findings cite by its `key`."""

    key: str
    author: str = ""
    year: int = 0
    title: str = ""
    url: str = ""
    pk: int = 0

    @property
    def name(self) -> str:
        """Return it as a footnote names it: "Author (year) Title"."""
        return f"{self.author} ({self.year}) {self.title}"


@dataclass(frozen=True, slots=True)
class EvidenceSearch:
    """How many papers were found, excluded and, as somebody stated, included."""

    from_databases: int = 0
    from_stakeholders: int = 0
    from_internal: int = 0
    exclusions: tuple[tuple[str, int], ...] = ()
    stated_included: int = 0

    @property
    def identified(self) -> int:
        """Return the number of papers found or suggested, whatever the way."""
        return self.from_databases + self.from_stakeholders + self.from_internal

    @property
    def excluded(self) -> int:
        """Return the number of papers excluded, whatever the reason."""
        return sum(papers for _, papers in self.exclusions)

    @property
    def remaining(self) -> int:
        """Return the number of papers that the exclusions leave."""
        return self.identified - self.excluded
