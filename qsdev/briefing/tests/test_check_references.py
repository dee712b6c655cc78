"""Rules about recommendations: each is broken once, and what only looks like it is let pass."""

from dataclasses import replace

import pytest

from qsdev.briefing.tests.sound_material import (
    ASK,
    ASKING,
    GUIDELINE,
    LEND,
    PLAN,
    SOUND,
    found,
    with_blocks,
    with_guideline,
    with_part,
)
from qsdev.documents.blocks import Paragraph, Quotation, Text

SECTION = "area-asking-recommendations"


def quotations_changed(**changes):
    """The sound paper with the recommendations quoted in its first area changed."""
    return with_blocks(
        SECTION,
        lambda blocks: tuple(
            replace(block, **changes) if isinstance(block, Quotation) else block for block in blocks
        ),
    )


def pointing(text):
    """The sound material in which a selected recommendation has this text."""
    changed = replace(PLAN, text=text)
    return with_part(ASKING, recommendations=(ASK, changed))


def subjects(findings):
    return [finding.subject for finding in findings]


def test_recommendation_of_an_undeclared_guideline_is_found():
    other = replace(LEND, guideline="NG20")
    (finding,) = found(
        "recommendation_outside_sources", with_part(ASKING, recommendations=(other,))
    )
    assert finding.message.startswith("NICE NG20 Recommendation 1.2.1 is listed in “Asking about")
    assert (finding.subject, finding.place) == (
        1,
        "4.1.2 Selected recommendations from development source",
    )


def test_undeclared_guideline_named_in_prose_is_found():
    material = with_part(ASKING, summary="See NICE NG20 Recommendation 1.2.1 [S1].")
    assert subjects(found("recommendation_outside_sources", material)) == [101]


def test_recommendation_that_the_guideline_lacks_is_found():
    other = replace(LEND, number="9.9.9")
    material = with_part(ASKING, recommendations=(other,))
    assert subjects(found("recommendation_unknown", material)) == [1]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("As in recommendation 1.1.2 [S1].", 0),
        ("As in recommendations 1.1.1 and 1.2.1 [S1].", 0),
        ("As in recommendations 1.1.1 and 7.7 [S1].", 1),
        ("Version 7.7 of a recommendation [S1].", 0),
    ],
)
def test_numbers_of_recommendations_in_prose_must_exist(words, count):
    assert len(found("recommendation_unknown", with_part(ASKING, summary=words))) == count


def test_recommendation_listed_twice_in_a_cell_is_found():
    material = with_part(ASKING, recommendations=(ASK, PLAN, ASK))
    (finding,) = found("recommendation_twice", material)
    assert "is listed 2 times beside “Asking adults”" in finding.message


def test_recommendation_in_two_sub_areas_is_not_listed_twice():
    material = with_part(ASKING, 1, recommendations=(ASK,), not_covered=False)
    assert found("recommendation_twice", material) == []


def test_listed_recommendation_without_its_text_is_found():
    document = with_blocks(SECTION, lambda blocks: blocks[:2])
    assert len(found("listed_without_full_text", SOUND, document)) == 2


def test_recommendation_whose_stored_text_is_empty_is_found():
    material = with_part(ASKING, recommendations=(replace(ASK, text=""),))
    assert subjects(found("listed_without_full_text", material)) == [1]


def test_full_text_that_the_table_does_not_list_is_found():
    document = with_blocks(SECTION, lambda blocks: (blocks[0], *blocks[2:]))
    assert len(found("full_text_not_listed", SOUND, document)) == 2


def test_quotation_without_guideline_and_number_is_found():
    document = quotations_changed(heading=(Text("Recommendation 1.1.1"),))
    assert len(found("heading_without_number", SOUND, document)) == 2


def test_text_quoted_otherwise_than_stored_is_found():
    document = quotations_changed(blocks=(Paragraph((Text("Something else."),)),))
    names = [
        finding.message.split(" is quoted")[0]
        for finding in found("quoted_differently", SOUND, document)
    ]
    assert names == [ASK.name, PLAN.name]


def test_two_texts_of_one_recommendation_are_found():
    material = with_part(ASKING, 1, recommendations=(replace(LEND, text="Lend socks."),))
    (finding,) = found("quoted_differently", material)
    assert finding.message.startswith(
        f"{LEND.name} is quoted in “Asking about walking” and “Boots”"
    )


def test_reference_into_the_source_that_is_not_marked_is_found():
    material = pointing("Ask, as section 1.4 says.")
    blocks = (Paragraph((Text("Ask, as section 1.4 says."),)),)
    document = quotations_changed(blocks=blocks)
    assert len(found("source_reference_unmarked", material, document)) == 2
    assert found("source_reference_unmarked", material) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("See appendix 2.", 1),
        ("As recommendation 1.4.2 describes.", 1),
        ("See the table in Appendix A.", 1),
        ("Under section 20 of the Children Act 1989.", 0),
        ("Sections 20 and 21 of the Children Act 1989.", 0),
        ("A section on boots.", 0),
    ],
)
def test_texts_that_point_into_their_source_are_listed(text, count):
    assert len(found("source_reference_marked", pointing(text))) == count


def test_key_priority_that_points_to_a_selected_one_is_found():
    left = replace(ASK, number="1.3.1", text="Ask as in recommendations 1.1.2 and 1.9.9.", pk=14)
    material = with_guideline(recommendations=(*GUIDELINE.recommendations, left))
    (finding,) = found("key_priority_left_behind", material)
    assert "points to 1.1.2, selected here" in finding.message
    assert (finding.subject, finding.mend.arguments["pk"]) == (14, 14)
    assert found("key_priority_not_used", material) == []


def test_key_priority_that_nobody_uses_is_found_until_a_reason_is_given():
    left = replace(ASK, number="1.3.1", pk=14)
    material = with_guideline(recommendations=(*GUIDELINE.recommendations, left))
    assert subjects(found("key_priority_not_used", material)) == [14]
    settled = replace(material, reasons_not_selected=((left.name, "Nobody asked for it."),))
    assert found("key_priority_not_used", settled) == []
    (listed,) = found("key_priority_set_aside", settled)
    assert listed.message.endswith("The reason given: Nobody asked for it.")


def test_recommendation_for_research_that_nobody_uses_is_listed():
    research = replace(GUIDELINE.research[0], number=2, title="Socks", pk=22)
    material = with_guideline(research=(*GUIDELINE.research, research))
    assert subjects(found("research_not_used", material)) == [22]
