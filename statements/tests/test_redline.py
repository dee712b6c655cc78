"""The redline: words added and removed, part by part, and the two texts whole again from it."""

from hypothesis import given
from hypothesis import strategies as st

from statements.redline import ADDED, KEPT, REMOVED, redline, words_changed
from statements.tests.test_checks import SOUND


def test_words_added_and_removed_stand_where_they_changed():
    runs = words_changed("Children have plans.", "Children have education plans.")

    assert [(run.kind, run.text) for run in runs] == [
        (KEPT, "Children have "),
        (ADDED, "education "),
        (KEPT, "plans."),
    ]
    assert words_changed("Old.", "New.")[0].kind == REMOVED


def test_words_changed_in_a_row_stand_together():
    runs = words_changed("They have an assessment first.", "They are assessed with care first.")

    assert [(run.kind, run.text) for run in runs] == [
        (KEPT, "They "),
        (REMOVED, "have an assessment"),
        (ADDED, "are assessed with care"),
        (KEPT, " first."),
    ]


def test_space_that_alone_was_kept_or_changed_is_not_lost():
    for before, after in ((" ", " "), (" a", " b"), ("a ", "b "), ("a b", "a  b"), ("", " ")):
        runs = words_changed(before, after)
        assert "".join(run.text for run in runs if run.kind != ADDED) == before
        assert "".join(run.text for run in runs if run.kind != REMOVED) == after


@given(st.text(max_size=200), st.text(max_size=200))
def test_both_texts_can_be_read_from_the_redline(before, after):
    runs = words_changed(before, after)

    assert "".join(run.text for run in runs if run.kind != ADDED) == before
    assert "".join(run.text for run in runs if run.kind != REMOVED) == after


def test_only_changed_parts_are_listed_in_the_order_of_print():
    after = SOUND | {"equality": "New.", "text": "Other.", "sources": []}

    assert [part.heading for part in redline(SOUND, after)] == [
        "Quality statement",
        "Source guidance",
        "Equality and diversity considerations",
    ]
    assert redline(SOUND, SOUND) == []
