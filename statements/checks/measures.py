"""Checks of what a statement rests on and is measured by: sources, measures, populations, verbs."""

import re

from statements.checks.findings import Finding

#: What is offered is not yet received: statement and measure must count the same.
OFFERED = re.compile(r"\boffer(?:s|ed|ing)?\b", re.IGNORECASE)
PROPORTION = re.compile(r"^\s*(the\s+)?proportion of\b", re.IGNORECASE)
NUMBER_OF = re.compile(r"^\s*(the\s+)?number of\s+", re.IGNORECASE)
IN_DENOMINATOR = re.compile(r"\bin the denominator\b|\bof (these|those)\b", re.IGNORECASE)
SMALL = {
    *("a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or"),
    *("who", "whose", "that", "are", "is", "have", "has"),
}


def rests_on_guidance(content):
    if content["kind"] == "placeholder":
        if content["sources"] or content["measures"]:
            yield Finding(
                "placeholder",
                "warning",
                "sources",
                "A placeholder marks a gap in the guidance: it has neither sources nor measures.",
            )
    elif not content["sources"]:
        yield Finding(
            "rests_on_guidance",
            "error",
            "sources",
            "No recommendation is chosen: a statement rests on at least one.",
        )


def is_measured(content):
    kinds = {one["kind"] for one in content["measures"]}
    if content["kind"] != "placeholder" and not kinds & {"structure", "process"}:
        yield Finding(
            "is_measured",
            "error",
            "measures",
            "There is no structure or process measure: add at least one.",
        )


def processes(content):
    return [one for one in content["measures"] if one["kind"] == "process"]


def proportions_are_whole(content):
    """A process is a proportion with numerator and denominator, the first within the second."""
    for one in processes(content):
        if not (one["numerator"] and one["denominator"]):
            yield Finding(
                "proportions_are_whole",
                "error",
                "measures",
                f"A process measure needs a numerator and a denominator: “{short(one['text'])}”.",
            )
        elif not IN_DENOMINATOR.search(one["numerator"]):
            yield Finding(
                "proportions_are_whole",
                "warning",
                "measures",
                "The numerator does not say that it is part of the denominator: begin it with “The "
                "number in the denominator who …”.",
            )
        if not PROPORTION.search(one["text"]):
            yield Finding(
                "proportions_are_whole",
                "note",
                "measures",
                f"A process measure begins “Proportion of …”: “{short(one['text'])}”.",
            )


def population_is_the_statement_s(content):
    """The denominator counts the people of the statement."""
    statement = content["text"]
    for one in processes(content):
        if not (one["denominator"] and statement):
            continue
        wanted = main_words(population(one["denominator"]))
        if wanted and not wanted <= main_words(statement):
            missing = ", ".join(f"“{word}”" for word in sorted(wanted - main_words(statement)))
            yield Finding(
                "population",
                "warning",
                "measures",
                f"The denominator counts people whom the statement does not name ({missing}): both "
                "are about the same population.",
            )


def population(denominator):
    return NUMBER_OF.sub("", denominator).strip().rstrip(".")


def main_words(text):
    """The words of a text that say who it is about, in the singular."""
    words = re.findall(r"[a-z][a-z-]+", text.lower())
    return {word.removesuffix("s") for word in words if word not in SMALL}


def verbs_agree(content):
    """Where the statement offers, the measure counts offers; where it gives, what was given."""
    offers = bool(OFFERED.search(content["text"]))
    for one in processes(content):
        counts = one["numerator"] or one["text"]
        counts_offers = bool(OFFERED.search(counts))
        if offers and not counts_offers:
            yield Finding(
                "verbs_agree",
                "warning",
                "measures",
                "The statement says “offered”, and the measure counts something else: count who "
                "is offered it, or change the statement.",
            )
        elif counts_offers and not offers and content["text"]:
            yield Finding(
                "verbs_agree",
                "warning",
                "measures",
                "The measure counts offers, and the statement says more than that: count what the "
                "statement asks for.",
            )


def data_has_a_source(content):
    for one in content["measures"]:
        if not one["data_source"].strip():
            yield Finding(
                "data_source",
                "warning",
                "measures",
                f"No data source is named for “{short(one['text'])}”: name one, such as local data "
                "collection.",
            )


def short(text):
    return text if len(text) <= 60 else f"{text[:57]}…"


MEASURE_CHECKS = (
    rests_on_guidance,
    is_measured,
    proportions_are_whole,
    population_is_the_statement_s,
    verbs_agree,
    data_has_a_source,
)
