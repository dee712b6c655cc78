"""Checks of the standard as a whole: how many statements, for which areas, none of them twice."""

from itertools import combinations

from statements.checks.findings import Finding, listed
from statements.checks.words import main_words, stems

USUAL = range(3, 8)
#: From this share of words in common on, two statements ask for the same.
ALIKE = 0.8


def about_five_statements(contents, areas):
    """A standard has about five statements, placeholders not counted."""
    number = sum(one["kind"] != "placeholder" for one in contents)
    if number not in USUAL:
        words = f"A standard usually has about five statements; this one has {number}."
        yield Finding("number_of_statements", "note", "", words)


def areas_are_settled(contents, areas):
    """Every prioritised area has a statement, or a reason why it has none."""
    for area in areas:
        yield Finding(
            "areas_are_settled",
            "warning",
            "",
            f"The committee prioritised “{area.title}”, and no statement is drafted for it: draft "
            "one, or say why there is none.",
            area=area.pk,
        )


def concepts_differ(contents, areas):
    """No two statements have the same short title, words, or measured proportion."""
    for one, other in combinations(contents, 2):
        same = in_common(one, other)
        if same:
            yield Finding(
                "concepts_differ",
                "warning",
                "",
                f"Statements {one['number']} and {other['number']} have {same}: each statement "
                "has a concept of its own. Put them together, or say what sets them apart.",
                statements=(one["number"], other["number"]),
            )


def in_common(one, other):
    """What two statements share that sets no two apart, in words; "" where nothing does."""
    if stems(one["short_title"]) == stems(other["short_title"]):
        return "the same short title"
    words, others = main_words(one["text"]), main_words(other["text"])
    if words and others and len(words & others) >= ALIKE * len(words | others):
        return "almost the same words"
    shared = measured(one) & measured(other)
    return f"the same measure ({listed(sorted(shared))})" if shared else ""


def measured(content):
    """The texts of a statement's process measures."""
    return {one["text"] for one in content["measures"] if one["kind"] == "process"}


STANDARD_CHECKS = (about_five_statements, areas_are_settled, concepts_differ)
