"""Tables of comments come in: what is read, what is refused and why, undone, and how fast."""

import io
import os
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from qsdev.consultation import actions
from qsdev.consultation.models import Comment, Interest
from qsdev.consultation.tests.material import five_comments, organisations
from qsdev.errors import RuleBroken
from stakeholders.models import Stakeholder

HEAD = "Organisation,Statement,Comment\n"


def confirm(import_record, by):
    return actions.confirm_import(import_record=import_record, version=import_record.version, by=by)


def codes(import_record):
    """The first problem of each row that has one, by position."""
    return {
        row.position: row.problems[0]["code"] for row in import_record.rows.filter(has_problem=True)
    }


def test_table_becomes_comments_at_their_places(comments):
    assert [(one.number, one.place) for one in comments] == [
        (1, "Statement 1"),
        (2, "Statement 2"),
        (3, "Statement 1"),
        (4, "Question 2"),
        (5, "General"),
    ]


def test_words_are_kept_to_the_letter_with_the_cell_they_came_from(comments):
    row = comments[3].import_row
    assert (comments[3].text, row.place) == ("Data on this is not collected anywhere.", "line 5")
    assert row.cells["comment"] == comments[3].text


def test_one_response_for_each_organisation(round, comments):
    assert round.organisation_responses.count() == 3
    assert {one.state for one in round.organisation_responses.all()} == {"submitted"}


def test_preview_writes_no_comment(imports):
    imports(five_comments())
    assert Comment.objects.count() == 0


def test_row_is_refused_with_the_reason(imports):
    for row, code in (
        ("Nobody has heard of us,1,Good.", "unregistered"),
        (",1,Good.", "no_organisation"),
        ("SCM1,1,Good.", "individual"),
        ("{0},Statement 9,Good.", "unknown_statement"),
        ("{0},Question 9,Good.", "unknown_question"),
    ):
        import_record = imports(HEAD + row.format(*organisations()) + "\n")
        assert codes(import_record) == {1: code}


def test_late_rows_are_refused_by_their_own_date_or_the_tables(imports, round):
    closed = timezone.localtime(round.closes_at)
    late = f"{closed + timedelta(minutes=5):%Y-%m-%d %H:%M}"
    name = organisations()[0]
    table = f"Organisation,Comment,Submitted\n{name},Good.,{late}\n{name},Better.,\n"
    assert codes(imports(table)) == {1: "late"}
    after = closed.date() + timedelta(days=1)
    assert codes(imports(table, received_on=after)) == {1: "late", 2: "late"}


def test_comment_in_the_last_minute_is_in_time(imports, round):
    last = timezone.localtime(round.closes_at) - timedelta(minutes=1)
    table = f"Organisation,Comment,Submitted\n{organisations()[0]},Good.,{last:%Y-%m-%d %H:%M}\n"
    assert codes(imports(table)) == {}


def test_second_response_of_an_organisation_is_refused(comments, imports, people):
    again = imports(HEAD + f"{organisations()[0]},1,One thing more.\n")
    assert codes(again) == {1: "second_response"}
    with pytest.raises(RuleBroken, match="No row can be imported"):
        confirm(again, people["administrator"])


def test_refused_row_keeps_its_reason(imports, people):
    import_record = imports(five_comments() + "Nobody has heard of us,1,Good.\n")
    assert import_record.row_counts["ready"] == 5
    confirm(import_record, people["administrator"])
    refused = import_record.rows.get(is_refused=True)
    assert refused.refusal_code == "unregistered"
    assert refused.refusal_reason.startswith("Unregistered organisation: “Nobody has heard of us”")
    assert Comment.objects.count() == 5


def test_corrected_row_is_imported(imports, people):
    import_record = imports(HEAD + "Nobody has heard of us,1,Good.\n")
    row = actions.correct_row(
        row=import_record.rows.get(),
        corrections={"organisation": organisations()[0]},
        by=people["analyst"],
    )
    assert not row.has_problem
    import_record.refresh_from_db()
    confirm(import_record, people["administrator"])
    assert Comment.objects.get().stakeholder.name == organisations()[0]


def test_words_cannot_be_corrected(imports, people):
    row = imports(five_comments()).rows.first()
    with pytest.raises(RuleBroken, match="words stay"):
        actions.correct_row(row=row, corrections={"comment": "Better"}, by=people["analyst"])
    row.refresh_from_db()
    assert row.corrections == {}


def test_row_can_be_refused_and_put_back(imports, people):
    row = imports(five_comments()).rows.first()
    by = people["analyst"]
    row = actions.refuse_row(row=row, code="confidential", reason="Marked as such.", by=by)
    assert (row.is_refused, row.refusal_code) == (True, "confidential")
    assert not actions.put_back_row(row=row, by=by).is_refused


def test_import_is_confirmed_once(imports, people):
    import_record = imports(five_comments())
    version = import_record.version
    confirm(import_record, people["administrator"])
    with pytest.raises(RuleBroken, match="has ended already"):
        actions.confirm_import(
            import_record=import_record, version=version, by=people["administrator"]
        )
    assert Comment.objects.count() == 5


def test_what_changed_since_the_preview_goes_back_to_it(imports, people):
    import_record = imports(five_comments())
    Stakeholder.objects.filter(name=organisations()[0]).update(name="Renamed", abbreviation="Ren")
    with pytest.raises(RuleBroken, match="Something changed"):
        confirm(import_record, people["administrator"])
    import_record.refresh_from_db()
    assert (import_record.is_checking, Comment.objects.count()) == (True, 0)
    assert set(codes(import_record).values()) <= {"unregistered", "similar"} != set()


def test_undo_takes_comments_and_responses_back(round, comments, people):
    import_record = comments[0].import_row.import_record
    actions.undo_import(import_record=import_record, by=people["administrator"])
    assert (round.comments.count(), round.organisation_responses.count()) == (0, 0)


def test_undo_is_refused_once_a_comment_is_themed(round, comments, people):
    theme = actions.add_theme(round=round, title="Data", by=people["analyst"])
    actions.put_into_theme(topic=round.topic, numbers=[4], theme=theme, by=people["analyst"])
    with pytest.raises(RuleBroken, match="Comments 4 are themed"):
        actions.undo_import(
            import_record=comments[0].import_row.import_record, by=people["administrator"]
        )
    assert round.comments.count() == 5


def test_abandoned_import_leaves_nothing(imports, people):
    import_record = imports(five_comments())
    actions.abandon_import(import_record=import_record, by=people["administrator"])
    assert (import_record.state, import_record.rows.count()) == ("abandoned", 0)


def export(rows):
    """A workbook as NICE's comment collection exports it."""
    book = openpyxl.Workbook()
    book.active.append(
        [
            *("Consultation Name", "Document Name", "Chapter Name", "Section", "Selected Text"),
            *("Comment", "Question Text", "Yes/No Answer", "Answer Text"),
            *("Represents An Organisation", "Organisation", "Has Tobacco Links"),
            *("Tobacco Link Details", "Organisation interested in formal support", "Email Address"),
        ]
    )
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_own_export_is_understood(round, imports, people):
    name, other = organisations(2)
    question = round.questions.get(number=2).text
    start = ["Consultation", "Draft"]
    content = export(
        [
            [
                *(*start, "Quality statement 2: Title", "Rationale", "as early", "Why early?"),
                *("", "", "", "Yes", name, "No", "", "Yes", "lead@example.org"),
            ],
            [*start, "", "", "", "", question, "No", "It is not collected.", "Yes", name, "No"],
            [
                *start,
                "",
                "",
                "",
                "I like it.",
                "",
                "",
                "",
                "No",
                other,
                "No",
                "",
                "",
                "x@example.org",
            ],
        ]
    )
    import_record = imports(content, name="export.xlsx")
    assert codes(import_record) == {3: "individual"}
    confirm(import_record, people["administrator"])
    first, second = round.comments.order_by("number")
    assert (first.place, first.quote) == ("Statement 2, Rationale", "as early")
    assert (second.place, second.text) == ("Question 2", "No\nIt is not collected.")
    response = round.organisation_responses.get()
    assert (response.has_tobacco_links, response.interest) == (False, Interest.YES)
    kept = [str(row.cells) for row in import_record.rows.all()]
    assert not any("example.org" in cells for cells in kept)


def test_unknown_columns_are_matched_by_hand(imports, people):
    table = five_comments().replace("Organisation,", "Who,").replace(",Comment", ",What they said")
    import_record = imports(table)
    assert import_record.is_matching
    actions.match_columns(
        import_record=import_record,
        columns={"0": "organisation", "1": "statement", "2": "comment"},
        table=0,
        header_row=1,
        version=import_record.version,
        by=people["administrator"],
    )
    assert import_record.row_counts["ready"] == 5


def test_personal_data_is_warned_of_and_can_be_redacted(imports, round, people):
    text = "Write to jane.doe@example.org about it."
    import_record = imports(HEAD + f"{organisations()[0]},1,{text}\n")
    assert [found["code"] for found in import_record.rows.get().warnings] == ["personal_data"]
    confirm(import_record, people["administrator"])
    comment = round.comments.get()
    actions.redact_comment(
        comment=comment, passage="jane.doe@example.org", reason="A person.", by=people["analyst"]
    )
    comment.refresh_from_db()
    assert comment.text == "Write to [redacted] about it."
    assert import_record.rows.get().cells["comment"] == comment.text
    assert comment.redactions.get().passage == "jane.doe@example.org"


def test_thousand_comments_import_with_few_queries(
    imports, round, people, django_assert_max_num_queries
):
    name = organisations()[0]
    rows = "".join(f"{name},{number % 4 + 1},Comment {number}.\n" for number in range(1000))
    import_record = imports(HEAD + rows)
    with django_assert_max_num_queries(60):
        confirm(import_record, people["administrator"])
    assert round.comments.count() == 1000


def test_nothing_beside_a_pseudonym_is_kept(imports):
    import_record = imports(HEAD + "SCM1 (Jane Roe),1,Good.\n")
    assert codes(import_record) == {1: "individual"}
    assert "Jane" not in str([*import_record.rows.values(), import_record.tables])


def test_sweep_deletes_uploads_that_no_open_import_needs(imports):
    needed = imports(five_comments()).upload.name
    left = default_storage.save("comment-quarantine/left", ContentFile(b"rows"))
    long_ago = (timezone.now() - timedelta(days=2)).timestamp()
    for name in (needed, left):
        os.utime(default_storage.path(name), (long_ago, long_ago))
    actions.sweep_leftovers()
    assert (default_storage.exists(needed), default_storage.exists(left)) == (True, False)
