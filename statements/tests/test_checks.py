"""Checks while writing: each fires where it should, and not on a statement that is well made."""

import pytest

from statements.checks import check_standard, check_statement
from statements.checks.reading_age import reading_age, syllables

SOUND = {
    "number": 1,
    "kind": "standard",
    "short_title": "Assessment",
    "text": "Children who may have attachment difficulties have an assessment before an "
    "intervention starts.",
    "rationale": "An assessment shows what is needed.",
    "measures": [
        {
            "kind": "structure",
            "letter": "",
            "text": "Evidence of local arrangements for assessments.",
            "numerator": "",
            "denominator": "",
            "data_source": "Local data collection.",
        },
        {
            "kind": "process",
            "letter": "",
            "text": "Proportion of children who may have attachment difficulties who have an "
            "assessment before an intervention starts.",
            "numerator": "The number in the denominator who have an assessment before an "
            "intervention starts.",
            "denominator": "The number of children who may have attachment difficulties.",
            "data_source": "Local data collection.",
        },
    ],
    "for_service_providers": "Services make sure that it is done.",
    "for_practitioners": "Practitioners do it.",
    "for_commissioners": "Commissioners buy services that do it.",
    "for_people": "Children have a talk with someone who finds out what help they need.",
    "sources": [{"guideline": "NG26", "number": "1.3.2", "text": "Offer.", "recommendation": 1}],
    "definitions": [{"term": "Assessment", "definition": "A look at needs.", "glossary_term": 1}],
    "equality": "",
}


def with_process(**changes):
    structure, process = SOUND["measures"]
    return {"measures": [structure, process | changes]}


def found(**changes):
    return {finding.check for finding in check_statement(SOUND | changes)}


def test_nothing_is_found_in_a_statement_that_is_well_made():
    assert check_statement(SOUND) == []


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("statement", {"text": ""}),
        ("one_concept", {"text": "Children have an assessment. They have a plan."}),
        ("one_concept", {"text": "Children have an assessment and have a yearly plan."}),
        ("subject", {"text": "An assessment is made before an intervention starts."}),
        ("subject", {"text": "Assessment of children is made before an intervention starts."}),
        ("can_be_measured", {"text": "Children have a timely assessment."}),
        ("can_be_measured", with_process(numerator="The number in the denominator, as needed.")),
        ("terms_are_defined", {"text": "Children with ADHD have an assessment."}),
        ("defined_terms_are_used", {"definitions": [{"term": "Kinship", "definition": "Kin."}]}),
        ("can_be_read", {"for_people": "Comprehensive multidisciplinary psychosocial " * 6}),
        ("audiences_are_told", {"for_commissioners": ""}),
        ("rests_on_guidance", {"sources": []}),
        ("is_measured", {"measures": []}),
        ("proportions_are_whole", with_process(denominator="")),
        ("proportions_are_whole", with_process(numerator="The number assessed.")),
        ("proportions_are_whole", with_process(text="How many children are assessed.")),
        ("population", with_process(denominator="The number of looked after adults.")),
        ("data_source", with_process(data_source="")),
        ("placeholder", {"kind": "placeholder"}),
        (
            "verbs_agree",
            {
                "text": "Children who may have attachment difficulties are offered an "
                "assessment before an intervention starts."
            },
        ),
        (
            "verbs_agree",
            with_process(numerator="The number in the denominator who are offered an assessment."),
        ),
    ],
)
def test_check_fires(check, changes):
    assert check in found(**changes)


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("one_concept", {"text": "Children and young people have a plan that is kept."}),
        ("subject", {"text": "Local authorities publish a plan."}),
        ("terms_are_defined", {"text": "Children known to the NHS have an assessment."}),
        ("rests_on_guidance", {"kind": "placeholder", "sources": [], "measures": []}),
        ("is_measured", {"kind": "placeholder", "sources": [], "measures": []}),
        ("audiences_are_told", {"kind": "placeholder", "for_people": ""}),
    ],
)
def test_check_does_not_fire(check, changes):
    assert check not in found(**changes)


def test_offered_agrees_with_offered():
    statement = "Parents are offered a programme."
    counts = with_process(
        text="Proportion of parents who are offered a programme.",
        numerator="The number in the denominator who are offered a programme.",
        denominator="The number of parents.",
    )
    assert found(text=statement, definitions=[], **counts) == set()


@pytest.mark.parametrize(("number", "words"), [(2, True), (3, False), (7, False), (8, True)])
def test_about_five_statements_a_standard(number, words):
    assert bool(check_standard([SOUND] * number)) is words


def test_reading_age_by_hand():
    """8 words in 2 sentences with 8 syllables: .39 × 4 + 11.8 × 1 − 15.59 = −2.23, so age 5."""
    assert reading_age("The cat sat down. The dog ran off.") == 5
    assert reading_age("Too short.") is None
    assert [syllables(word) for word in ("plan", "people", "assessment", "care")] == [1, 2, 3, 1]
