"""The list of rules that every paper is checked by, and what a rule is given to read.

A rule is a generator of findings, entered in the list by `@rule(code, level, title)`. It reads a
`Paper`: the material it was made from and the content tree, nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from qsdev.briefing.builder import build_document
from qsdev.briefing.builder.material import PaperMaterial
from qsdev.briefing.checks.findings import Finding, Level
from qsdev.briefing.checks.printed import Printed
from qsdev.documents.blocks import Document, DocumentError
from qsdev.documents.numbering import Label, Numbering, number

GRAVITY = list(Level)
#: The groups of rules, in the order in which their findings are shown; each is a module.
GROUPS = ("references", "stakeholders", "traceability", "evidence", "text", "coverage")


@dataclass
class Paper:
    """A paper under check: built from the material unless a document, a frozen one, is given."""

    material: PaperMaterial
    given: Document | None = None

    @cached_property
    def document(self) -> Document:
        """Return the content tree."""
        return self.given or build_document(self.material)

    @cached_property
    def printed(self) -> Printed:
        """Return what the content tree says, read back."""
        return Printed(self.document)

    @cached_property
    def numbering(self) -> Numbering | None:
        """Return the paper's numbers; nothing if it cannot be numbered."""
        try:
            return number(self.document)
        except DocumentError:
            return None

    @property
    def labels(self) -> dict[str, Label]:
        """Return what each place in the paper is called."""
        return self.numbering.labels if self.numbering else {}

    @property
    def contents(self) -> list[Label]:
        """Return the sections that the contents list."""
        return self.numbering.contents if self.numbering else []

    def place(self, anchor: str) -> str:
        """Return the heading of a place with its number, "4.1 Assessment" for example."""
        label = self.labels.get(anchor)
        if label is None:
            return ""
        if label.kind == "row":
            return f"{self.labels['suggestions'].number}, row {label.title}"
        return label.full_title


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the help page lists it, with the function that finds where it is broken."""

    code: str
    level: Level
    title: str
    group: str
    find: Callable[[Paper], Iterator[Finding]]

    def findings(self, paper: Paper) -> list[Finding]:
        """Return what the rule finds, each finding with its code, level and place."""
        return [
            replace(
                found, code=self.code, level=self.level, place=paper.place(found.anchor)
            ).in_topic(paper.material.slug)
            for found in self.find(paper)
        ]


RULES: dict[str, Rule] = {}


def rule(code: str, level: str, title: str):
    """Enter the function below in the list; its module is the group it is listed in."""

    def enter(find):
        if code in RULES:
            raise ValueError(f"Two rules are called {code!r}.")
        group = find.__module__.rpartition(".")[2]
        RULES[code] = Rule(code, Level(level), title, group, find)
        return find

    return enter


def check(paper: Paper) -> list[Finding]:
    """Return what all rules find: the gravest first, and those of one group together."""
    found = [finding for each in RULES.values() for finding in each.findings(paper)]
    return sorted(found, key=_order)


def _order(finding):
    return GRAVITY.index(finding.level), GROUPS.index(RULES[finding.code].group)
