"""Issuing and withdrawing: what the committee reads is what was built and looked at."""

import pytest

from qsdev.audit.models import Event
from qsdev.briefing import actions
from qsdev.briefing.models import BriefingPaper, IssuedArea, IssuedSuggestion
from qsdev.errors import RuleBroken
from qsdev.topics.actions import change_area
from stakeholders.actions import unfile_suggestion

REASON = "Known and harmless."


def rename(area, title, by):
    change_area(area=area, title=title, kind=area.kind, version=area.version, by=by)


def nothing_issued():
    return not (
        BriefingPaper.objects.exists()
        or IssuedArea.objects.exists()
        or Event.objects.filter(verb="issued_paper").exists()
    )


def test_issuing_freezes_areas_and_suggestions(issued, demonstration):
    assert (issued.version, issued.reason_errors_accepted) == (1, REASON)
    first = issued.areas.get(kind="main", position=1)
    assert (first.title, first.suggestions, first.contributors) == (
        "Assessment of attachment difficulties",
        9,  # one of them filed elsewhere and supporting this area
        6,
    )
    assert "[S1" in first.summary
    assert issued.areas.count() == demonstration.areas.count()
    assert IssuedSuggestion.objects.filter(paper=issued).count() == 50


def test_rows_changed_since_the_build_stop_issuing(built, demonstration, people):
    rename(demonstration.areas.first(), "Another heading", people["analyst"])
    with pytest.raises(RuleBroken, match="changed since this build"):
        actions.issue_paper(build=built, by=people["lead"], reason_errors_accepted=REASON)
    assert nothing_issued()


def test_only_the_newest_build_is_issued(built, build_quickly, people):
    build_quickly()
    with pytest.raises(RuleBroken, match="not the newest build"):
        actions.issue_paper(build=built, by=people["lead"], reason_errors_accepted=REASON)
    assert nothing_issued()


def test_build_that_has_not_finished_is_not_issued(asked, people):
    with pytest.raises(RuleBroken, match="has not finished"):
        actions.issue_paper(build=asked, by=people["lead"], reason_errors_accepted=REASON)
    assert nothing_issued()


def test_errors_stop_issuing_until_a_reason_accepts_them(demonstration, build_quickly, people):
    unfile_suggestion(suggestion=demonstration.suggestions.get(number=1), by=people["analyst"])
    build = build_quickly()
    assert build.has_errors
    with pytest.raises(RuleBroken, match="Say why the errors are accepted"):
        actions.issue_paper(build=build, by=people["lead"], reason_errors_accepted="  ")
    assert nothing_issued()
    paper = actions.issue_paper(build=build, by=people["lead"], reason_errors_accepted=REASON)
    assert paper.reason_errors_accepted == REASON


def test_one_paper_is_issued_at_a_time(issued, build_quickly, people):
    with pytest.raises(RuleBroken, match="Version 1 is issued"):
        actions.issue_paper(build=build_quickly(), by=people["lead"], reason_errors_accepted=REASON)
    assert BriefingPaper.objects.count() == 1


def test_withdrawn_paper_is_issued_anew_as_the_next_version(issued, build_quickly, people):
    actions.withdraw_paper(paper=issued, reason="Two rows were swapped.", by=people["lead"])
    assert (issued.is_withdrawn, issued.reason_withdrawn) == (True, "Two rows were swapped.")
    with pytest.raises(RuleBroken, match="issued as version 1 already"):
        actions.issue_paper(build=issued.build, by=people["lead"], reason_errors_accepted=REASON)
    paper = actions.issue_paper(
        build=build_quickly(), by=people["lead"], reason_errors_accepted=REASON
    )
    assert paper.version == 2


def test_paper_is_withdrawn_once_and_with_a_reason(issued, people):
    with pytest.raises(RuleBroken, match="Say why"):
        actions.withdraw_paper(paper=issued, reason=" ", by=people["lead"])
    actions.withdraw_paper(paper=issued, reason="Wrong.", by=people["lead"])
    with pytest.raises(RuleBroken, match="withdrawn already"):
        actions.withdraw_paper(paper=issued, reason="Again.", by=people["lead"])
    assert Event.objects.filter(verb="withdrew_paper").count() == 1
