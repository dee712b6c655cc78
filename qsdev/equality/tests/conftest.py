"""The assessment of the demonstration topic, with issues as its tests need them."""

import pytest

from qsdev.equality.tests.material import Assessment


@pytest.fixture
def assessment(demonstration, people):
    """The topic's assessment, on which nothing is recorded yet."""
    return Assessment(demonstration, people)


@pytest.fixture
def issue(assessment):
    """An issue of the first stage, with all that it needs to be completed."""
    return assessment.issue()
