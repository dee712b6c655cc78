"""A consultation whose comments came in, and the second meeting, under way."""

import pytest

from qsdev.consultation import actions as consultation
from qsdev.consultation.tests.conftest import comments, imports, media, round
from qsdev.validation.tests.material import agree_theme, hold_second_meeting

__all__ = ["comments", "imports", "media", "round"]


@pytest.fixture
def theme(round, comments, people):
    """A theme that holds all five comments, with its agreed response."""
    theme = consultation.add_theme(round=round, title="Denominators", by=people["analyst"])
    consultation.put_into_theme(
        topic=round.topic, numbers=[1, 2, 3, 4, 5], theme=theme, by=people["analyst"]
    )
    return agree_theme(theme, people["analyst"], "The denominator is narrowed.")


@pytest.fixture
def meeting(demonstration):
    """The second committee meeting, which was opened."""
    return hold_second_meeting(demonstration)


@pytest.fixture
def planned(demonstration):
    """The second committee meeting, not opened yet."""
    return hold_second_meeting(demonstration, is_open=False)
