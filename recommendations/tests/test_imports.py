"""Recommendations are read from printed text and from tables, with every problem in its place."""

import io
import json

import openpyxl
import pytest

from qsdev.demonstration.content import FOLDER
from qsdev.tables import RefusedFile
from qsdev.tests.shared_data import shared_data
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


def real_paper():
    path = shared_data("childrens-attachment-briefing-paper.txt")
    return read_recommendations(path.read_bytes(), file_name=path.name, reference="NG26")


def facts(name):
    return json.loads(shared_data("seed-facts.json").read_text())[name]


def test_real_paper_lists_seventeen_recommendations_of_which_sixteen_differ():
    paper = real_paper()

    expected = facts("recommendations")
    assert paper.listed == expected["listings_in_tables"] == 17
    assert sorted(each.number for each in paper.recommendations) == sorted(expected["unique"])
    assert paper.notices == ()


def test_real_papers_recommendations_stand_at_their_lines_and_under_their_sections():
    paper = real_paper()

    expected = facts("recommendations")
    first_lines = dict(reversed(expected["full_text_lines"]))
    assert {each.number: each.place.row for each in paper.recommendations} == first_lines
    sections = {each.number: each.section for each in paper.recommendations}
    assert sections == expected["guideline_section"]
    marked = [each.number for each in paper.recommendations if each.is_key_priority]
    assert marked == expected["kpi_marked_in_full_text"]


def test_real_papers_research_recommendations_are_four():
    paper = real_paper()

    expected = facts("research_recommendations")
    assert {each.number: each.title for each in paper.research_recommendations} == expected[
        "titles"
    ]
    assert paper.listed_research == expected["listings"]


def test_real_papers_lines_that_a_page_broke_are_joined():
    recommendation = next(each for each in real_paper().listings if each.number == "1.3.2")

    assert recommendation.text.count("\n- ") == 8
    assert "such as history of placement changes" in recommendation.text


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


CSV = """Number,Section,Recommendation text,Strength,Key priority,Kind,Title
1.1.9,Placements,Give advice to carers.,Consider,,,
1.3.1,Assessing,Train key workers.,,Yes,,
1,,Create tools.,,,Research,Screening tools
"""


def test_table_is_read_by_the_names_of_its_columns():
    parsed = read_recommendations(CSV.encode(), file_name="ng26.csv", reference="NG26")

    found = [
        (each.number, each.section, each.strength, each.is_key_priority)
        for each in parsed.recommendations
    ]
    assert found == [
        ("1.1.9", "Placements", "consider", False),
        ("1.3.1", "Assessing", "offer", True),
    ]
    assert [(each.number, each.title) for each in parsed.research_recommendations] == [
        ("1", "Screening tools")
    ]
    assert parsed.problems == ()


def test_spreadsheet_is_read_like_the_same_table_in_text():
    book = openpyxl.Workbook()
    for line in CSV.splitlines():
        book.active.append(line.split(","))
    file = io.BytesIO()
    book.save(file)

    parsed = read_recommendations(file.getvalue(), file_name="ng26.xlsx", reference="NG26")

    assert [each.identity for each in parsed.listings] == [
        (False, "1.1.9"),
        (False, "1.3.1"),
        (True, "1"),
    ]
    assert "column" in str(parsed.listings[0].place) or "row 2" in str(parsed.listings[0].place)


def test_pasted_cells_are_read_as_a_table():
    assert len(read(CSV.replace(",", "\t")).listings) == 3


def test_cells_that_say_nothing_known_are_problems():
    table = CSV.replace("Yes", "perhaps").replace("Consider", "strongish").replace("1,,Cr", "x,,Cr")

    parsed = read_recommendations(table.encode(), file_name="ng26.csv", reference="NG26")

    assert [problem.code for problem in parsed.problems] == [
        "unknown_strength",
        "unknown_key_priority",
        "no_number",
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("notes.txt", b"Nothing of the kind stands here.", "nothing_found"),
        ("notes.txt", b"NICE\x00Recommendation 1.1.1", "not_text"),
        ("notes.txt", b"\xff\xfe\x00", "not_text"),
        ("notes.txt", b"x" * (5 * 1024 * 1024 + 1), "too_large"),
    ],
    ids=["nothing", "zero bytes", "half a character", "too large"],
)
def test_files_that_cannot_be_read_are_refused_with_a_sentence(name, content, code):
    with pytest.raises(RefusedFile) as refused:
        read_recommendations(content, file_name=name, reference="NG26")

    assert refused.value.code == code
    assert f"“{name}”" in refused.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_whatever_program_saved_it(encoding):
    content = printed("Offer 9–12 months’ support.").encode(encoding)

    parsed = read_recommendations(content, file_name="ng26.txt", reference="NG26")

    assert only(parsed).text == "Offer 9–12 months’ support."
