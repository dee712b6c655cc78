"""The html page, read back: headings, tables, footnotes, links, and nothing that could run."""

import re
from itertools import pairwise

import pytest
from lxml import html

from qsdev.documents.blocks import Footnote, FootnoteReference, Text
from qsdev.documents.html import write_html, write_passage
from qsdev.documents.shorthand import bullets, heading, inlines, paragraph
from qsdev.documents.tests.sample_paper import only, sample_paper
from qsdev.tests.browser import axe


def read(document, **options):
    return html.document_fromstring(write_html(document, **options))


def words(element):
    return " ".join(element.text_content().split())


def test_headings_go_down_one_level_at_a_time():
    elements = read(sample_paper()).iter("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(element.tag[1]) for element in elements]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_inner_link_has_a_target_and_no_id_is_used_twice():
    page = read(sample_paper())
    ids = page.xpath("//@id")
    targets = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert len(ids) == len(set(ids))
    assert targets - set(ids) == set()
    assert len(targets) == 19


def test_footnotes_are_linked_both_ways():
    page = read(sample_paper())
    marks = page.xpath("//a[@role='doc-noteref']")
    backs = page.xpath("//a[@role='doc-backlink']")
    notes = [back.getparent() for back in backs]
    assert [mark.get("href") for mark in marks] == [f"#{note.get('id')}" for note in notes]
    assert [back.get("href") for back in backs] == [f"#{mark.get('id')}" for mark in marks]
    assert len(marks) == 3


def test_tables_have_captions_and_scoped_headers():
    page = read(sample_paper())
    assert [words(caption) for caption in page.xpath("//caption")][::3] == [
        "Table 1: Outcomes framework",
        "Table 4: All suggestions",
    ]
    assert page.xpath("//th[not(@scope)]") == []
    assert len(page.xpath("//th[@scope='row']")) == 2 + 2 + 8 + 9
    assert [words(e) for e in page.xpath("//th[@scope='rowgroup']")][-2:] == [
        "Training",
        "Stability of placements",
    ]


def test_marked_cells_say_why_in_words():
    page = read(sample_paper())
    (row,) = page.xpath("//tr[@class='paper-marked']")
    (cell,) = page.xpath("//td[@class='paper-marked']")
    assert words(row) == "1.3.2 SelectedPlans"
    assert words(cell) == "2.8 Wellbeing Placeholder"


def test_reference_by_page_gives_the_number_where_there_are_no_pages():
    sentence = read(sample_paper()).xpath("//p[contains(., 'See ')]")[0]
    assert words(sentence) == "See appendix 4, Table 4 on Table 4 and Training."


def test_fragment_has_no_style_script_or_page_around_it():
    fragment = write_html(sample_paper(), standalone=False, prefix="v2-")
    assert re.findall(r"<(style|script|html|head|link)\b|\sstyle=|\son\w+=", fragment) == []
    ids = html.fragment_fromstring(fragment).xpath("//@id")
    assert [name for name in ids if not name.startswith("v2-")] == []


def test_page_may_load_nothing():
    (policy,) = read(sample_paper()).xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'")
    assert re.findall(r"\b(?:src|srcset|action)=", write_html(sample_paper())) == []


def test_hostile_words_stay_words():
    text = "<script>alert(1)</script> \" ' & </style><b onclick=x>"
    paper = only(paragraph(text), heading(text), bullets(Text(text, bold=True)), title=text)
    page = read(paper)
    assert page.xpath("//script | //b") == []
    assert words(page.xpath("//h1")[0]) == " ".join(text.split())


def test_stylesheet_cannot_end_its_element():
    assert write_html(only(), stylesheet="</style><script>").count("</style>") == 1


def test_neighbouring_footnotes_are_parted():
    page = read(only(paragraph("x", FootnoteReference("ons"), FootnoteReference("c4eo"))))
    assert words(page.xpath("//section/p")[0]) == "xfootnote 1,footnote 2"


def test_page_is_in_its_language_with_its_title():
    page = read(sample_paper(language="cy-GB"))
    assert (page.get("lang"), page.findtext("head/title")) == ("cy-GB", "Support in care")


def test_same_tree_gives_the_same_text():
    assert write_html(sample_paper()) == write_html(sample_paper())


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(new_context, tmp_path, width):
    place = tmp_path / "paper.html"
    place.write_text(write_html(sample_paper()), encoding="utf-8")
    page = new_context(bypass_csp=True, viewport={"width": width, "height": 900}).new_page()
    page.goto(place.as_uri())
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_passage_has_its_footnotes_and_ids_of_its_own():
    blocks = [heading("Need"), paragraph("One in four.", FootnoteReference("ons"))]
    notes = [Footnote("ons", inlines("Births")), Footnote("uncited", inlines("Deaths"))]

    passage = write_passage(blocks, footnotes=notes, prefix="p-")

    assert '<h2 id="p-heading-need">Need</h2>' in passage
    assert 'href="#p-note-1"' in passage
    assert "Births" in passage
    assert "Deaths" not in passage
