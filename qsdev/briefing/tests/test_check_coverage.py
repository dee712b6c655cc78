"""Rules about what a paper cannot do without: each is broken once."""

from dataclasses import replace

import pytest

from qsdev.briefing.tests.sound_material import (
    ASKING,
    BOOTS,
    GUIDELINE,
    GUIDES,
    LEND,
    PLAN,
    SOUND,
    found,
    with_guideline,
    with_part,
)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"meeting_on": None}, "The date of the committee meeting is missing"),
        ({"guidelines": ()}, "No key development source is declared"),
        ({"guidelines": (replace(GUIDELINE, is_further=True),)}, "No key development source"),
        ({"round": None}, "No engagement exercise is recorded"),
    ],
)
def test_fact_that_every_paper_needs_is_found_missing(missing, words):
    (finding,) = found("topic_incomplete", replace(SOUND, **missing))
    assert finding.message.startswith(words)


def test_source_that_was_only_announced_is_found():
    announced = replace(SOUND.guidelines[0], title="", edition=0)
    (finding,) = found("source_without_title", replace(SOUND, guidelines=(announced,)))
    assert announced.name in finding.message
    assert found("source_without_title", SOUND) == []


def test_paper_without_suggestions_or_areas_is_found():
    bare = replace(SOUND, suggestions=(), areas=())
    assert [one.message.split(".")[0] for one in found("nothing_to_discuss", bare)] == [
        "No suggestion has been imported",
        "No improvement area has been added",
    ]
    assert found("nothing_to_discuss", SOUND) == []


def test_part_of_the_overview_that_is_not_written_is_found():
    focus = replace(SOUND.overview[0], text=" ")
    material = replace(SOUND, overview=(focus, *SOUND.overview[1:]))
    assert [one.subject for one in found("overview_not_written", material)] == ["focus"]


def test_sub_area_without_summary_is_found():
    (finding,) = found("summary_not_written", with_part(ASKING, 1, summary=""))
    assert (finding.subject_kind, finding.subject) == ("sub_area", 102)


def test_additional_area_needs_a_summary_and_nothing_else():
    material = with_part(GUIDES, summary="")
    assert [one.subject for one in found("summary_not_written", material)] == [3]
    assert found("practice_not_recorded", material) == []
    assert found("recommendations_not_settled", material) == []


def test_part_about_whose_practice_nothing_is_recorded_is_found():
    (finding,) = found("practice_not_recorded", with_part(BOOTS, practice=""))
    assert (finding.subject, finding.mend.arguments) == (2, {"slug": "walking", "area_pk": 2})


def test_part_without_recommendations_is_found_until_it_is_marked():
    material = with_part(ASKING, 1, not_covered=False)
    (finding,) = found("recommendations_not_settled", material)
    arguments = {"slug": "walking", "area_pk": 1, "sub_area_pk": 102}
    assert finding.mend.arguments == arguments


def test_part_that_is_marked_and_has_recommendations_is_found():
    (finding,) = found("not_covered_but_selected", with_part(ASKING, 1, recommendations=(PLAN,)))
    assert f"{PLAN.name} is selected for it" in finding.message


def test_what_the_paper_does_not_print_of_an_additional_area_is_found():
    material = with_part(GUIDES, recommendations=(PLAN,), practice="Few have maps [@walks-2014].")
    (finding,) = found("additional_area_holds_more", material)
    assert "prints no recommendations or current practice" in finding.message


def test_guideline_is_searched_for_what_is_marked_as_not_covered():
    asks = replace(LEND, number="1.3.1", text="Ask the children in their own words.")
    others = [replace(LEND, number=f"1.4.{place}") for place in range(5)]
    material = with_guideline(recommendations=(asks, *others))
    (finding,) = found("not_covered_but_found", material)
    assert f"{asks.name} has words of its heading" in finding.message
