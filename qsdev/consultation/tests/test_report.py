"""The documents of a consultation hold each comment exactly once, a thousand of them too."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from qsdev.builds.tests.sound import assert_sound, words_of_docx
from qsdev.consultation import actions
from qsdev.consultation.builder import comment_table, gather, report, spreadsheet
from qsdev.consultation.issued import issued_documents
from qsdev.consultation.models import REPORT, TABLE, AnswerState, Comment, Theme
from qsdev.consultation.tests.material import close, new_version, organisations
from qsdev.consultation.tests.whole import issue
from qsdev.documents.html import write_html
from qsdev.errors import RuleBroken
from qsdev.jobs import running


def thousand(imports, round, people):
    """A thousand comments of four organisations, in bulk themed and answered by theme."""
    names, by = organisations(4), people["analyst"]
    rows = "".join(
        f"{names[n % 4]},{n % 4 + 1},Remark number {n} of many.\n" for n in range(1, 1001)
    )
    import_record = imports(f"Organisation,Statement,Comment\n{rows}")
    actions.confirm_import(
        import_record=import_record, version=import_record.version, by=people["administrator"]
    )
    for part in range(4):
        theme = actions.add_theme(round=round, title=f"Theme {part}", by=by)
        numbers = [one for one in range(1, 1001) if one % 4 == part]
        actions.put_into_theme(topic=round.topic, numbers=numbers, theme=theme, by=by)
        actions.change_theme(
            theme=theme,
            title=theme.title,
            version=theme.version,
            answer=f"Response {part}.",
            answer_state=AnswerState.AGREED,
            assignee=None,
            by=by,
        )


def test_report_and_table_hold_each_of_a_thousand_comments_once(round, imports, people):
    thousand(imports, round, people)
    material = gather(round)
    assert material.unanswered == []
    for document in (report(material), comment_table(material)):
        found = re.findall(r"Remark number (\d+) of many\.", write_html(document))
        assert sorted(map(int, found)) == list(range(1, 1001))
    _, rows = spreadsheet(material)
    assert sorted(row[0] for row in rows) == list(range(1, 1001))


def test_comments_without_an_agreed_response_are_named(round, comments):
    assert gather(round).unanswered == [1, 2, 3, 4, 5]


def test_comments_stand_under_their_statement_or_question(round, comments):
    material = gather(round)
    numbers = {place.title: [one.number for one in place.comments] for place in material.places}
    assert [numbers["Question 2"], numbers["The draft in general"]] == [[4], [5]]
    assert next(iter(numbers.values())) == [1, 3]


def test_changes_of_wording_are_printed_with_their_reason(round, comments, people):
    version = new_version(round.topic, 1, "People get it soon.", people["analyst"])
    actions.link_change(
        comment=comments[0], statement_version=version, note="Narrowed.", by=people["analyst"]
    )
    page = write_html(report(gather(round)))
    assert "Narrowed. (comment 1)" in page
    assert re.search(r"<strong>[^<]*soon", page)


def test_redacted_passage_is_in_no_document(round, comments, people):
    actions.redact_comment(
        comment=comments[0], passage="too many", reason="Private.", by=people["analyst"]
    )
    material = gather(round)
    held = write_html(report(material)) + write_html(comment_table(material))
    assert "too many" not in held + str(spreadsheet(material))
    assert "[redacted]" in held


def test_passage_is_redacted_where_answers_and_notes_quote_it(round, comments, people):
    by = people["analyst"]
    theme = actions.add_theme(round=round, title="Who says “too many”", by=by)
    Theme.objects.filter(pk=theme.pk).update(
        answer="We count too many no longer.", answer_state=AnswerState.AGREED
    )
    Comment.objects.filter(pk=comments[0].pk).update(
        theme=theme, answer="Not too  many now.", answer_state=AnswerState.AGREED
    )
    version = new_version(round.topic, 1, "Something else.", by)
    note = "It counted too many."
    actions.link_change(theme=theme, statement_version=version, note=note, by=by)
    actions.redact_comment(comment=comments[0], passage="too many", reason="Private.", by=by)
    material = gather(round)
    held = write_html(report(material)) + write_html(comment_table(material))
    assert "too many" not in " ".join(held.split())
    assert held.count("[redacted]") > 4


def built(round, people):
    """Both documents, built by their jobs."""
    for kind in (REPORT, TABLE):
        build = actions.build_document(round=round, kind=kind, by=people["analyst"])
        running.run(build.job_id)
        build.refresh_from_db()
        yield build


@pytest.fixture
def answered(round, comments, people):
    """The consultation with one theme that answers all five comments."""
    by = people["analyst"]
    close(round)
    theme = actions.add_theme(round=round, title="All", by=by)
    actions.put_into_theme(topic=round.topic, numbers=[1, 2, 3, 4, 5], theme=theme, by=by)
    agree(theme, by, "Thank you.")
    return round


def agree(theme, by, answer):
    theme.refresh_from_db()
    about = {"title": theme.title, "version": theme.version, "assignee": None}
    actions.change_theme(theme=theme, answer=answer, answer_state="agreed", by=by, **about)


def test_report_is_offered_once_the_consultation_has_closed(answered, client_as):
    here = reverse("consultation:report_detail", args=[answered.topic.slug])
    assert "Issue the report</a>" in client_as("lead").get(here).content.decode()
    type(answered).objects.filter(pk=answered.pk).update(
        closes_at=timezone.now() + timedelta(days=1)
    )
    page = client_as("lead").get(here).content.decode()
    assert "Issue the report</a>" not in page
    assert "the report can be issued after that" in page


def test_report_is_refused_while_organisations_can_still_respond(round, comments, people):
    with pytest.raises(RuleBroken, match="The consultation closes on"):
        actions.issue_report(round=round, by=people["lead"])
    assert not round.consultation_reports.exists()


def test_report_is_refused_while_a_comment_lacks_its_response(round, comments, people):
    close(round)
    with pytest.raises(RuleBroken, match="comment 1, 2, 3, 4, 5"):
        actions.issue_report(round=round, by=people["lead"])
    assert not round.consultation_reports.exists()


def test_report_is_issued_as_it_was_built(answered, people, client_as, settings):
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction
    with pytest.raises(RuleBroken, match="Build the summary report first"):
        actions.issue_report(round=answered, by=people["lead"])
    builds = list(built(answered, people))
    assert [sorted(build.files.values_list("format", flat=True)) for build in builds] == [
        ["docx", "html", "pdf"],
        ["docx", "html", "pdf"],
    ]
    agree(answered.themes.get(), people["analyst"], "Changed.")
    with pytest.raises(RuleBroken, match="Something changed"):
        actions.issue_report(round=answered, by=people["lead"])
    list(built(answered, people))
    report = actions.issue_report(round=answered, by=people["lead"])
    with pytest.raises(RuleBroken, match="so it stays"):
        actions.build_document(round=answered, kind=REPORT, by=people["lead"])
    here = reverse("consultation:issued_report_detail", args=[answered.topic.slug])
    assert "Changed." in client_as("observer").get(here).content.decode()
    redact(answered, people)
    assert client_as("observer").get(here).status_code == 404
    actions.withdraw_report(report=report, reason="A name stood in it.", by=people["lead"])
    assert answered.consultation_reports.get().is_withdrawn


def redact(round, people):
    comment = round.comments.get(number=1)
    actions.redact_comment(
        comment=comment, passage="too many", reason="Private.", by=people["analyst"]
    )


def test_documents_are_sound_in_every_format(answered, people, tmp_path):
    version = new_version(answered.topic, 1, "People get it soon.", people["analyst"])
    actions.link_change(
        theme=answered.themes.get(), statement_version=version, note="Narrowed.", by=people["lead"]
    )
    material = gather(answered)
    for document in (report(material), comment_table(material)):
        files = assert_sound(document, tmp_path)
        assert b"Data on this is not collected anywhere." in words_of_docx(files["docx"])


def test_issued_documents_are_the_frozen_builds(round, comments, people):
    assert issued_documents(round) == {}
    issue(round, people["lead"])
    report = round.consultation_reports.get()
    assert issued_documents(round) == {REPORT: report.report, TABLE: report.table}
    actions.redact_comment(
        comment=comments[0], passage="too many", reason="Private.", by=people["analyst"]
    )
    assert issued_documents(round) == {}
