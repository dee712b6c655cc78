"""Numbers come from order; references find what they refer to; bad trees are refused."""

import pytest

from qsdev.documents.blocks import (
    CrossReference,
    DocumentError,
    FootnoteReference,
    PageBreak,
    Section,
)
from qsdev.documents.docx import write_docx
from qsdev.documents.html import write_html
from qsdev.documents.numbering import number
from qsdev.documents.shorthand import bullets, heading, paragraph
from qsdev.documents.tests.sample_paper import only, sample_paper


def sections(*given):
    return [part.label.full_title for part in number(sample_paper(sections=given)).sections]


def test_sections_and_appendices_are_numbered_by_their_place():
    assert sections(
        Section("One", (), (Section("Part"), Section("Other", (), (Section("Deep"),)))),
        Section("Two"),
        Section("First", appendix=True),
        Section("Second", (), (Section("Part"),), appendix=True),
    ) == [
        "1 One",
        "1.1 Part",
        "1.2 Other",
        "1.2.1 Deep",
        "2 Two",
        "Appendix 1: First",
        "Appendix 2: Second",
        "A2.1 Part",
    ]


def test_tables_and_figures_count_through_the_paper():
    labels = number(sample_paper()).labels.values()
    assert [label.full_title for label in labels if label.kind in ("table", "figure")] == [
        "Table 1: Outcomes framework",
        "Table 2: Key priorities",
        "Figure 1: Review flowchart",
        "Table 3: Papers",
        "Table 4: All suggestions",
    ]


@pytest.mark.parametrize(
    ("anchor", "kind", "words"),
    [
        ("training", "number", "section 3.1"),
        ("training", "title", "Training"),
        ("suggestions", "number", "appendix 4"),
        ("all", "number", "Table 4"),
        ("suggestion-3", "number", "3"),
        ("group-training", "number", "Training"),
    ],
)
def test_reference_is_worded_by_what_it_refers_to(anchor, kind, words):
    assert number(sample_paper()).words_of(CrossReference(anchor, kind)) == words


def test_contents_list_two_levels_unless_told():
    assert [label.number for label in number(sample_paper()).contents][:6] == [
        "1", "1.1", "1.2", "2", "2.1", "2.2",
    ]  # fmt: skip


def test_anchors_are_derived_and_never_twice_the_same():
    paper = only(heading("Same"), heading("Same"))
    assert list(number(paper).labels) == ["section-1", "heading-same", "heading-same-2"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([Section("  ")], "no heading"),
        ([Section("A", anchor="x"), Section("B", anchor="x")], "called 'x'"),
        ([Section("A", (heading("Deep", depth=2),))], "skips a level"),
        ([Section("A", appendix=True), Section("B")], "after the appendices"),
        ([Section("A", (), (Section("B", landscape=True),))], "at the top only"),
    ],
)
def test_tree_that_cannot_be_printed_is_refused(given, message):
    with pytest.raises(DocumentError, match=message):
        sections(*given)


@pytest.mark.parametrize("write", [write_docx, write_html])
@pytest.mark.parametrize(
    ("block", "message"),
    [
        (paragraph(CrossReference("nowhere")), "called 'nowhere'"),
        (paragraph(FootnoteReference("nothing")), "no footnote called 'nothing'"),
        (bullets(PageBreak()), "only directly in a section"),
    ],
)
def test_writers_refuse_what_leads_nowhere(write, block, message):
    with pytest.raises(DocumentError, match=message):
        write(only(block))
