"""Checks of statements while they are written: each explains itself and leads to its place.

A check is a function over a statement's content (`statements.content`), or over those of the whole
standard, so it knows no rows. They find what guidance on quality statements asks for; they never
change a word, and none forbids anything: people decide.
"""

from statements.checks.findings import Finding
from statements.checks.kinds import KIND_CHECKS
from statements.checks.measures import MEASURE_CHECKS
from statements.checks.populations import POPULATION_CHECKS
from statements.checks.standard import STANDARD_CHECKS
from statements.checks.terms import TERM_CHECKS, Terms, glossary_terms_are_defined
from statements.checks.wording import WORDING_CHECKS

__all__ = ["Finding", "Terms", "check_standard", "check_statement"]

NO_TERMS = Terms()


def check_statement(content: dict, terms: Terms = NO_TERMS) -> list[Finding]:
    """Return what the checks find in one statement, part by part."""
    checks = (*WORDING_CHECKS, *KIND_CHECKS, *MEASURE_CHECKS, *POPULATION_CHECKS, *TERM_CHECKS)
    found = [finding for check in checks for finding in check(content)]
    return [*found, *glossary_terms_are_defined(content, terms)]


def check_standard(contents: list[dict], areas=()) -> list[Finding]:
    """Return what the checks find in the standard as a whole.

    `areas` are the prioritised areas that have neither a statement nor a reason.
    """
    return [finding for check in STANDARD_CHECKS for finding in check(contents, areas)]
