"""A topic whose first area the committee prioritised, and a statement drafted for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.briefing.tests.conftest import asked, build_quickly, built, issued, media, run_build
from qsdev.committee import actions as committee
from qsdev.committee.models import MeetingKind, Outcome
from statements import actions

__all__ = ["asked", "build_quickly", "built", "issued", "media", "run_build"]


@pytest.fixture
def prioritised(issued, demonstration, people):
    """The first area, prioritised by a committee of four at its first meeting."""
    by = {"by": people["chair"]}
    meeting = committee.plan_meeting(
        topic=demonstration,
        kind=MeetingKind.FIRST,
        starts_at=timezone.now() + timedelta(days=1),
        **by,
    )
    committee.open_meeting(meeting=meeting, **by)
    for key in ("chair", "standing_member", "lay_member", "specialist_member"):
        committee.note_arrival(meeting=meeting, person=people[key], **by)
    committee.record_decision(
        meeting=meeting,
        issued_area=issued.areas.first(),
        outcome=Outcome.PRIORITISED,
        reason="Services differ.",
        **by,
    )
    return issued.areas.first().area


@pytest.fixture
def drafted(prioritised, demonstration, people):
    """Statement 1, as it was first drafted."""
    return actions.draft_statement(
        topic=demonstration,
        area=prioritised,
        short_title="Assessment before intervention",
        by=people["analyst"],
    )


@pytest.fixture
def write(people):
    """Writes texts of a statement as the analyst, at its own version unless another is given."""

    def written(statement, reason="Wording", version=None, **texts):
        statement.refresh_from_db()
        version = version or statement.version
        return actions.write_statement(
            statement=statement, version=version, by=people["analyst"], reason=reason, **texts
        )

    return written
