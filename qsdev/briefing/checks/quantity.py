"""Compares words of quantity with the number of contributors that they are said of."""

import re
from collections.abc import Iterator

from qsdev.briefing.builder.citations import passages

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
WHO = r"(?:stakeholder|contributor|respondent|organisation)"
SINGLE = re.compile(rf"\b(?:one|an?|another|a single) {WHO}\b", re.IGNORECASE)
EXACT = re.compile(rf"\b({'|'.join(NUMBERS)}) (?:\w{{1,30}} )?{WHO}s\b", re.IGNORECASE)
SEVERAL = re.compile(rf"\b(?:a number of|several|many|most|various) {WHO}s\b", re.IGNORECASE)
PLURAL = re.compile(r"\b(?:stakeholders|contributors|respondents)\b(?!['’])", re.IGNORECASE)
AT_LEAST_SEVERAL = 3
AT_LEAST_PLURAL = 2
NO_LIMIT = float("inf")


def disagreement(markdown: str, suggestion_by_number: dict) -> Iterator[tuple[str, int]]:
    """Yield words of quantity that the citations after them do not bear out, with their number.

    A passage is what stands between one citation and the next. Where it speaks of one stakeholder
    and of several, only the larger claim can be held against the citations.
    """
    for words, numbers in passages(markdown):
        known = [suggestion_by_number[one] for one in numbers if one in suggestion_by_number]
        count = len({one.contributor for one in known if one.contributor})
        claim = _claim(words)
        if count and claim and not claim[1] <= count <= claim[2]:
            yield claim[0], count


def _claim(words):
    """Return the largest claim in the words: the words, the least and the most contributors."""
    if found := SEVERAL.search(words):
        return found.group(), AT_LEAST_SEVERAL, NO_LIMIT
    if found := EXACT.search(words):
        exact = NUMBERS[found.group(1).lower()]
        return found.group(), exact, exact
    if found := PLURAL.search(words):
        return found.group(), AT_LEAST_PLURAL, NO_LIMIT
    if found := SINGLE.search(words):
        return found.group(), 1, 1
    return None
