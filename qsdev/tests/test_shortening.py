"""The beginning of a text, where there is no room for the whole."""

import pytest

from qsdev.shortening import first_words


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("", 10, ""),
        ("ten chars.", 10, "ten chars."),
        (" one\n two ", 10, "one two"),
        ("It was said. And more.", 13, "It was…"),
        ("It was said. And more.", 14, "It was said…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_first_words_end_at_a_word(text, limit, expected):
    assert first_words(text, limit) == expected
    assert len(first_words(text, limit)) <= limit
