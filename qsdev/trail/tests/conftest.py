"""A statement of the demonstration with all that a trail leads over, from raw cell to comment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.committee import actions as committee
from qsdev.consultation import actions as consultation
from qsdev.consultation.tests.material import five_comments, new_version
from qsdev.topics.actions import open_round
from qsdev.topics.models import RoundKind
from recommendations.models import Recommendation
from statements import actions as statements
from statements.tests.conftest import build_quickly, built, drafted, issued, media, prioritised

__all__ = ["build_quickly", "built", "drafted", "issued", "media", "prioritised"]


@pytest.fixture
def sourced(drafted, prioritised, people):
    """The statement with its words and two recommendations; the meeting that decided has ended."""
    by = people["analyst"]
    meeting = prioritised.decisions.get().meeting
    committee.end_meeting(meeting=meeting, by=people["chair"])
    new_version(drafted.topic, 1, "Children are assessed before any intervention.", by)
    drafted.refresh_from_db()
    chosen = Recommendation.objects.filter(selections__area=prioritised)[:2]
    statements.choose_sources(
        statement=drafted, version=drafted.version, recommendations=list(chosen), by=by
    )
    return drafted


@pytest.fixture
def round(sourced, demonstration, people):
    """The consultation on it and on a statement of another area, on which nobody decided."""
    now, by = timezone.now(), people["lead"]
    statements.draft_statement(
        topic=demonstration,
        area=demonstration.areas.main()[1],
        short_title="Another subject",
        exception_reason="To be tested.",
        by=by,
    )
    new_version(demonstration, 2, "Children have another subject looked at.", by)
    round = open_round(
        topic=demonstration,
        kind=RoundKind.CONSULTATION,
        opens_at=now - timedelta(days=7),
        closes_at=now + timedelta(days=21),
        by=by,
    )
    consultation.issue_draft(round=round, by=by)
    return round


@pytest.fixture
def comments(round, people):
    """Five comments of three organisations, imported."""
    by = people["administrator"]
    import_record = consultation.start_import(
        round=round,
        file=five_comments().encode(),
        file_name="comments.csv",
        received_on=timezone.localdate(),
        by=by,
    )
    consultation.confirm_import(import_record=import_record, version=import_record.version, by=by)
    return list(round.comments.order_by("number"))


@pytest.fixture
def changed(comments, sourced, people):
    """The statement, changed by comment 1 alone and by the theme of comment 3."""
    by = people["analyst"]
    theme = consultation.add_theme(round=comments[0].round, title="Who assesses", by=by)
    consultation.put_into_theme(topic=sourced.topic, numbers=[3], theme=theme, by=by)
    version = new_version(sourced.topic, 1, "Looked-after children are assessed first.", by)
    narrowed, named = "Narrowed the population.", "Named who assesses."
    consultation.link_change(comment=comments[0], statement_version=version, note=narrowed, by=by)
    consultation.link_change(theme=theme, statement_version=version, note=named, by=by)
    sourced.refresh_from_db()
    return sourced
