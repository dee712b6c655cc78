"""A consultation with a row of every kind, so that each of its addresses leads somewhere."""

from datetime import timedelta

from django.utils import timezone

from qsdev.builds.models import DocumentBuild
from qsdev.consultation import actions
from qsdev.consultation.builder import comment_table, gather, report
from qsdev.consultation.models import (
    REPORT,
    TABLE,
    Comment,
    CommentImport,
    CommentImportRow,
    IssuedReport,
    OrganisationResponse,
)
from qsdev.consultation.tests.material import draft_statements, new_version
from qsdev.documents.freezing import to_json
from qsdev.topics.actions import open_round
from qsdev.topics.models import RoundKind
from stakeholders.models import ImportState, Stakeholder


def begin(topic, people):
    """The draft issued, a comment and its theme, an import being checked, a code, a report."""
    now, by = timezone.now(), people["lead"]
    kind, closes_at = RoundKind.CONSULTATION, now + timedelta(days=7)
    round = open_round(topic=topic, kind=kind, opens_at=now, closes_at=closes_at, by=by)
    draft_statements(topic, by)
    actions.issue_draft(round=round, by=by)
    theme = actions.add_theme(round=round, title="Wording", by=by)
    stakeholder = Stakeholder.objects.organisations().first()
    comment = say(round, stakeholder, theme)
    actions.link_change(
        comment=comment,
        statement_version=new_version(topic, 1, "Something else.", by),
        note="Narrowed.",
        by=by,
    )
    actions.give_comments(topic=topic, numbers=[comment.number], assignee=by, by=by)
    about = {"file_name": "comments.csv", "size": 1, "received_on": now.date()}
    import_record = CommentImport.objects.create(
        topic=topic, round=round, state=ImportState.CHECKING, **about
    )
    CommentImportRow.objects.create(import_record=import_record, position=1, place="row 1")
    actions.make_code(round=round, stakeholder=stakeholder, kind="lead", by=by)
    issue(round, by)
    return round


def say(round, stakeholder, theme):
    """A comment by an organisation on the first statement."""
    of = {"topic": round.topic, "round": round, "stakeholder": stakeholder}
    response = OrganisationResponse.objects.create(
        **of, source="import", state="submitted", submitted_at=timezone.now()
    )
    return Comment.objects.create(
        **of,
        response=response,
        number=1,
        place_kind="statement",
        statement=round.consultation_draft.statements.first(),
        text="To be tested.",
        theme=theme,
    )


def issue(round, by):
    """The report as issued, without its files."""
    material = gather(round)
    builds = [
        DocumentBuild.objects.create(
            topic=round.topic,
            kind=kind,
            subject_id=round.pk,
            asked_by=by,
            finished_at=timezone.now(),
            content=to_json(build(material)),
        )
        for kind, build in ((REPORT, report), (TABLE, comment_table))
    ]
    IssuedReport.objects.create(
        topic=round.topic,
        round=round,
        version=1,
        report=builds[0],
        table=builds[1],
        issued_by=by,
    )


def words_of_addresses(topic):
    """What stands in the addresses of the consultation's pages beside the topic's own slug."""
    import_record, theme = topic.comment_imports.get(), topic.comment_themes.get()
    step = {"pk": topic.comment_steps.get().pk}
    number, pk = {"number": 1}, {"pk": import_record.pk}
    row, question = {"pk": import_record.rows.get().pk}, topic.consultation_questions.first()
    names = ("detail", "progress", "read", "columns", "rows", "confirm", "undo", "abandon")
    words = {
        **{f"comment_import_{name}": pk for name in (*names, "settle")},
        **{f"comment_row_{name}": row for name in ("correct", "refuse", "put_back", "import")},
        **{f"theme_{name}": {"pk": theme.pk} for name in ("edit", "move", "remove")},
        "theme_change_create": {"pk": theme.pk},
        "comment_step_undo": step,
        "comment_detail": number,
        "comment_redact": number,
        "comment_change_create": number,
        "change_remove": {"pk": topic.changes_of_wording.get().pk},
        "question_edit": {"pk": question.pk},
        "question_remove": {"pk": question.pk},
        "statement_changes": {"pk": topic.consultation_drafts.get().statements.first().pk},
        "code_end": {"pk": topic.access_codes.get().pk},
        "draft_download": {"format": "docx"},
        "response_draft_download": {"format": "docx"},
        "report_download": {"format": "docx"},
        "comment_table_download": {"format": "xlsx"},
        "report_withdraw": {"version": 1},
        "issued_report_download": {"document": "report", "format": "pdf"},
        "response_comment_create": {"place": "g"},
        "response_comment_edit": {"pk": 1},
    }
    return {f"consultation:{name}": said for name, said in words.items()}
