"""Recommendations are read from printed text and from tables, with every problem in its place."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qsdev.demonstration.content import FOLDER
from recommendations.imports import compare, read_pasted_recommendations, read_recommendations
from recommendations.tests.conftest import PRINTED


def read(text):
    return read_pasted_recommendations(text, reference="NG26")


def printed(body, heading="NICE NG26 Recommendation 1.1.9"):
    return f"Improving placements\n\n{heading}\n\n{body}\n"


def only(parsed):
    assert parsed.notices == ()
    (listing,) = parsed.listings
    return listing


def codes(notices):
    return [(notice.code, str(notice.place)) for notice in notices]


def test_demonstrations_recommendations_are_read_without_a_notice():
    path = FOLDER / "recommendations.txt"

    read_file = read_recommendations(path.read_bytes(), file_name=path.name, reference="NG26")

    assert (len(read_file.recommendations), len(read_file.research_recommendations)) == (22, 4)
    assert read_file.notices == ()
    nested = next(each for each in read_file.listings if each.number == "1.4.2")
    assert nested.text.count("\n    - ") == 3


def test_every_way_to_write_a_bullet_becomes_a_nested_list():
    body = "Offer:\n\n• one\n  o in part\n  o in whole\n\n- two\n\t- deep\n– three\n\nSee more."

    assert only(read(printed(body))).text == (
        "Offer:\n\n- one\n    - in part\n    - in whole\n- two\n    - deep\n- three\n\nSee more."
    )


def test_text_without_empty_lines_is_read_as_well():
    text = PRINTED.replace("\n\n", "\n")

    assert [each.text for each in read(text).listings] == [
        each.text for each in read(PRINTED).listings
    ]


@pytest.mark.parametrize(
    "between", ["\n", "\n\n", "\f", "\n\n12\n\n", "\n\nPage 3 of 40\n\n"], ids=repr
)
def test_sentence_that_a_line_or_a_page_broke_is_joined(between):
    body = f"Offer support to those who are in{between}the care system."

    assert only(read(printed(body))).text == ("Offer support to those who are in the care system.")


@pytest.mark.parametrize(
    "heading",
    [
        "NICE NG26 Recommendation 1.1.9 (key priority for implementation)",
        "NICE Recommendation 1.1.9(key priority for implementation)",
        "NICE NG26 recommendation 1.1.9 [KPI]",
    ],
)
def test_key_priorities_are_known_however_printed(heading):
    listing = only(read(printed("Offer support.", heading)))

    assert (listing.number, listing.is_key_priority) == ("1.1.9", True)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Consider training.", "consider"),
        ("For older children, consider training.", "consider"),
        ("Offer training. Consider its costs.", "offer"),
    ],
)
def test_strength_is_read_from_the_first_sentence(text, strength):
    assert only(read(printed(text))).strength == strength


def test_what_follows_the_recommendations_is_not_part_of_them():
    text = printed("Offer support.") + "\n4.1.3 Current UK practice\n\nMany services differ.\n"

    assert only(read(text)).text == "Offer support."


def test_printed_twice_with_the_same_text_is_one():
    parsed = read(printed("Offer support.") + printed("Offer\nsupport."))

    assert (only(parsed).number, parsed.listed) == ("1.1.9", 2)


def test_printed_twice_with_other_text_is_a_problem_that_names_both_places():
    parsed = read(printed("Offer support.") + printed("Offer help."))

    (problem,) = parsed.problems
    assert codes(parsed.problems) == [("other_text", "line 8")]
    assert "than at line 3" in problem.message


def test_sections_and_marks_that_disagree_are_warnings():
    again = printed("Offer support.", "NICE Recommendation 1.1.9 (KPI)").replace("Impr", "Appr")

    parsed = read(printed("Offer support.") + again)

    assert codes(parsed.notices) == [("other_section", "line 8"), ("other_key_priority", "line 8")]
    assert parsed.problems == ()
    assert parsed.listings[0].is_key_priority


def test_recommendation_of_another_guideline_is_left_out_with_its_text():
    other = printed("Offer gluten-free food.", "NICE NG20 Recommendation 1.2.4")

    parsed = read(printed("Offer support.") + other)

    assert [each.number for each in parsed.listings] == ["1.1.9"]
    assert codes(parsed.warnings) == [("other_guideline", "line 8")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (printed("Do.", "NICE NG26 Recommendation one"), ("unreadable_heading", "line 3")),
        (printed(""), ("no_text", "line 3")),
        (printed("Do.", "NICE Recommendation 7"), ("recommendation_number", "line 3")),
        (printed("Do.", "NICE Research Recommendation 1.2: T"), ("research_number", "line 3")),
        (printed("Do.", f"NICE Recommendation 1.{'1' * 20}"), ("too_long", "line 3")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "text",
)
def test_what_cannot_be_stored_is_a_problem_with_its_line(text, expected):
    parsed = read(text + printed("Fine.", "NICE Recommendation 1.9.9"))

    assert codes(parsed.problems) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NICE NG26 Recommendation 1.1.1\n\nBe kind.", ("no_section", "line 1")),
        ("NICE NG26 Research Recommendation 1\n\nAsk why.", ("no_title", "line 1")),
    ],
)
def test_what_a_new_recommendation_lacks_is_a_problem(text, expected):
    assert codes(compare(read(text), None).problems) == [expected]


def test_section_that_is_stored_need_not_be_printed_again(source):
    parsed = read(
        "NICE NG26 Recommendation 1.1.9\n\nConsider a programme for those who may become carers."
    )

    comparison = compare(parsed, source.guideline)

    assert (comparison.problems, len(comparison.unchanged)) == ((), 1)


LINES = [
    "NICE NG26 Recommendation 1.1.9",
    "NICE Research Recommendation 1: Tools",
    "NICE NG26 Recommendation",
    "Improving placements",
    "- one",
    "\t\to two",
    "and on.",
    "Area\tNICE NG26 Recommendation 1.1.9",
    "Page 3 of 4",
    "\f",
    "",
]


@given(
    st.lists(
        st.sampled_from(LINES)
        | st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=30),
        max_size=30,
    )
)
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_reading(lines):
    parsed = read("NICE NG26 Recommendation 1.3.1\n\n" + "\n".join(lines))

    assert parsed.listed >= 1


def test_time_grows_with_the_text_and_no_faster():
    start = time.process_time()

    read(printed("word " * 10 + "\n" + "lower case words\n" * 100_000))

    assert time.process_time() - start < 5
