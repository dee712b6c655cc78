"""Checks of whom a process measure counts: those of the statement, and of these a part."""

import re

from statements.checks.findings import about_measure, listed, short
from statements.checks.words import is_about_people, main_words, populations, stems

NUMBER_OF = re.compile(r"^\s*(?:the\s+)?(?:total\s+)?number of\s+", re.IGNORECASE)
IN_DENOMINATOR = re.compile(
    r"\b(?:in|of|from) the denominator\b|\bof (these|those)\b", re.IGNORECASE
)


def processes(content):
    """The process measures, each with its place among all measures."""
    return [
        (place, one) for place, one in enumerate(content["measures"]) if one["kind"] == "process"
    ]


def denominator_is_in_statement(content):
    """The denominator counts nobody whom the statement does not name."""
    named = main_words(content["text"])
    for place, one in processes(content):
        strange = main_words(NUMBER_OF.sub("", one["denominator"])) - named
        if named and strange:
            yield about_measure(
                "population",
                "warning",
                place,
                "The denominator counts people whom the statement does not name "
                f"({listed(sorted(strange))}): both are about the same population.",
                "denominator",
            )


def statement_is_in_denominator(content):
    """The denominator leaves out no word with which the statement says whom it is about."""
    possible = populations(content["text"])
    if not possible or not is_about_people(possible[0]):
        return
    for place, one in processes(content):
        counted = main_words(one["denominator"])
        missing = [main_words(words) - counted for words in possible]
        if counted and all(missing):
            yield about_measure(
                "population",
                "warning",
                place,
                f"The statement is about “{short(possible[0])}”, and the denominator does not say "
                f"{listed(sorted(missing[0]))}: both are about the same population.",
                "denominator",
            )


def numerator_is_in_denominator(content):
    """The numerator counts part of the denominator: by saying so, or in the same words."""
    for place, one in processes(content):
        numerator, denominator = one["numerator"], one["denominator"]
        if not (numerator and denominator):
            continue
        if stems(numerator) == stems(denominator):
            message = "Numerator and denominator are the same: the proportion is always 100%."
            yield about_measure("numerator", "error", place, message, "numerator")
        elif not IN_DENOMINATOR.search(numerator) and main_words(denominator) - main_words(
            numerator
        ):
            yield about_measure(
                "numerator",
                "warning",
                place,
                "The numerator does not say that it is part of the denominator: begin it with “The "
                "number in the denominator who …”.",
                "numerator",
            )


POPULATION_CHECKS = (
    denominator_is_in_statement,
    statement_is_in_denominator,
    numerator_is_in_denominator,
)
