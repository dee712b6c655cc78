"""Terms: what the glossary explains is defined somewhere, and what is defined is used."""

import pytest

from statements.checks import Terms, check_statement
from statements.tests.test_checks import SOUND
from statements.tests.well_made import define


def found(text, glossary=(), defined=(), **changes):
    """The sentences of the findings about terms."""
    content = SOUND | {"text": text, "measures": [], "definitions": []} | changes
    findings = check_statement(content, Terms(tuple(glossary), tuple(defined)))
    return [one.message for one in findings if one.part == "definitions"]


def test_term_of_the_glossary_is_named_where_no_statement_defines_it():
    (said,) = found("Carers on the edge of care have help.", ["Carer", "Edge of care", "Parent"])

    assert "“Carer”, “Edge of care”" in said
    assert "Parent" not in said


@pytest.mark.parametrize(
    ("text", "glossary", "defined"),
    [
        ("Carers have help.", ["Carer"], ["carer"]),  # in another statement
        ("Caring people have help.", ["Carer"], []),
        ("Foster carers have help.", ["Carer"], ["Foster carer"]),
        ("Looked-after children have help.", ["Looked after"], ["Looked after"]),
        ("A video interaction (VIG) helps.", ["Guidance (VIG)"], ["Guidance (VIG)"]),
    ],
)
def test_term_is_not_named(text, glossary, defined):
    assert found(text, glossary, defined) == []


@pytest.mark.parametrize(
    ("text", "glossary", "defined"),
    [
        ("Looked-after children have help.", ["Looked after"], []),
        ("Young people have help.", ["Young person"], []),
        ("Foster carers and other carers have help.", ["Carer"], ["Foster carer"]),
        ("Families have VIG (VIG).", ["Video guidance (VIG)"], []),
    ],
)
def test_term_is_named_in_whatever_form_it_is_used(text, glossary, defined):
    assert len(found(text, glossary, defined)) == 1


def test_term_in_a_measure_is_a_use_of_it():
    (said,) = found("Adults have help.", ["Children"], measures=SOUND["measures"])

    assert "“Children”" in said


@pytest.mark.parametrize("part", ["text", "rationale", "for_people", "equality", "short_title"])
def test_definition_is_of_use_wherever_its_term_stands(part):
    without = {"rationale": "", "definitions": define("Special guardianship")}
    used = without | {part: "Said of special guardianships."}

    assert len(found("Adults have help.", **without)) == 1
    assert found(used.pop("text", "Adults have help."), **used) == []


def test_definition_is_of_use_in_another_definition_and_not_in_its_own():
    own = [{"term": "Kinship", "definition": "Kinship by birth.", "glossary_term": None}]
    other = [{"term": "Carer", "definition": "Kinship or foster.", "glossary_term": None}]

    assert len(found("Adults have help.", definitions=own)) == 1
    assert found("Carers have help.", definitions=own + other) == []
