"""Recording what the committee agreed on each statement, and the chair on its wording."""

from django.db import IntegrityError, transaction

from qsdev.audit.actions import record
from qsdev.committee.attendance import Attendance, check_quorum
from qsdev.committee.models import MeetingKind, MeetingState
from qsdev.consultation.models import consultation_of
from qsdev.errors import RuleBroken
from qsdev.topics.actions.ordering import hold
from qsdev.topics.actions.withdrawing import withdraw_row
from qsdev.validation.models import (
    AgreedChange,
    AgreedChangeTheme,
    AgreedOutcome,
    ChairAgreement,
)
from qsdev.validation.wording import consulted_versions, versions_to_carry

RECORDED = "What was agreed on {} is recorded already: record anew what corrects it."
MEANWHILE = "Somebody else recorded what was agreed on {} just now: look at it first."
NO_QUORUM = (
    "There is no quorum for this statement: {present} of {needed} voting members are recorded as "
    "present at the meeting. Without one it can only be referred back."
)


@transaction.atomic
def record_agreed_change(
    *,
    meeting,
    statement,
    outcome,
    reason,
    by,
    statement_version=None,
    themes=(),
    supersedes=None,
):
    """Record what the second meeting agreed on a statement: its outcome with the reason.

    An agreed change names the version that carries it, and the themes of the comments that led
    to it. A correction names what stands (`supersedes`). All but referring back needs a quorum of
    those who take part in the statement's area.
    """
    hold(meeting.topic_id)
    check_meeting(meeting, statement)
    if not reason.strip():
        raise RuleBroken("Say why: the reason stays with what was agreed.")
    if outcome != AgreedOutcome.CHANGED:
        statement_version, themes = None, ()
    else:
        check_carried(statement, statement_version)
        check_themes(statement, themes)
    if statement.is_removed and outcome != AgreedOutcome.REMOVED:
        raise RuleBroken("The statement was removed: record that it is to be removed.")
    check_standing(statement, supersedes)
    if outcome != AgreedOutcome.REFERRED_BACK:
        check_quorum(Attendance(meeting).fullest_quorum(statement.area), NO_QUORUM)
    about = {"outcome": outcome, "reason": reason.strip(), "statement_version": statement_version}
    agreed = create_agreed_change(meeting, statement, supersedes, by, **about)
    AgreedChangeTheme.objects.bulk_create(
        AgreedChangeTheme(agreed_change=agreed, theme=theme) for theme in themes
    )
    corrected = supersedes and supersedes.pk
    record("recorded_agreed_change", agreed, by=by, outcome=str(outcome), supersedes=corrected)
    return agreed


def create_agreed_change(meeting, statement, supersedes, recorded_by, **about):
    """The record's row, unless another was made at the same time."""
    try:
        with transaction.atomic():
            return AgreedChange.objects.create(
                topic_id=statement.topic_id,
                meeting=meeting,
                statement=statement,
                supersedes=supersedes,
                recorded_by=recorded_by,
                **about,
            )
    except IntegrityError as error:
        raise RuleBroken(MEANWHILE.format(f"statement {statement.number}")) from error


def check_meeting(meeting, statement):
    """Refuse what no second meeting of the statement's topic can have agreed."""
    if meeting.kind != MeetingKind.SECOND:
        raise RuleBroken("Choose the second committee meeting: it considers the comments.")
    if meeting.state == MeetingState.PLANNED:
        raise RuleBroken("The second meeting was not opened yet: nothing can have been agreed.")
    if statement.topic_id != meeting.topic_id:
        raise RuleBroken("Choose a statement of this standard.")


def check_carried(statement, version):
    """Refuse a version that cannot carry a change: none, another's, or one consulted on."""
    if version is None:
        raise RuleBroken("Choose the version that carries the agreed change.")
    consulted = consulted_versions(consultation_of(statement.topic))
    if not versions_to_carry(statement, consulted).filter(pk=version.pk).exists():
        raise RuleBroken("Choose a version of this statement that came after consultation.")


def check_themes(statement, themes):
    """Refuse themes of another topic's comments."""
    if any(theme.topic_id != statement.topic_id for theme in themes):
        raise RuleBroken("Choose themes of this topic’s comments.")


def check_standing(statement, supersedes):
    """Refuse to record twice, or to correct what does not stand."""
    named = f"statement {statement.number}"
    standing = AgreedChange.objects.current().filter(statement=statement).first()
    if standing and supersedes is None:
        raise RuleBroken(RECORDED.format(named))
    if supersedes is not None and supersedes != standing:
        raise RuleBroken(MEANWHILE.format(named))


@transaction.atomic
def agree_wording(*, statement_version, by):
    """Record that the chair agrees the wording of a statement's latest version."""
    statement = statement_version.statement
    hold(statement.topic_id)
    if statement.is_removed:
        raise RuleBroken("The statement was removed: no wording is to be agreed.")
    if statement.latest != statement_version:
        raise RuleBroken("The wording was changed meanwhile: read the latest version first.")
    if statement_version.chair_agreements.standing().exists():
        raise RuleBroken("The wording of this version is agreed already.")
    agreement = ChairAgreement.objects.create(
        topic_id=statement.topic_id, statement_version=statement_version, agreed_by=by
    )
    record("agreed_wording", agreement, by=by, version=statement_version.pk)
    return agreement


@transaction.atomic
def withdraw_agreement(*, agreement, reason, by):
    """Take back the chair's agreement on a wording, with the reason."""
    withdraw_row(
        row=agreement,
        reason=reason,
        by=by,
        without_reason="Say why the agreement is taken back.",
        withdrawn_already="This agreement was taken back already.",
    )
    record("withdrew_agreement", agreement, by=by, version=agreement.statement_version_id)
    return agreement
