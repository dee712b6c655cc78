"""Building and issuing the summary report, once every comment has its response."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import date_format

from qsdev.audit.actions import record
from qsdev.builds.actions import ask_for_document, current_build
from qsdev.consultation.builder.kinds import REPORT, TABLE
from qsdev.consultation.issued import issued_now
from qsdev.consultation.models import CommentImportRow, IssuedReport
from qsdev.errors import RuleBroken
from qsdev.topics.actions.withdrawing import withdraw_row
from qsdev.topics.models import Topic

MOST_NAMED = 10
WORDS = {REPORT: "summary report", TABLE: "table of comments"}


@transaction.atomic
def build_document(*, round, kind, by):
    """Ask for the report or the table to be built; what was issued stays as it is."""
    if not hasattr(round, "consultation_draft"):
        raise RuleBroken("Issue the draft first: the report prints what was consulted on.")
    if issued_now(round):
        raise RuleBroken("The report was issued, so it stays. Withdraw it first to build another.")
    return ask_for_document(topic=round.topic, kind=kind, subject_id=round.pk, by=by)


@transaction.atomic
def issue_report(*, round, by):
    """Issue the summary report and the table, frozen as they were built.

    Refused before the consultation has closed, while a comment has no agreed response or a row of
    an import is not settled, or where something changed since the build.
    """
    topic = Topic.objects.select_for_update().get(pk=round.topic_id)
    if issued_now(round):
        raise RuleBroken("The report of this consultation was issued already.")
    check_closed(round)
    check_settled(round)
    check_answered(round)
    builds = {kind: current_build(topic, kind, round.pk, name=name) for kind, name in WORDS.items()}
    last = round.consultation_reports.aggregate(last=Max("version"))["last"] or 0
    issued = IssuedReport.objects.create(
        topic=topic,
        round=round,
        version=last + 1,
        report=builds[REPORT],
        table=builds[TABLE],
        issued_by=by,
    )
    record("issued_report", issued, by=by, round=round.pk, version=issued.version)
    return issued


def check_closed(round):
    """Refuse while organisations can still respond: the report would lack what they say."""
    round.refresh_from_db()
    if not round.has_closed:
        closes = timezone.localtime(round.closes_at)
        raise RuleBroken(
            f"The consultation closes on {date_format(closes, 'j F Y')} at {closes:%H:%M}: issue"
            " the report after that."
        )


def check_settled(round):
    """Refuse while a row that an import refused waits for somebody to settle it."""
    rows = CommentImportRow.objects.unsettled().filter(import_record__round=round)
    count, first = rows.count(), rows.select_related("import_record").first()
    if first:
        are = "1 row of an import is" if count == 1 else f"{count:,} rows of imports are"
        raise RuleBroken(
            f"{are} not settled, the first being {first.place} of {first.import_record.file_name}:"
            " import each, or say that its refusal stands."
        )


def check_answered(round):
    """Refuse while a comment lacks its agreed response, and name the first of them."""
    numbers = list(round.comments.unanswered().order_by("number").values_list("number", flat=True))
    if numbers:
        named = ", ".join(map(str, numbers[:MOST_NAMED]))
        more = " and more" if len(numbers) > MOST_NAMED else ""
        raise RuleBroken(
            f"Every comment needs an agreed response first. Without one: comment {named}{more}."
        )


@transaction.atomic
def withdraw_report(*, report, reason, by):
    """Withdraw a report that was issued, with the reason."""
    withdraw_row(
        row=report,
        reason=reason,
        by=by,
        without_reason="Give the reason why it is withdrawn.",
        withdrawn_already="This report was withdrawn already.",
    )
    record("withdrew_report", report, by=by, version=report.version)
    return report
