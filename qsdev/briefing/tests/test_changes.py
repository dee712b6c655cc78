"""What changed from one build to the next, told in plain words."""

from dataclasses import replace

from qsdev.briefing.builder import build_document
from qsdev.briefing.builder.material import Area, Part
from qsdev.briefing.changes import changes_between
from qsdev.briefing.tests.sound_material import (
    ASK,
    ASKING,
    BOOTS,
    GUIDES,
    PLAN,
    SOUND,
    SUGGESTIONS,
    with_area,
    with_part,
    with_suggestion,
)
from qsdev.documents.freezing import to_json


def told(new, old=SOUND):
    """The messages of all changes from one material to another."""
    return [change.message for change in changes(new, old)]


def changes(new, old=SOUND):
    return changes_between(*(to_json(build_document(one)) for one in (old, new)))


def test_same_rows_have_no_changes():
    assert told(replace(SOUND)) == []


def test_changed_summary_is_told_with_the_lines_that_went_and_came():
    (change,) = changes(with_part(BOOTS, summary="One stakeholder wanted boots [S4]."))
    assert (
        change.message
        == "“4.2.1 Summary of suggestions” has changed: one line added and one line taken out."
    )
    assert change.before == ("A stakeholder wanted boots to be lent (suggestion ).",)
    assert change.after == ("One stakeholder wanted boots (suggestion ).",)


def test_suggestion_that_is_added_is_told_with_its_contributor():
    row = replace(SUGGESTIONS[3], number=6)
    new = replace(SOUND, suggestions=(*SUGGESTIONS, row))
    assert "Suggestions: 6, before 5." in told(new)
    assert "Suggestion 6 (Hill Walkers) is new, under “Boots”." in told(new)
    assert "Suggestion 6 is gone." in told(SOUND, old=new)


def test_suggestion_that_moves_is_told_from_where_to_where():
    assert "Suggestion 4 has moved from “Boots” to “Not yet filed”." in told(
        with_suggestion(4, area="")
    )


def test_redacted_words_are_told_as_changed():
    (change,) = changes(with_suggestion(4, why_important="[redacted]"))
    assert change.message == "The words or the stakeholder of suggestion 4 have changed."


def test_recommendation_that_is_deselected_is_told_once_for_its_area():
    new = with_part(ASKING, recommendations=(PLAN,))
    gone = f"{ASK.name} is no longer selected for “Asking about walking”."
    assert gone in told(new)
    assert f"{ASK.name} is selected for “Asking about walking” now." in told(SOUND, old=new)


def test_new_text_of_a_recommendation_is_told():
    new = with_part(ASKING, recommendations=(replace(ASK, text="Ask often."), PLAN))
    assert f"The text of {ASK.name} in “Asking about walking” has changed." in told(new)


def test_new_area_is_told_once_and_moves_no_other():
    area = Area("Bridges", "area-bridges", 9, (Part("Bridges", summary="A stakeholder [S4]."),))
    new = replace(SOUND, areas=(area, ASKING, BOOTS, GUIDES))
    sections = [one.message for one in changes(new) if one.part == "section"]
    assert sections == [
        "“3.1 Responses” has changed: two lines added.",
        "“4.1 Bridges” is new.",
    ]
    assert "“4.1 Bridges” is gone." in told(SOUND, old=new)


def test_area_that_is_renamed_is_gone_and_new():
    new = with_area(BOOTS, title="Shoes", anchor="area-shoes")
    assert {"“4.2 Shoes” is new.", "“4.2 Boots” is gone."} < set(told(new))


def test_changed_cover_is_told():
    assert told(replace(SOUND, output="Other areas")) == [
        "The front matter has changed: one line added and one line taken out."
    ]
