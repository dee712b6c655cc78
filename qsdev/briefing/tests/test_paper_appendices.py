"""The appendices of a small paper, and the suggestions as a spreadsheet has them."""

from dataclasses import replace

from qsdev.briefing.builder import build_document
from qsdev.briefing.builder.material import SuggestionPart
from qsdev.briefing.builder.suggestions import spreadsheet
from qsdev.briefing.tests.sound_material import (
    ASK,
    ASKING,
    GUIDES,
    PLAN,
    SOUND,
    nodes,
    rows_of,
    with_area,
    with_part,
    with_suggestion,
    words,
)
from qsdev.documents.blocks import (
    CrossReference,
    Picture,
    Table,
)
from qsdev.documents.numbering import number
from qsdev.documents.reading import plain_text


def test_selected_key_priority_is_marked_in_words_and_says_where():
    (table,) = nodes(Table, "key-priorities")
    (row,) = table.groups[0].rows
    assert (table.groups[0].heading, row.marked) == ("Asking", "Selected")
    assert [one.anchor for one in nodes(CrossReference, "key-priorities")] == ["area-asking"]


def test_key_priority_that_is_not_selected_gives_the_reason():
    material = replace(
        with_part(ASKING, recommendations=(PLAN,)),
        reasons_not_selected=((ASK.name, "Nobody asked for it."),),
    )
    assert rows_of("key-priorities", material)[0][2] == "Not selected. Nobody asked for it."


def test_flowchart_is_a_picture_and_a_table_of_the_same_numbers():
    (picture,) = nodes(Picture, "review-flowchart")
    assert "Papers screened: 11" in picture.alt
    assert ["Not about walking", "9"] in rows_of("review-flowchart")


def test_suggestions_are_printed_once_each_under_the_area_that_is_their_own():
    material = with_suggestion(4, also_in=("area-asking",), area="")
    (table,) = nodes(Table, "suggestions", material)
    printed = {
        group.heading: [plain_text(r.cells[0].blocks) for r in group.rows] for group in table.groups
    }
    assert printed == {
        "Asking about walking": ["1", "2", "3"],
        "Additional areas": ["5"],
        "Not yet filed": ["4"],
    }


def test_suggestion_that_supports_another_area_is_said_to_do_so():
    printed = words("suggestions", with_suggestion(4, also_in=("area-asking",)))
    assert (
        "Suggestions that support another area beside their own:\n: Asking about walking ()"
        in printed
    )


def test_reason_why_a_suggestion_is_not_used_is_printed():
    assert ": Passed on." in words("suggestions", with_suggestion(4, reason_not_used="Passed on."))


def test_words_of_a_contributor_are_printed_to_the_letter():
    row = rows_of("suggestions", with_suggestion(1, why_important="=1+1\n- a)  [S9] *b* <i>"))[0]
    assert row == ["1", "The Rivers Trust", "Ask early", "=1+1\n- a)  [S9] *b* <i>", "", ""]


def test_members_numbers_are_shown_only_where_the_topic_says_so():
    hidden = replace(SOUND, shows_member_numbers=False)
    assert [rows_of("suggestions", one)[2][1] for one in (SOUND, hidden)] == ["SCM1", "SCM"]
    assert "SCM1" not in plain_text(build_document(hidden))


def test_spreadsheet_has_the_rows_of_the_appendix_with_their_areas():
    headings, rows = spreadsheet(with_suggestion(4, also_in=("area-asking",)))
    assert headings[0] == "ID"
    assert headings[-3:] == ("Improvement area", "Sub-area", "Also supports")
    assert rows[3][:4] == (4, "Hill Walkers", "Boots for all", "Feet hurt.")
    assert rows[3][-3:] == ("Boots", "", "Asking about walking")


def test_area_without_heading_is_printed_as_untitled():
    assert number(build_document(with_area(GUIDES, title=" "))).labels["area-guides"].title == (
        "Untitled area"
    )


def test_what_is_out_of_scope_has_a_group_and_its_reason():
    material = with_suggestion(4, area="", out_of_scope="Horses alone.")
    (table,) = nodes(Table, "suggestions", material)
    assert [group.heading for group in table.groups][-1] == "Out of scope"
    assert ": Horses alone." in words("suggestions", material)


def test_parts_are_listed_with_where_they_are_filed():
    parts = (SuggestionPart("a", "area-boots"), SuggestionPart("b"))
    printed = words("suggestions", with_suggestion(4, parts=parts))
    assert ": part a under Boots; part b not yet filed" in printed


def test_merged_suggestion_names_the_one_that_it_says_again():
    material = with_suggestion(4, merged_with=2)
    assert ": see also " in words("suggestions", material)
    anchors = [one.anchor for one in nodes(CrossReference, "suggestions", material)]
    assert anchors[-2:] == ["suggestion-4", "suggestion-2"]
