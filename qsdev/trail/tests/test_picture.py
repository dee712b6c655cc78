"""The picture of a trail says what its list says, whole and in parts that each fit a page."""

import re

import pytest
from lxml import etree

from qsdev.trail.links import Link, Step, Trail
from qsdev.trail.picture import PAGE, draw, draw_pages, in_words

TEXT = "{http://www.w3.org/2000/svg}text"


def trail_of(links, recommendations=1):
    """A trail with so many suggestions, and so many recommendations beside it."""
    return Trail(
        "Statement 1: Care",
        (
            Step("Published sentence", (), "Not published yet"),
            Step("Versions", (Link("Version 1, 5 May 2016, by A & B"),)),
            Step("Suggestions", tuple(Link(f"Suggestion {n}, iHV") for n in range(links))),
        ),
        (Step("Recommendations", tuple(Link(f"NG26 1.{n}") for n in range(recommendations))),),
        "Versions",
    )


def words_in(svg):
    return [text.text for text in etree.fromstring(svg).iter(TEXT)]


def words_listed(trail):
    return [words for step in trail.all_steps for words in (step.heading, *step.lines)]


def height_of(svg):
    return float(etree.fromstring(svg).get("height"))


@pytest.mark.parametrize("links", [0, 3, 200])
def test_picture_says_what_the_list_says(links):
    trail = trail_of(links)
    assert words_in(draw(trail)) == words_listed(trail)


@pytest.mark.parametrize(("links", "beside"), [(3, 1), (40, 1), (40, 30), (200, 90)])
def test_parts_fit_a_page_and_together_say_the_same(links, beside):
    trail = trail_of(links, beside)
    parts = draw_pages(trail)
    assert [height_of(part) for part in parts if height_of(part) > PAGE + 2] == []
    said = [words for part in parts for words in words_in(part)]
    kept = [words for words in said if not re.search(r"\(continued\)$", words)]
    assert sorted(kept) == sorted(words_listed(trail))


def test_words_count_what_is_on_each_step():
    assert in_words(trail_of(3)) == (
        "Statement 1: Care, its trail in 4 steps: published sentence: not published yet; "
        "versions: 1; suggestions: 3; recommendations: 1. The list has the same content."
    )
