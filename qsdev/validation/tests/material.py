"""What the tests of validation share: a second meeting, outcomes, everything up to publication."""

from datetime import date, timedelta

from django.utils import timezone

from qsdev.builds.models import DocumentBuild
from qsdev.committee.models import Meeting, MeetingKind, MeetingState, Member, Presence
from qsdev.consultation import actions as consultation
from qsdev.consultation.models import IssuedReport
from qsdev.documents.freezing import content_hash, to_json
from qsdev.validation import actions
from qsdev.validation.builder import build_committee_package
from qsdev.validation.models import PACKAGE, AgreedOutcome, StepKind, StepOutcome

TAKEN_ON = date(2016, 8, 23)


def hold_second_meeting(topic, *, is_open=True):
    """A second committee meeting of the topic; every voting member is at one that is open."""
    now = timezone.now()
    state = MeetingState.OPEN if is_open else MeetingState.PLANNED
    meeting = Meeting.objects.create(
        topic=topic,
        kind=MeetingKind.SECOND,
        starts_at=now + timedelta(days=0 if is_open else 7),
        state=state,
        opened_at=now if is_open else None,
    )
    if is_open:
        voting = Member.objects.filter(topic=topic).by_group()
        Presence.objects.bulk_create(Presence(meeting=meeting, person_id=pk) for pk in voting)
    return meeting


def agree_theme(theme, by, answer):
    """The response to a theme, agreed."""
    theme.refresh_from_db()
    about = {"title": theme.title, "version": theme.version, "assignee": None}
    consultation.change_theme(theme=theme, answer=answer, answer_state="agreed", by=by, **about)
    theme.refresh_from_db()
    return theme


def build_without_files(meeting, by):
    """The package as a build holds it, without its files."""
    document = build_committee_package(meeting.topic, meeting.pk)
    return DocumentBuild.objects.create(
        topic=meeting.topic,
        kind=PACKAGE,
        subject_id=meeting.pk,
        asked_by=by,
        finished_at=timezone.now(),
        content=to_json(document),
        content_hash=content_hash(document),
    )


def issue_report(round, by):
    """The consultation's summary report, issued without its files."""
    build = DocumentBuild.objects.create(
        topic=round.topic, kind="consultation.summary_report", subject_id=round.pk, asked_by=by
    )
    IssuedReport.objects.create(
        topic=round.topic, round=round, version=1, report=build, table=build, issued_by=by
    )


def agree_all(meeting, people, outcome=AgreedOutcome.NO_CHANGE):
    """Every statement with an outcome and the chair's agreement on its last version."""
    for statement in meeting.topic.statements.current():
        actions.record_agreed_change(
            meeting=meeting,
            statement=statement,
            outcome=outcome,
            reason="It is clear.",
            by=people["chair"],
        )
        actions.agree_wording(statement_version=statement.latest, by=people["chair"])


def approve(topic, people, outcome=StepOutcome.APPROVED):
    """What Guidance Executive and the referring body said."""
    for kind in StepKind:
        actions.record_step(
            topic=topic,
            kind=kind,
            body="Department of Health",
            taken_on=TAKEN_ON,
            outcome=outcome,
            by=people["lead"],
        )
