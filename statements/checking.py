"""What the checks find in a topic's statements as they are now: in each, and in the whole."""

from collections import Counter
from dataclasses import dataclass

from qsdev.committee.models import prioritised_areas
from qsdev.topics.models import ImprovementArea
from statements.checks import Finding, Terms, check_standard, check_statement
from statements.content import content_with_parts
from statements.models import QualityStatement, StatementDefinition, UndraftedArea

LEVELS = ("error", "warning", "note")


@dataclass(frozen=True)
class CheckedStatement:
    """A statement that stands, its content, and what the checks find in it."""

    statement: QualityStatement
    content: dict
    findings: list[Finding]


@dataclass(frozen=True)
class Undrafted:
    """A prioritised area without a statement, and why it has none ("" where nobody said)."""

    area: ImprovementArea
    reason: str


@dataclass(frozen=True)
class CheckedStandard:
    """A topic's statements, the prioritised areas without any, and what the checks find."""

    statements: list[CheckedStatement]
    removed: list[QualityStatement]
    undrafted: list[Undrafted]
    findings: list[Finding]

    @property
    def all_findings(self):
        return [*self.findings, *(one for each in self.statements for one in each.findings)]


def check_topic(topic) -> CheckedStandard:
    """Read and check a topic's statements, in a number of queries that does not grow."""
    rows = list(topic.statements.with_parts().select_related("area", "replaced_by"))
    standing = [(one, content_with_parts(one)) for one in rows if not one.is_removed]
    removed = [one for one in rows if one.is_removed]
    glossary = tuple(topic.glossary_terms.values_list("term", flat=True))
    defined = tuple(term["term"] for _, content in standing for term in content["definitions"])
    terms = Terms(glossary, defined)
    undrafted = undrafted_areas(topic, {one.area_id for one, _ in standing}, removed)
    unsettled = [one.area for one in undrafted if not one.reason]
    return CheckedStandard(
        statements=[
            CheckedStatement(one, content, check_statement(content, terms))
            for one, content in standing
        ],
        removed=removed,
        undrafted=undrafted,
        findings=check_standard([content for _, content in standing], unsettled)
        if standing
        else [],
    )


def undrafted_areas(topic, drafted, removed):
    """The prioritised areas but those drafted for, with the reason that was given last.

    Where only a statement that was removed was drafted for an area, the reason is why it was.
    """
    reasons = {one.area_id: one.reason_removed for one in removed}
    given = UndraftedArea.objects.filter(area__topic=topic).order_by("pk")
    reasons |= dict(given.values_list("area", "reason"))
    areas = prioritised_areas(topic).exclude(pk__in=drafted)
    return [Undrafted(area, reasons.get(area.pk, "")) for area in areas]


def check_one(statement, content) -> list[Finding]:
    """What the checks find in one statement, which uses what the others define."""
    topic = statement.topic
    glossary = tuple(topic.glossary_terms.values_list("term", flat=True))
    others = StatementDefinition.objects.filter(
        quality_statement__topic=topic, quality_statement__removed_at=None
    ).select_related("glossary_term")
    return check_statement(content, Terms(glossary, tuple(one.printed[0] for one in others)))


def counted(findings) -> str:
    """How many of each level: "2 errors, 1 warning and 3 notes"; "nothing" for none."""
    numbers = Counter(one.level for one in findings)
    said = [
        f"{numbers[level]} {level}{'' if numbers[level] == 1 else 's'}"
        for level in LEVELS
        if numbers[level]
    ]
    if len(said) < 2:
        return said[0] if said else "nothing"
    return f"{', '.join(said[:-1])} and {said[-1]}"
