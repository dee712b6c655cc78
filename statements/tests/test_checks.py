"""Checks while writing: each fires where it should, and not on a statement that is well made."""

import pytest

from statements.checks import check_statement
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


COUNTED = SOUND["measures"][1]["denominator"]
REWORDED = SOUND["measures"][1] | {"text": "Proportion of all of them."}
OF_ANOTHER_KIND = SOUND["measures"][0] | {"kind": "outcome"}
PROMISING = {"kind": "developmental", "rationale": "It is new, and a trial speaks for it."}
LATER = {"rationale": "Guidance on this is planned."}


def with_process(**changes):
    structure, process = SOUND["measures"]
    return {"measures": [structure, process | changes]}


def found(**changes):
    return {finding.check for finding in check_statement(SOUND | changes)}


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
        ("numerator", with_process(numerator="The number assessed.")),
        ("numerator", with_process(numerator="The number of adults who have an assessment.")),
        ("numerator", with_process(numerator=COUNTED)),
        ("proportions_are_whole", with_process(text="How many children are assessed.")),
        ("population", with_process(denominator="The number of looked after adults.")),
        ("data_source", with_process(data_source="")),
        ("placeholder", {"kind": "placeholder", "measures": []}),
        ("placeholder", {"kind": "placeholder", "sources": []}),
        ("placeholder", {"kind": "placeholder", "measures": [], "sources": []}),
        ("developmental", {"kind": "developmental", "sources": [], "rationale": "It is emergent."}),
        ("developmental", {"kind": "developmental", "rationale": "Evidence is good."}),
        ("measures_differ", {"measures": [*SOUND["measures"], SOUND["measures"][0]]}),
        ("measures_differ", {"measures": [*SOUND["measures"], REWORDED]}),
        ("population", with_process(denominator="The number of children.")),
        ("population", {"text": "Children in care who may have attachment difficulties have it."}),
        ("one_concept", {"text": "Children who are in care have a plan and are offered help."}),
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
        (
            "verbs_agree",
            {
                "text": "Children who may have attachment difficulties are referred for an "
                "assessment before an intervention starts."
            },
        ),
        (
            "verbs_agree",
            with_process(numerator="The number of invitations in the denominator."),
        ),
    ],
)
def test_check_fires(check, changes):
    assert check in found(**changes)


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("one_concept", {"text": "Children and young people have a plan that is kept."}),
        ("one_concept", {"text": "Children who are in care and have difficulties have a plan."}),
        ("subject", {"text": "Local authorities publish a plan."}),
        ("subject", {"kind": "placeholder", "text": "Moving to services for adults."}),
        ("numerator", with_process(numerator="The number of these who have an assessment.")),
        ("numerator", with_process(numerator=f"{COUNTED[:-1]} who have an assessment.")),
        ("numerator", with_process(numerator="", denominator="")),
        ("population", with_process(denominator=f"{COUNTED[:-1]} in the past 12 months.")),
        (
            "population",
            {"text": "Services for children who may have attachment difficulties plan."},
        ),
        ("population", {"text": ""}),
        ("measures_differ", {"measures": [*SOUND["measures"], OF_ANOTHER_KIND]}),
        ("developmental", {"kind": "developmental", "rationale": "Few services do it."}),
        ("developmental", PROMISING | {"sources": []}),
        ("rests_on_guidance", PROMISING | {"sources": []}),
        ("placeholder", {"kind": "placeholder", "sources": [], "measures": []} | LATER),
        ("terms_are_defined", {"text": "Children known to the NHS have an assessment."}),
        ("rests_on_guidance", {"kind": "placeholder", "sources": [], "measures": []}),
        ("is_measured", {"kind": "placeholder", "sources": [], "measures": []}),
        ("audiences_are_told", {"kind": "placeholder", "for_people": ""}),
    ],
)
def test_check_does_not_fire(check, changes):
    assert check not in found(**changes)


@pytest.mark.parametrize("step", ["offered", "referred to", "invited to"])
def test_verb_agrees_with_itself(step):
    statement = f"Parents are {step} a programme."
    counts = with_process(
        text=f"Proportion of parents who are {step} a programme.",
        numerator=f"The number in the denominator who are {step} a programme.",
        denominator="The number of parents.",
    )
    assert found(text=statement, definitions=[], **counts) == set()


def test_reading_age_by_hand():
    """8 words in 2 sentences with 8 syllables: .39 × 4 + 11.8 × 1 − 15.59 = −2.23, so age 5."""
    assert reading_age("The cat sat down. The dog ran off.") == 5
    assert reading_age("Too short.") is None
    assert [syllables(word) for word in ("plan", "people", "assessment", "care")] == [1, 2, 3, 1]


def one_finding(check, **changes):
    """The one finding of a check that there is."""
    (finding,) = [one for one in check_statement(SOUND | changes) if one.check == check]
    return finding


def test_population_is_compared_both_ways_and_the_words_are_named():
    wider = one_finding("population", **with_process(denominator="The number of children."))
    other = one_finding("population", **with_process(denominator=f"{COUNTED[:-1]} in care."))

    assert "does not say “attachment”, “difficulty”, “may”" in wider.message
    assert "does not name (“care”)" in other.message


def test_finding_about_a_measure_names_the_measure_and_its_text():
    structure, process = SOUND["measures"]
    unnamed = structure | {"data_source": " "}
    finding = one_finding("data_source", measures=[structure, process, unnamed])
    counted = one_finding("numerator", **with_process(numerator="The number assessed."))

    assert (finding.part, finding.measure, finding.field) == ("measures", 2, "data_source")
    assert (counted.measure, counted.field) == (1, "numerator")
