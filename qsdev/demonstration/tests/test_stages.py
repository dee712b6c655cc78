"""The demonstration goes on to the end, stage by stage; each can be started at and stays."""

from html import unescape
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from qsdev.audit.models import Event
from qsdev.audit.verification import verify_history
from qsdev.briefing import tasks as briefing_tasks
from qsdev.briefing.models import PaperFormat
from qsdev.builds import tasks as builds_tasks
from qsdev.builds.models import DocumentFormat
from qsdev.committee.builder.minutes import MINUTES
from qsdev.committee.interests import owing
from qsdev.committee.models import Outcome, prioritised_areas
from qsdev.committee.results import results_of
from qsdev.consultation.changing import changes_since
from qsdev.demonstration.building import STAGES, continue_to, stage_of
from qsdev.demonstration.building.people import voting_keys
from qsdev.demonstration.content import read_content
from qsdev.equality.progress import is_complete
from qsdev.validation.readiness import outstanding
from statements.checking import check_topic


@pytest.fixture
def topic(demonstration, settings, tmp_path, monkeypatch):
    """The triaged topic, whose documents are built without being typeset."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction
    short = {format: f"the {format}".encode() for format in DocumentFormat}
    monkeypatch.setattr(builds_tasks, "render_document", lambda document, say: short)
    short_paper = {format: f"the {format}".encode() for format in PaperFormat}
    monkeypatch.setattr(briefing_tasks, "render_paper", lambda paper, say: short_paper)
    return demonstration


def assert_triage(topic):
    assert (topic.papers.count(), topic.suggestions.unfiled().count()) == (0, 0)


def assert_committee(topic):
    assert topic.papers.get().reason_errors_accepted == ""
    assert owing(topic) == []
    assert topic.declarations.of_interests().awaiting_action().count() == 0
    reader = topic.meetings.get().changed_by  # the chair
    first, second = (results_of(one, reader=reader) for one in topic.rating_rounds.all())
    assert [one.raters for one in first] == [21, 21, 20, 21, 21]
    assert [one.has_consensus for one in first] == [True, True, True, False, False]
    assert [one.raters for one in second] == [20, 20]
    decided = topic.decisions.current()
    assert decided.count() == topic.areas.count() == 9
    assert decided.filter(outcome=Outcome.PRIORITISED).count() == 3
    meeting = topic.meetings.first()
    assert topic.document_builds.about(MINUTES, meeting.pk).built().count() == 1
    assert (meeting.apologies.count(), meeting.action_points.count()) == (1, 4)


def assert_drafting(topic):
    assert [one.number for one in topic.statements.current()] == [1, 2, 3, 4]
    drafted = set(topic.statements.values_list("area", flat=True))
    assert drafted == set(prioritised_areas(topic).values_list("pk", flat=True))
    for statement in topic.statements.with_parts():
        assert {one.kind for one in statement.measures.all()} == {"structure", "process", "outcome"}
        assert statement.sources.exists()
        assert statement.definitions.exists()
        assert statement.versions.count() >= 12
    assert_no_findings(topic)


def assert_no_findings(topic):
    found = check_topic(topic)
    assert (len(found.statements), found.all_findings, found.undrafted) == (4, [], [])


def assert_consultation(topic):
    comments = topic.comments
    assert (comments.count(), comments.unthemed().count(), comments.unanswered().count()) == (
        42,
        0,
        0,
    )
    assert comments.values("stakeholder").distinct().count() == 11
    rows = topic.comment_imports.get().rows
    assert (rows.filter(is_refused=True).count(), rows.unsettled().count()) == (3, 0)
    assert topic.consultation_reports.get().version == 1
    drafted = topic.consultation_drafts.get().statements.all()
    assert all(changes_since(one) for one in drafted)
    assert topic.changes_of_wording.count() == len(read_content("consultation")["changes"])
    assert_no_findings(topic)


def assert_published(topic):
    standard = topic.published_standards.get()
    assert (standard.reference, standard.version, standard.reason_accepted) == ("QS133", 1, "")
    assert (outstanding(topic), is_complete(topic)) == ([], True)
    listed = topic.supporting_organisations.listed()
    assert (listed.count(), topic.supporting_organisations.count()) == (6, 7)
    assert_no_findings(topic)


def assert_published_for_everyone(client):
    page = client.get(reverse("publication:standard_detail", args=["QS133"]))
    titles = [one["short_title"] for one in read_content("statements")["statements"]]
    words = unescape(page.content.decode())
    assert (page.status_code, [title for title in titles if title not in words]) == (200, [])


AFTER = {
    "triage": assert_triage,
    "committee": assert_committee,
    "drafting": assert_drafting,
    "consultation": assert_consultation,
    "published": assert_published,
}


def test_topic_goes_through_every_stage(topic, client_as):
    roles = [account["key"] for account in read_content()["accounts"]]
    clients = {key: client_as(key) for key in roles}
    for stage in STAGES:
        continue_to(stage, topic=topic)
        topic.refresh_from_db()
        assert stage_of(topic) == stage
        AFTER[stage](topic)
        for key, client in clients.items():
            page = client.get(reverse("home:topic_detail", args=[topic.slug]))
            assert (key, page.status_code) == (key, 200)
            assert topic.title in unescape(page.content.decode())
    assert_published_for_everyone(client_as(None))
    assert_history_is_in_order(topic)
    events = Event.objects.count()
    assert [continue_to(stage, topic=topic) for stage in STAGES] == [[] for _ in STAGES]
    assert Event.objects.count() == events
    if connection.vendor == "sqlite":  # the command runs on its embedded default alone
        with pytest.raises(CommandError, match="does not go back to “triage”"):
            call_command("demo", "--prepare-only", "--stage", "triage", stdout=StringIO())


def assert_history_is_in_order(topic):
    """No event is earlier than the one before it, and none is of today."""
    moments = list(Event.objects.filter(topic_id=topic.pk).order_by("sequence"))
    years = {one.at.year for one in moments}
    earlier = [
        (before.verb, after.verb) for before, after in pairwise(moments) if after.at < before.at
    ]
    assert (years, earlier) == ({2016}, [])
    assert [one.problems for one in verify_history()] == [[], []]


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="the demonstration runs on its embedded default alone"
)
def test_unknown_stage_is_refused_with_those_that_there_are(db):
    with pytest.raises(CommandError, match="no stage “referral”: choose one of triage, committee"):
        call_command("demo", "--prepare-only", "--stage", "referral")


def test_rating_lists_name_every_voting_member_once():
    content = read_content("committee")
    areas = content["rating"]["areas"] + content["second_round"]["areas"]
    lists = [
        text.split()
        for area in areas
        for name, text in area.items()
        if name not in ("area", "comments")
    ]
    assert {len(one) for one in lists} == {len(voting_keys())}
