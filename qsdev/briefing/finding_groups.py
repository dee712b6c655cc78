"""Findings as pages list them: the gravest first, those of one kind together."""

from dataclasses import dataclass

from qsdev.briefing.checks.findings import Finding, Level
from qsdev.briefing.checks.rules import RULES

HEADINGS = {Level.ERROR: "Errors", Level.WARNING: "Warnings", Level.NOTE: "Notes"}

#: The pages on which an area is mended, and the arguments of their addresses that name the area.
AREA_PAGES = {
    "topics:area_edit",
    "stakeholders:summary_edit",
    "recommendations:recommendation_select",
    "recommendations:finding_edit",
}
AREA_ARGUMENTS = ("area", "area_pk", "pk")


@dataclass(frozen=True)
class FindingGroup:
    """The findings of one level: a heading, and under each subheading the findings."""

    level: str
    heading: str
    kinds: dict[str, list[Finding]]

    @property
    def count(self):
        return sum(len(findings) for findings in self.kinds.values())


def in_groups(kept):
    """Findings, as a build keeps them, by level and then by the group of their rule."""
    findings = [Finding.from_json(one) for one in kept]
    groups = []
    for level, heading in HEADINGS.items():
        kinds = {}
        for finding in findings:
            if finding.level == level:
                kinds.setdefault(kind_of(finding), []).append(finding)
        if kinds:
            groups.append(FindingGroup(level.value, heading, dict(sorted(kinds.items()))))
    return groups


def kind_of(finding):
    """The group of the rule that found it; a rule that is gone since groups under "Other"."""
    rule = RULES.get(finding.code)
    return rule.group.capitalize() if rule else "Other"


def about_area(kept, area, numbers):
    """The findings about one area: itself, what is written for it, its suggestions (`numbers`)."""
    return [one for one in map(Finding.from_json, kept) if is_about(one, area, numbers)]


@dataclass(frozen=True)
class AreaFindings:
    """How many findings of each level there are about one area."""

    area: object
    errors: int
    warnings: int
    notes: int


def by_area(kept, areas, numbers):
    """How many findings of each level are about each area; `numbers` by the area's key."""
    findings = [Finding.from_json(one) for one in kept]
    for area in areas:
        here = [one for one in findings if is_about(one, area, numbers.get(area.pk, set()))]
        counts = [sum(one.level == level for one in here) for level in HEADINGS]
        yield AreaFindings(area, *counts)


def is_about(finding, area, numbers):
    if finding.subject_kind == "suggestion":
        return finding.subject in numbers
    if (finding.subject_kind, finding.subject) == ("area", area.pk):
        return True
    mend = finding.mend
    if mend is None or mend.url_name not in AREA_PAGES:
        return False
    return area.pk in {mend.arguments.get(name) for name in AREA_ARGUMENTS}
