"""Checks of what a statement is measured by: proportions, verbs, sources of data."""

import re

from statements.checks.findings import Finding, about_measure, short
from statements.checks.populations import processes
from statements.checks.words import stems

#: Who is offered, referred or invited has not received it yet: statement and measure must count
#: the same.
STEPS = {
    "offered": re.compile(r"\boffer(?:s|ed|ing)?\b", re.IGNORECASE),
    "referred": re.compile(r"\brefer(?:s|red|ring|rals?)?\b", re.IGNORECASE),
    "invited": re.compile(r"\binvit(?:es?|ed|ing|ations?)\b", re.IGNORECASE),
}
PROPORTION = re.compile(r"^\s*(the\s+)?proportion of\b", re.IGNORECASE)


def is_measured(content):
    """A statement has a structure or a process measure, unless it is a placeholder."""
    kinds = {one["kind"] for one in content["measures"]}
    if content["kind"] != "placeholder" and not kinds & {"structure", "process"}:
        yield Finding(
            "is_measured",
            "error",
            "measures",
            "There is no structure or process measure: add at least one.",
        )


def proportions_are_whole(content):
    """A process is a proportion with numerator and denominator."""
    for place, one in processes(content):
        missing = [name for name in ("numerator", "denominator") if not one[name]]
        if missing:
            yield about_measure(
                "proportions_are_whole",
                "error",
                place,
                f"A process measure needs a numerator and a denominator: “{short(one['text'])}”.",
                missing[0],
            )
        if not PROPORTION.search(one["text"]):
            yield about_measure(
                "proportions_are_whole",
                "note",
                place,
                f"A process measure begins “Proportion of …”: “{short(one['text'])}”.",
            )


def verbs_agree(content):
    """Where the statement offers, the measure counts offers; where it gives, what was given."""
    asked = steps_in(content["text"])
    for place, one in processes(content):
        field = "numerator" if one["numerator"] else "text"
        counted = steps_in(one[field])
        if asked and not set(asked) & set(counted):
            words = (
                f"The statement says “{asked[0]}”, and the measure counts something else: count "
                f"who is {asked[0]}, or change the statement."
            )
        elif content["text"] and not set(counted) <= set(asked):
            step = next(step for step in counted if step not in asked)
            words = (
                f"The measure counts who is {step}, and the statement does not say so: count what "
                "the statement asks for."
            )
        else:
            continue
        yield about_measure("verbs_agree", "warning", place, words, field)


def steps_in(text):
    """The steps before what is received that a text names, such as ["offered"]."""
    return [step for step, pattern in STEPS.items() if pattern.search(text)]


def data_has_a_source(content):
    """Every measure names where its data come from."""
    for place, one in enumerate(content["measures"]):
        if not one["data_source"].strip():
            yield about_measure(
                "data_source",
                "warning",
                place,
                f"No data source is named for “{short(one['text'])}”: name one, such as local data "
                "collection.",
                "data_source",
            )


def measures_differ(content):
    """No measure stands twice: neither in the same words nor with the same proportion."""
    seen = set()
    for place, one in enumerate(content["measures"]):
        same = {(one["kind"], tuple(stems(one["text"])))}
        if one["numerator"] and one["denominator"]:
            parts = stems(one["numerator"]), stems(one["denominator"])
            same.add((one["kind"], tuple(map(tuple, parts))))
        if same & seen:
            yield about_measure(
                "measures_differ",
                "warning",
                place,
                f"The same is measured twice: “{short(one['text'])}”. Remove one, or say what the "
                "other measures.",
            )
        seen |= same


MEASURE_CHECKS = (
    is_measured,
    proportions_are_whole,
    verbs_agree,
    data_has_a_source,
    measures_differ,
)
