"""Checks a briefing paper before it is issued: rules of the content tree and the rows."""

from qsdev.briefing.builder import gather
from qsdev.briefing.checks import (
    coverage,
    evidence,
    references,
    stakeholders,
    text,
    traceability,
)
from qsdev.briefing.checks.findings import Finding, Level, Mend
from qsdev.briefing.checks.rules import RULES, Paper, check
from qsdev.documents.blocks import Document

__all__ = ["RULES", "Finding", "Level", "Mend", "check_material", "check_paper"]
MODULES = (coverage, evidence, references, stakeholders, text, traceability)  # enter their rules


def check_paper(topic, document: Document | None = None) -> list[Finding]:
    """Return what is wrong with a topic's paper, the gravest first.

    `document` is a content tree to hold against the topic's rows, an older one for example;
    without it the paper is built.
    """
    return check_material(gather(topic), document)


def check_material(material, document: Document | None = None) -> list[Finding]:
    """Return the same for material that is at hand, so that a build reads the rows once."""
    return check(Paper(material, document))
