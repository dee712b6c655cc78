"""A suggestion’s history says what the committee decided on the area under which it is filed."""

from qsdev.committee.models import Outcome
from qsdev.committee.tests.conftest import build_quickly, built, issued, media, members
from qsdev.committee.tests.test_decisions import decide
from qsdev.committee.tests.test_meetings import opened, planned
from qsdev.topics.tests.pages import address, words_of

__all__ = ["build_quickly", "built", "decide", "issued", "media", "members", "opened", "planned"]


def test_history_says_what_was_decided_on_the_area(decide, demonstration, issued, client_as):
    area = issued.areas.first()
    number = area.area.filings.first().suggestion.number
    history, analyst = address("home:suggestion_history", number), client_as("analyst")
    before = words_of(analyst.get(history))
    old = decide(0, Outcome.DEFERRED, reason="Data is missing.")
    decide(0, Outcome.PRIORITISED, reason="Data was found.", supersedes=old)
    after = words_of(analyst.get(history))

    assert "What the committee decided" not in before
    assert f"{area.title} : prioritised. Data was found." in after
    assert "Data is missing." not in after
