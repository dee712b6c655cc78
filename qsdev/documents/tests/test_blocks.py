"""The content tree: what it takes out, what it refuses, and how it is frozen."""

import json

import pytest

from qsdev.documents.blocks import Document, DocumentError, Link, Paragraph, Section, Text, clean
from qsdev.documents.freezing import content_hash, from_json, to_json
from qsdev.documents.reading import plain_text
from qsdev.documents.shorthand import bullets, cell, paragraph, paragraphs
from qsdev.documents.tests.sample_paper import only, sample_paper


def test_characters_that_xml_forbids_are_taken_out_as_text_enters():
    assert Text("a\x00b\ud800c\ufffed").text == "abcd"


def test_word_line_breaks_become_newlines():
    assert clean("one\x0btwo\r\nthree\rfour") == "one\ntwo\nthree\nfour"


def test_headings_are_cleaned_like_text():
    assert Section("Trai\x08ning").heading == "Training"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host/x", ""]
)
def test_link_to_anything_but_web_and_mail_is_refused(href):
    with pytest.raises(DocumentError, match="http, https or mailto"):
        Link("here", href)


def test_link_to_mail_is_allowed():
    assert Link("us", "mailto:us@a.test").href == "mailto:us@a.test"


def test_lists_become_tuples_so_that_nodes_are_hashable():
    assert hash(Paragraph([Text("one")])) == hash(Paragraph((Text("one"),)))


def test_tree_comes_back_from_json_as_it_was():
    paper = sample_paper()
    assert from_json(json.loads(json.dumps(to_json(paper)))) == paper


def test_hash_changes_with_one_word():
    assert content_hash(only(paragraph("one"))) != content_hash(only(paragraph("two")))


def test_hash_is_the_same_for_equal_trees():
    assert content_hash(sample_paper()) == content_hash(sample_paper())


def test_defaults_are_not_frozen_so_that_new_fields_change_no_hash():
    assert to_json(Document("T", ()))["document"] == {
        "node": "Document",
        "title": "T",
        "sections": [],
    }


@pytest.mark.parametrize(
    "frozen",
    [{}, {"version": 2}, {"version": 1, "document": {"node": "Path"}}, {"version": 1}],
)
def test_json_of_another_kind_is_refused(frozen):
    with pytest.raises(DocumentError):
        from_json(frozen)


def test_plain_text_puts_blocks_on_lines_of_their_own():
    blocks = (paragraph("One ", Text("bold", bold=True)), bullets("two", ["three", "four"]))
    assert plain_text(blocks) == "One bold\ntwo\nthree\nfour"


def test_plain_text_is_parted_into_paragraphs_at_empty_lines():
    assert [plain_text(part) for part in paragraphs("a\nb\n\n\nc")] == ["a\nb", "c"]


def test_cell_takes_inlines_and_blocks_together():
    made = cell(["Before", Text("in"), Link("line", "https://a.test"), bullets("point")])
    assert plain_text(made.blocks) == "Before\ninline\npoint"
