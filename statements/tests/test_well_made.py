"""No false alarm: the checks are silent on statements that are well made."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.checks import Terms, check_standard, check_statement
from statements.tests.well_made import ALL, FOUR, GLOSSARY

TERMS = Terms(GLOSSARY, tuple(one["term"] for each in ALL for one in each["definitions"]))


@pytest.mark.parametrize("content", ALL, ids=lambda content: content["short_title"])
def test_nothing_is_found_in_a_statement_that_is_well_made(content):
    assert check_statement(content, TERMS) == []


def test_nothing_is_found_in_a_standard_that_is_well_made():
    assert check_standard(FOUR) == []
    assert check_standard(ALL) == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_checks_say_something_sensible_of_any_words(text, counted):
    measure = FOUR[0]["measures"][1] | {"numerator": counted, "denominator": text}
    content = FOUR[0] | {"text": text, "measures": [measure], "short_title": counted}

    assert all(one.message.endswith((".", "”")) for one in check_statement(content, TERMS))
    assert {one.check for one in check_standard([content, *FOUR[1:]])} <= {"concepts_differ"}


def test_checks_of_very_long_texts_take_no_time():
    content = FOUR[0] | {"text": "Children who are and have " * 4000, "rationale": "and " * 50_000}
    began = time.monotonic()
    found = {one.check for one in check_statement(content, TERMS)}

    assert "population" in found
    assert time.monotonic() - began < 10
