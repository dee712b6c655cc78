"""How old a reader must be to follow a text, by the lengths of its sentences and words."""

import re

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
VOWELS = re.compile(r"[aeiouy]+")
FEWEST_WORDS = 8


def syllables(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, less a silent final e."""
    found = len(VOWELS.findall(word.lower()))
    if word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and found > 1:
        found -= 1
    return max(found, 1)


def reading_age(text: str) -> int | None:
    """Return the reading age of a text in years; None for one too short to tell.

    It is the Flesch–Kincaid grade, .39 × words a sentence + 11.8 × syllables a word − 15.59, and
    5 years. Source: Kincaid JP, Fishburne RP, Rogers RL and Chissom BS (1975) Derivation of new
    readability formulas for Navy enlisted personnel, Research Branch Report 8-75.
    """
    words = WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = len([part for part in SENTENCE.split(text) if WORD.search(part)]) or 1
    syllables_a_word = sum(map(syllables, words)) / len(words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables_a_word - 15.59
    return max(round(grade) + 5, 5)
