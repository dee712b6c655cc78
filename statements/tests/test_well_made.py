"""No false alarm: the checks are silent on statements that are well made."""

import pytest

from statements.checks import Terms, check_standard, check_statement
from statements.tests.well_made import ALL, FOUR, GLOSSARY

TERMS = Terms(GLOSSARY, tuple(one["term"] for each in ALL for one in each["definitions"]))


@pytest.mark.parametrize("content", ALL, ids=lambda content: content["short_title"])
def test_nothing_is_found_in_a_statement_that_is_well_made(content):
    assert check_statement(content, TERMS) == []


def test_nothing_is_found_in_a_standard_that_is_well_made():
    assert check_standard(FOUR) == []
    assert check_standard(ALL) == []
