"""Two leads issue the same build at once: one version comes of it."""

import threading

import pytest
from django.db import connection, transaction

from qsdev.audit.models import Event
from qsdev.briefing import actions
from qsdev.briefing.actions.issuing import CHANGED
from qsdev.briefing.models import BriefingPaper, PaperBuild
from qsdev.errors import RuleBroken
from qsdev.topics.actions import change_area

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_leads_issue_one_version(built, people):
    together, outcomes = threading.Barrier(2), []

    def issue():
        build = PaperBuild.objects.get(pk=built.pk)
        together.wait()
        try:
            paper = actions.issue_paper(
                build=build, by=people["lead"], reason_errors_accepted="Known."
            )
            outcomes.append(paper.version)
        except RuleBroken as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=issue) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["1", "RuleBroken"]
    assert BriefingPaper.objects.count() == 1
    assert Event.objects.filter(verb="issued_paper").count() == 1


def test_paper_waits_for_a_change_under_way_and_is_then_not_issued(built, people):
    area, outcomes = built.topic.areas.first(), []
    began, ended = threading.Event(), threading.Event()

    def issue():
        began.set()
        try:
            actions.issue_paper(build=built, by=people["lead"], reason_errors_accepted="Known.")
        except RuleBroken as refused:
            outcomes.append(str(refused))
        finally:
            connection.close()
            ended.set()

    thread = threading.Thread(target=issue)
    with transaction.atomic():
        change_area(
            area=area, title="Renamed", kind=area.kind, version=area.version, by=people["analyst"]
        )
        thread.start()
        began.wait()
        assert not ended.wait(1)
    thread.join()
    assert outcomes == [CHANGED]
    assert not BriefingPaper.objects.exists()
