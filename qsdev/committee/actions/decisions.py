"""Recording what the committee decides, on the spot and with its reason."""

from django.db import IntegrityError, transaction

from qsdev.audit.actions import record
from qsdev.committee.actions.meetings import check_open
from qsdev.committee.attendance import Attendance, check_quorum
from qsdev.committee.models import Decision, Outcome
from qsdev.errors import RuleBroken

NO_QUORUM = (
    "There is no quorum for this area: {present} of {needed} voting members are there. Without one "
    "the committee can only defer it."
)
DECIDED = "“{area}” was decided on already: record a new decision that corrects the old one."
MEANWHILE = "Somebody else recorded a decision on “{area}” just now: look at it first."


@transaction.atomic
def record_decision(
    *,
    meeting,
    issued_area,
    outcome,
    reason,
    by,
    conditions="",
    merged_with=None,
    additional_reason="",
    supersedes=None,
):
    """Record the committee's decision on an area of the meeting's paper.

    A decision on an area that was decided on names the standing one (`supersedes`), which it
    corrects. All but deferring needs a quorum of those who take part in the area.
    """
    check_open(meeting)
    check_what(meeting, issued_area, reason)
    merged_with, additional_reason = check_outcome(
        issued_area, outcome, merged_with, additional_reason
    )
    check_standing(issued_area, supersedes)
    if outcome != Outcome.DEFERRED:
        check_quorum(Attendance(meeting).quorum(issued_area.area), NO_QUORUM)
    decision = create_decision(
        meeting,
        issued_area,
        outcome=outcome,
        merged_with=merged_with,
        additional_reason=additional_reason,
        reason=reason.strip(),
        conditions=conditions.strip(),
        recorded_by=by,
        supersedes=supersedes,
    )
    corrected = supersedes and supersedes.pk
    record("recorded_decision", decision, by=by, outcome=str(outcome), supersedes=corrected)
    return decision


def create_decision(meeting, issued_area, **said):
    """The decision's row, unless another was recorded at the same time."""
    try:
        with transaction.atomic():
            return Decision.objects.create(
                topic=meeting.topic,
                area=issued_area.area,
                issued_area=issued_area,
                meeting=meeting,
                item=meeting.items.filter(issued_area__area=issued_area.area).first(),
                **said,
            )
    except IntegrityError as error:
        raise RuleBroken(MEANWHILE.format(area=issued_area.title)) from error


def check_what(meeting, issued_area, reason):
    if issued_area.paper_id != meeting.paper_id:
        raise RuleBroken("Choose an area of the paper that the meeting considers.")
    if not reason.strip():
        raise RuleBroken("Say why: everything after rests on the reason.")


def check_outcome(issued_area, outcome, merged_with, additional_reason):
    """What belongs to the outcome, and nothing that belongs to another."""
    if outcome == Outcome.MERGED:
        if merged_with is None or merged_with == issued_area:
            raise RuleBroken("Say with which other area it is merged.")
        if merged_with.paper_id != issued_area.paper_id:
            raise RuleBroken("Choose an area of the paper that the meeting considers.")
        return merged_with, ""
    if outcome == Outcome.ADDITIONAL:
        if not additional_reason:
            raise RuleBroken("Choose the agreed reason for which it is moved.")
        return None, additional_reason
    return None, ""


def check_standing(issued_area, supersedes):
    """Refuse to decide twice, or to correct what does not stand."""
    standing = Decision.objects.current().filter(area=issued_area.area_id).first()
    if standing and supersedes is None:
        raise RuleBroken(DECIDED.format(area=issued_area.title))
    if supersedes is not None and supersedes != standing:
        raise RuleBroken(MEANWHILE.format(area=issued_area.title))
