"""Checks of the terms that a statement uses: each is defined, and each definition is of use."""

import re
from dataclasses import dataclass

from statements.checks.findings import Finding, listed
from statements.checks.words import stems
from statements.content import TEXTS

ABBREVIATION = re.compile(r"\b[A-Z]{2,}[a-z]?\b")
KNOWN_EVERYWHERE = {"NICE", "UK", "NHS", "GP", "GPs"}
IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")


@dataclass(frozen=True)
class Terms:
    """The topic's glossary, and what the standard's statements define, each by its term."""

    glossary: tuple[str, ...] = ()
    defined: tuple[str, ...] = ()


def measure_words(content):
    """All words of a statement's measures that a definition may be wanted for."""
    names = ("text", "numerator", "denominator")
    return " ".join(one[name] for one in content["measures"] for name in names)


def forms(term):
    """The words of a term, once with what stands in brackets and once as that alone."""
    inside = IN_BRACKETS.findall(term)
    return [found for found in map(stems, [IN_BRACKETS.sub("", term), *inside]) if found]


def places(words, term):
    """Where the words of a term stand in a list of words, as sets of positions."""
    return [
        set(range(start, start + len(form)))
        for form in forms(term)
        for start in range(len(words) - len(form) + 1)
        if words[start : start + len(form)] == form
    ]


def abbreviations_are_defined(content):
    """Abbreviations in the statement and its measures are defined or written out."""
    words = f"{content['text']} {measure_words(content)}"
    defined = " ".join(one["term"] for one in content["definitions"])
    for found in sorted(set(ABBREVIATION.findall(words)) - KNOWN_EVERYWHERE):
        if found not in defined and f"({found})" not in words:
            yield Finding(
                "terms_are_defined",
                "warning",
                "definitions",
                f"“{found}” is used and not defined: write it out, or add it to the definitions.",
            )


def glossary_terms_are_defined(content, terms):
    """What the topic's glossary explains is defined here or in another statement of the standard.

    A shorter term within a longer one that is defined needs no definition: "carer" where "foster
    carer" is.
    """
    words = stems(f"{content['text']} {measure_words(content)}")
    defined = [*terms.defined, *(one["term"] for one in content["definitions"])]
    covered = set().union(*(place for term in defined for place in places(words, term)))
    known = {term.casefold() for term in defined}
    missing = [
        term
        for term in terms.glossary
        if term.casefold() not in known and any(place - covered for place in places(words, term))
    ]
    if missing:
        yield Finding(
            "glossary",
            "warning",
            "definitions",
            f"The topic’s glossary explains {listed(missing)}, and no statement of the standard "
            "defines it: add it to the definitions.",
        )


def defined_terms_are_used(content):
    """A definition is of a word that this statement uses, in any of its parts."""
    texts = " ".join(content[name] for name, _ in TEXTS)
    words = stems(f"{content['short_title']} {texts} {measure_words(content)}")
    for one in content["definitions"]:
        others = stems(
            " ".join(other["definition"] for other in content["definitions"] if other is not one)
        )
        if not places(words, one["term"]) and not places(others, one["term"]):
            yield Finding(
                "defined_terms_are_used",
                "note",
                "definitions",
                f"“{one['term']}” is defined, and this statement does not use it: remove the "
                "definition, or use the term.",
            )


TERM_CHECKS = (abbreviations_are_defined, defined_terms_are_used)
