"""The standard as a whole: about five statements, every area settled, no concept twice."""

from types import SimpleNamespace

import pytest

from statements.checks import check_standard
from statements.tests.well_made import ASSESSED, FILMED, FOUR, PLACEHOLDER, PLANNED, TRAINED

TITLES = ("Play", "Sleep", "Food", "Rest", "Talk", "Sport", "Music", "Books")


def simple(number):
    """A statement of its own, with another title, other words and no measure."""
    title = TITLES[number - 1]
    text = f"Children have {title.lower()}."
    return ASSESSED | {"number": number, "short_title": title, "text": text, "measures": []}


def found(contents, areas=()):
    return {one.check for one in check_standard(contents, areas)}


@pytest.mark.parametrize(("number", "fires"), [(2, True), (3, False), (7, False), (8, True)])
def test_about_five_statements_a_standard(number, fires):
    contents = [simple(one) for one in range(1, number + 1)]
    assert found(contents) == ({"number_of_statements"} if fires else set())


def test_placeholders_are_not_counted():
    assert found([ASSESSED, FILMED, PLACEHOLDER]) == {"number_of_statements"}


def test_prioritised_area_without_a_statement_is_named():
    (finding,) = check_standard(FOUR, [SimpleNamespace(pk=7, title="Play at home")])

    assert (finding.check, finding.area) == ("areas_are_settled", 7)
    assert "“Play at home”" in finding.message


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"short_title": "Education plans"}, "the same short title"),
        ({"text": f"{PLANNED['text'][:-1]} today."}, "almost the same words"),
        ({"measures": PLANNED["measures"]}, "the same measure"),
    ],
)
def test_concept_that_stands_twice_is_named_with_both_numbers(changes, words):
    (finding,) = check_standard([ASSESSED, PLANNED, FILMED, TRAINED | changes])

    assert (finding.check, finding.statements) == ("concepts_differ", (2, 4))
    assert f"Statements 2 and 4 have {words}" in finding.message


def test_statements_that_differ_in_whom_they_are_for_are_not_the_same():
    others = FILMED | {"number": 4, "short_title": "For carers", "measures": []}
    others["text"] = FILMED["text"].replace("Parents of preschool", "Carers of school-aged")
    assert found([ASSESSED, PLANNED, FILMED, others]) == set()


def test_structure_measures_may_be_alike_and_unwritten_statements_too():
    (structure, _) = ASSESSED["measures"]
    unwritten = [simple(one) | {"text": "", "measures": [structure]} for one in (1, 2, 3)]
    assert found(unwritten) == set()
