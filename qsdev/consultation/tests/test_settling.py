"""Rows that an import refused are settled later: imported after all, or refused for good."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from qsdev.consultation import actions
from qsdev.consultation.models import CommentImportRow
from qsdev.consultation.tests.material import close, five_comments, organisations
from qsdev.consultation.tests.whole import issue
from qsdev.errors import RuleBroken


@pytest.fixture
def refused(round, imports, people):
    """An import of five comments and of three rows that it refused, by their order."""
    late = timezone.localtime(round.closes_at) + timedelta(days=1)
    rows = [
        "Nobody has heard of us,1,Unheard.,",
        f"{organisations()[0]},9,Misplaced.,",
        f"{organisations()[1]},1,Too late.,{late:%d/%m/%Y}",
    ]
    head, *five = five_comments().strip().split("\n")
    lines = [f"{head},Submitted", *(f"{row}," for row in five), *rows]
    import_record = imports("\n".join(lines) + "\n")
    actions.confirm_import(
        import_record=import_record, version=import_record.version, by=people["administrator"]
    )
    return list(import_record.rows.filter(is_refused=True))


def unsettled(round):
    rows = CommentImportRow.objects.unsettled().filter(import_record__round=round)
    return list(rows.values_list("refusal_code", flat=True))


def address(round, name, *words):
    return reverse(f"consultation:{name}", args=[round.topic.slug, *words])


def test_row_is_imported_once_it_is_corrected(round, refused, people):
    by, name = people["analyst"], organisations()[0]
    with pytest.raises(RuleBroken, match="not a registered stakeholder"):
        actions.import_refused_row(row=refused[0], by=by)
    row = actions.correct_refused_row(row=refused[0], corrections={"organisation": name}, by=by)
    assert not row.has_problem
    assert round.comments.count() == 5
    comment = actions.import_refused_row(row=row, by=by)
    assert (comment.number, comment.text, comment.stakeholder.name) == (6, "Unheard.", name)
    assert round.organisation_responses.filter(stakeholder__name=name).count() == 1
    with pytest.raises(RuleBroken, match="settled already"):
        actions.import_refused_row(row=row, by=by)
    assert round.comments.filter(text="Unheard.").count() == 1
    assert unsettled(round) == ["unknown_statement", "late"]


def test_date_that_the_table_has_wrong_is_corrected(round, refused, people):
    today = f"{timezone.localdate():%d/%m/%Y}"
    by = people["analyst"]
    actions.correct_refused_row(row=refused[2], corrections={"submitted": today}, by=by)
    assert actions.import_refused_row(row=refused[2], by=by).text == "Too late."


def test_refusal_stands_with_a_reason_and_can_be_taken_up_again(round, refused, people):
    by, import_record = people["analyst"], refused[0].import_record
    about = {"import_record": import_record, "rows": refused, "code": "late", "by": by}
    with pytest.raises(RuleBroken, match="Give the reason"):
        actions.settle_rows(reason=" ", **about)
    assert actions.settle_rows(reason="A week late.", **about) == 3
    assert unsettled(round) == []
    with pytest.raises(RuleBroken, match="settled already"):
        actions.settle_rows(reason="Again.", **about)
    row = actions.reopen_row(row=refused[1], by=by)
    assert (row.refusal_reason, unsettled(round)) == ("A week late.", ["late"])


def test_rows_refused_by_a_person_or_empty_are_settled_from_the_start(round, imports, people):
    import_record = imports(five_comments() + f"{organisations()[0]},1, ,\n")
    row, by = import_record.rows.get(position=2), people["analyst"]
    actions.refuse_row(row=row, code="confidential", reason="Marked as such.", by=by)
    import_record.refresh_from_db()
    actions.confirm_import(import_record=import_record, version=import_record.version, by=by)
    assert (unsettled(round), round.comments.count()) == ([], 4)
    assert CommentImportRow.objects.settled().get().settled_by == by


def test_report_waits_until_every_row_is_settled(round, refused, people):
    close(round)
    with pytest.raises(RuleBroken, match=r"3 rows of imports are not settled.*line 7 of comments"):
        actions.issue_report(round=round, by=people["lead"])


def test_nothing_is_imported_after_the_report(round, refused, people):
    issue(round, people["lead"])
    with pytest.raises(RuleBroken, match="Withdraw the report"):
        actions.import_refused_row(row=refused[0], by=people["analyst"])
    assert round.comments.count() == 5


def test_pages_lead_from_the_count_to_each_row(round, refused, client_as):
    close(round)
    client, import_record = client_as("analyst"), refused[0].import_record
    whole = client.get(address(round, "consultation_detail")).content.decode()
    assert "3 rows that imports refused" in whole
    assert "3 rows that imports" in client.get(address(round, "report_detail")).content.decode()
    detail = address(round, "comment_import_detail", import_record.pk)
    page = client.get(detail).content.decode()
    assert "Received on" in page
    assert page.count("Correct it") == 3
    assert "Import it" not in page
    corrected = {"organisation": organisations()[0]}
    client.post(address(round, "comment_row_correct", refused[0].pk), corrected)
    assert client.get(detail).content.decode().count("Import it") == 1
    client.post(address(round, "comment_row_import", refused[0].pk))
    assert round.comments.get(number=6).text == "Unheard."
    settle = address(round, "comment_import_settle", import_record.pk)
    listed = client.get(f"{settle}?code=late").content.decode()
    assert ("Too late" not in listed, listed.count('name="rows"')) == (True, 1)
    sent = {"rows": [refused[2].pk], "code": "late", "reason": "A day late."}
    client.post(f"{settle}?code=late", sent)
    client.post(
        address(round, "comment_row_refuse", refused[1].pk),
        {"code": "unplaced", "reason": "There is no statement 9."},
    )
    assert unsettled(round) == []
    page = client.get(detail).content.decode()
    assert "There is no statement 9." in page
    assert "A day late." in page
    client.post(address(round, "comment_row_put_back", refused[2].pk))
    assert unsettled(round) == ["late"]


def test_many_refused_rows_take_no_more_queries(
    round, imports, people, client_as, django_assert_max_num_queries
):
    rows = "".join(f"Nobody {number},1,Remark {number}.\n" for number in range(60))
    import_record, by = imports(five_comments() + rows), people["analyst"]
    actions.confirm_import(import_record=import_record, version=import_record.version, by=by)
    some = list(CommentImportRow.objects.unsettled()[:30])
    about = {"import_record": import_record, "code": "unregistered", "reason": "Unknown."}
    actions.settle_rows(rows=some, by=by, **about)
    client = client_as("analyst")
    client.get(address(round, "consultation_detail"))  # the session's first request writes
    with django_assert_max_num_queries(28):
        client.get(address(round, "comment_import_detail", import_record.pk))
    with django_assert_max_num_queries(28):
        client.get(address(round, "comment_import_settle", import_record.pk))
