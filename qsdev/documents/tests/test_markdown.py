"""Markdown becomes blocks once, and gives up its citations."""

import sys

import pytest

from qsdev.documents.blocks import (
    BulletList,
    FootnoteReference,
    Heading,
    Link,
    ListItem,
    Node,
    NumberedList,
    Paragraph,
    Text,
)
from qsdev.documents.markdown import blocks_from_markdown, citations_by_paragraph, without
from qsdev.documents.reading import plain_text
from qsdev.documents.shorthand import bullets, paragraph


def footnotes(citation):
    return tuple(FootnoteReference(key) for key in citation.source_keys)


def test_nested_bullets_and_emphasis_are_kept():
    assert blocks_from_markdown("Ensure **all** *staff*:\n\n- one\n  - in part\n- two") == (
        paragraph("Ensure ", Text("all", bold=True), " ", Text("staff", italic=True), ":"),
        bullets(["one", bullets("in part")], "two"),
    )


def test_numbered_list_keeps_its_start():
    (made,) = blocks_from_markdown("3. three\n4. four")
    assert (made.start, plain_text(made)) == (3, "three\nfour")
    assert isinstance(made, NumberedList)


def test_headings_begin_at_depth_one_and_skip_none():
    made = blocks_from_markdown("## Area\n\ntext\n\n##### Deep\n\n## Next")
    assert [part.depth for part in made if isinstance(part, Heading)] == [1, 2, 1]


def test_heading_without_words_is_left_out_and_opens_no_depth():
    made = blocks_from_markdown("# \xa0\n\n## One\n\n### Two")
    assert [part.depth for part in made] == [1, 2]


def test_line_ends_are_spaces_and_hard_breaks_are_kept():
    assert plain_text(blocks_from_markdown("one\ntwo\\\nthree")) == "one two\nthree"


def test_html_stays_as_it_was_written():
    text = "<script>alert(1)</script> & <b>bold</b>"
    assert plain_text(blocks_from_markdown(text)) == text


def test_link_to_the_web_is_a_link():
    (made,) = blocks_from_markdown("[NG26](https://a.test/ng26)")
    assert made == Paragraph((Link("NG26", "https://a.test/ng26"),))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:a,b", "/x"])
def test_any_other_link_is_text(address):
    (made,) = blocks_from_markdown(f"[here]({address})")
    assert all(isinstance(part, Text) for part in made.inlines)
    assert address in plain_text(made)


def test_citation_becomes_what_the_caller_says_and_closes_up():
    (made,) = blocks_from_markdown("Most agree [@c4eo-2010].", citation=footnotes)
    assert made == paragraph("Most agree.", FootnoteReference("c4eo-2010"))


def test_citation_left_out_leaves_no_gap():
    (made,) = blocks_from_markdown("Two asked [S3, S4] for more.", citation=without)
    assert plain_text(made) == "Two asked for more."


def test_citation_stays_as_written_without_a_hook():
    assert plain_text(blocks_from_markdown("Asked [S12].")) == "Asked [S12]."


def test_citations_in_emphasis_and_next_to_each_other_are_found():
    (found,) = citations_by_paragraph("**Many [S1]** [S2; S1] [@a_b_c, @d]")
    assert (found.suggestion_numbers, found.source_keys) == ((1, 2), ("a_b_c", "d"))


def test_each_paragraph_and_point_has_its_own_citations():
    found = citations_by_paragraph("# Head [S9]\n\nOne [S1].\n\n- point [S2]\n- other")
    assert [(part.text, part.suggestion_numbers) for part in found] == [
        ("One.", (1,)),
        ("point", (2,)),
        ("other", ()),
    ]


def test_brackets_that_cite_nothing_are_text():
    found = citations_by_paragraph("See [section 4], [s1] and [S].")
    assert [(part.text, part.suggestion_numbers) for part in found] == [
        ("See [section 4], [s1] and [S].", ())
    ]


def test_empty_text_is_no_blocks():
    assert blocks_from_markdown(" \n\n") == ()


def test_very_deep_nesting_ends():
    made = blocks_from_markdown("\n".join("  " * depth + "- x" for depth in range(200)))
    assert isinstance(made[0], BulletList)
    assert isinstance(made[0].items[0], ListItem)


def letters_handled(text):
    """How many letters all texts hold that are made on the way to a text's citations."""
    handled = 0

    def watch(frame, event, argument):
        nonlocal handled
        node = frame.f_locals.get("self")
        if event == "call" and frame.f_code is Node.__post_init__.__code__:
            handled += len(node.text)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        citations_by_paragraph(text)
    finally:
        sys.setprofile(before)
    return handled


@pytest.mark.parametrize("line", ["Many asked [S1].\n", "**Many** [S1]\n", "Many *\n"])
def test_paragraph_ten_times_as_long_is_ten_times_the_work(line):
    assert 50 * 4 < letters_handled(line * 500) < 12 * letters_handled(line * 50)


def test_footnote_marks_follow_the_stop_after_them():
    (block,) = blocks_from_markdown(
        "Found in 2012 [@ons-2015], and again [@eif-2015].",
        citation=lambda citation: tuple(FootnoteReference(key) for key in citation.source_keys),
    )
    assert block.inlines == (
        Text("Found in 2012,"),
        FootnoteReference("ons-2015"),
        Text(" and again."),
        FootnoteReference("eif-2015"),
    )
