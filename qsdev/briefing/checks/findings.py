"""What a check finds: one plain sentence, where it is in the paper, and the page that mends it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse


class Level(StrEnum):
    """How grave a finding is: an error stops issuing unless the lead says why it is accepted."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mend:
    """The page on which a finding is mended: a URL name, its arguments, and a query if any."""

    url_name: str
    arguments: dict[str, str | int] = field(default_factory=dict)
    query: dict[str, str | int] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Return the address of the page, or nothing where this installation has no such page."""
        try:
            address = reverse(self.url_name, kwargs=self.arguments)
        except NoReverseMatch:
            return ""
        return f"{address}?{urlencode(self.query)}" if self.query else address


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth knowing, in a paper.

    A rule gives the message, the subject (its kind and its key or number), the anchor of the
    place in the paper, and where it is mended. The rest is filled in when the rule is run.
    """

    message: str
    subject_kind: str = ""
    subject: int | str = ""
    anchor: str = ""
    mend: Mend | None = None
    code: str = ""
    level: Level = Level.NOTE
    place: str = ""

    def as_json(self) -> dict:
        """Return the finding as plain values, for the record of a build and for scripts."""
        mend = self.mend and {
            "url_name": self.mend.url_name,
            "arguments": self.mend.arguments,
            "query": self.mend.query,
        }
        return {
            "code": self.code,
            "level": self.level.value,
            "message": self.message,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "anchor": self.anchor,
            "place": self.place,
            "mend": mend,
        }

    @classmethod
    def from_json(cls, kept: dict) -> "Finding":
        """Return the finding that `as_json` was given."""
        mend = kept["mend"] and Mend(**kept["mend"])
        return cls(
            message=kept["message"],
            subject_kind=kept["subject"]["kind"],
            subject=kept["subject"]["id"],
            anchor=kept["anchor"],
            mend=mend,
            code=kept["code"],
            level=Level(kept["level"]),
            place=kept["place"],
        )

    def in_topic(self, slug: str) -> "Finding":
        """Return the finding with the topic's slug among the arguments of the page that mends."""
        if self.mend is None:
            return self
        arguments = {"slug": slug, **self.mend.arguments}
        return replace(self, mend=replace(self.mend, arguments=arguments))
