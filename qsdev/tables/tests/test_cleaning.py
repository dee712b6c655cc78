"""Cleaning: what no database holds goes, the contributor's words stay, the rest is reported."""

import pytest

from qsdev.tables.cleaning import clean, clean_name


@pytest.mark.parametrize(
    "words",
    ["plain words", "Children’s “café” – €5", "مرحبا بالعالم", "שלום", "два слова",
     "α-helix and Aβ", "e\u0301", "👩\u200d⚕️", "one\ntwo\tthree", "=1+1", "<b>bold</b>"],
)  # fmt: skip
def test_words_of_any_script_stay_to_the_letter(words):
    assert clean(words) == (words, ())


@pytest.mark.parametrize("bad", ["\0", "\x01", "\x1b", "\x7f", "\x9f", "\ud800", "\uffff"])
def test_what_no_database_holds_is_removed(bad):
    assert clean(f"a{bad}b") == ("ab", ("control_chars",))


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u202e", "\u2066", "\U000e0041", "\u200d", "\u200e", "\u0301" * 9]
)
def test_what_cannot_be_seen_is_reported_and_stays_in_text(hidden):
    assert clean(f"a{hidden}b") == (f"a{hidden}b", ("invisible_chars",))


def test_what_cannot_be_seen_goes_from_names():
    assert clean_name("SCM\u200b1\u202e") == ("SCM1", ("invisible_chars",))


def test_a_word_of_two_alphabets_is_reported():
    assert clean("R\u043eyal College") == ("R\u043eyal College", ("mixed_script",))


def test_line_ends_of_every_kind_become_one():
    assert clean("a\r\nb\rc\x0bd\u2028e") == ("a\nb\nc\nd\ne", ())
