"""Rules about the text itself: each is broken once, and what only looks like it is let pass."""

from dataclasses import replace

import pytest

from qsdev.briefing.builder import build_document
from qsdev.briefing.builder.material import Framework, OverviewText
from qsdev.briefing.tests.sound_material import (
    ASK,
    ASKING,
    BOOTS,
    GUIDELINE,
    SOUND,
    found,
    with_area,
    with_blocks,
    with_guideline,
    with_part,
    with_section,
)


def with_overview(text):
    """The sound material with another focus."""
    focus = replace(SOUND.overview[0], text=text)
    return replace(SOUND, overview=(focus, *SOUND.overview[1:]))


@pytest.mark.parametrize(
    "material",
    [with_area(BOOTS, title=" "), with_part(ASKING, title=""),
     replace(SOUND, frameworks=(Framework(""),))],
)  # fmt: skip
def test_empty_heading_is_found_and_the_paper_can_still_be_printed(material):
    assert len(found("heading_empty", material)) == 1


def test_empty_heading_of_an_older_paper_is_found():
    document = with_section("glossary", lambda section: replace(section, heading=""))
    (finding,) = found("heading_empty", SOUND, document)
    assert finding.anchor == "glossary"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Some walk (a few run.", "is opened and never closed at “(a few run.”"),
        ("Some walk) and run.", "is closed and was not opened before “Some walk)”"),
        ("Some (walk] here.", "is closed and was not opened"),
    ],
)
def test_bracket_without_partner_is_found(text, says):
    (finding,) = found("bracket_unbalanced", with_overview(text))
    assert says in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Walk (or run [or both]).",
        "a) walk\nb) run",
        "Reasons: 1) rain and 2) wind.",
        "Walk 5 (up to 15) miles.",
        "Go out (so 1) to walk and 2) to run).",
        "See [S1].",
    ],
)
def test_brackets_that_balance_and_labels_of_points_are_no_finding(text):
    assert found("bracket_unbalanced", with_overview(text)) == []


def test_bracket_in_the_stored_text_of_a_recommendation_is_found():
    wrong = replace(ASK, text="Ask (see recommendations 1.1.2 and 1.2.1 before.")
    material = with_guideline(recommendations=(wrong, *GUIDELINE.recommendations[1:]))
    assert [one.subject for one in found("bracket_unbalanced", material)] == [11]


def test_abbreviation_is_found_once_where_it_is_used_first():
    material = with_overview("Use CAMHS. Ask CAMHS.")
    material = replace(material, areas=with_part(BOOTS, summary="CAMHS [S4].").areas)
    (finding,) = found("abbreviation_not_expanded", material)
    assert finding.message.startswith("“CAMHS” is not written out in “Focus of quality standard”")


@pytest.mark.parametrize(
    "text",
    [
        "Child mental health services (CAMHS) help. CAMHS are few.",
        "The *Manual of walks*, 5th edition (MOW-5), and MOW agree.",
        "The NHS in the UK, NG1, TRT and part IV.",
        "The UK's GPs.",
    ],
)
def test_abbreviation_that_readers_know_is_no_finding(text):
    assert found("abbreviation_not_expanded", with_overview(text)) == []


def test_abbreviation_written_out_too_late_is_found():
    text = "CAMHS are few. Child mental health services (CAMHS) help."
    assert len(found("abbreviation_not_expanded", with_overview(text))) == 1


def test_sub_areas_that_differ_between_table_and_section_are_found():
    document = with_blocks("area-asking-practice", lambda blocks: blocks[:2])
    (finding,) = found("sub_areas_disagree", SOUND, document)
    assert "current practice: Asking adults)" in finding.message


def test_optional_part_that_the_contents_leave_out_is_found():
    impact = OverviewText("resource_impact", "Resource impact", "Boots cost.", is_optional=True)
    material = replace(SOUND, overview=(*SOUND.overview, impact))
    assert found("section_not_in_contents", material) == []
    (finding,) = found("section_not_in_contents", material, build_document(SOUND))
    assert finding.message.startswith("“Resource impact” is written for this topic")
