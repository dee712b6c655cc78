"""The recommendations of the real briefing paper's text, against its facts."""

import json

from qsdev.tests.shared_data import shared_data
from recommendations.imports import compare, read_recommendations


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
    assert compare(paper, None).problems == ()


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
