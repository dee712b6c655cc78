"""Checks of a statement while it is written: each explains itself and leads to its place.

A check is a function over a statement's content (`statements.content`), so it knows no rows. They
find what guidance on quality statements asks for; they never change a word, and none forbids
anything: people decide.
"""

from statements.checks.findings import Finding
from statements.checks.measures import MEASURE_CHECKS
from statements.checks.wording import WORDING_CHECKS

__all__ = ["Finding", "check_standard", "check_statement"]

USUAL = range(3, 8)


def check_statement(content: dict) -> list[Finding]:
    """Return what the checks find in one statement, in the order of its parts."""
    checks = (*WORDING_CHECKS, *MEASURE_CHECKS)
    return [finding for check in checks for finding in check(content)]


def check_standard(contents: list[dict]) -> list[Finding]:
    """Return what the checks find in the standard as a whole: how many statements it has."""
    number = sum(one["kind"] != "placeholder" for one in contents)
    if number in USUAL:
        return []
    words = f"A standard usually has about five statements; this one has {number}."
    return [Finding("number_of_statements", "note", "", words)]
