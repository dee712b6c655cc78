"""Preparing, issuing and withdrawing the second meeting's package, and the questions in it."""

from django.db import transaction
from django.db.models import Max

from qsdev.audit.actions import record
from qsdev.builds.actions import ask_for_document, current_build
from qsdev.committee.models import MeetingKind
from qsdev.consultation.models import ConsultationDraft, consultation_of
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.withdrawing import withdraw_row
from qsdev.topics.models import Topic
from qsdev.validation.models import PACKAGE, CommitteePackage, CommitteeQuestion, issued_package

STAYS = "The package was issued, so it stays as it is. Withdraw it first to change it."


def check_second(meeting):
    """Refuse a meeting that considers no comments."""
    if meeting.kind != MeetingKind.SECOND:
        raise RuleBroken("Choose the second committee meeting: it considers the comments.")


def check_not_issued(meeting):
    """Refuse to change what the committee reads already."""
    if issued_package(meeting):
        raise RuleBroken(STAYS)


def check_question(meeting, text, statement):
    """Refuse a question without words, of another topic, or for a package that was issued."""
    check_second(meeting)
    check_not_issued(meeting)
    if not text.strip():
        raise RuleBroken("Write the question.")
    if statement and statement.topic_id != meeting.topic_id:
        raise RuleBroken("Choose a statement of this standard.")


@transaction.atomic
def add_question(*, meeting, text, by, statement=None):
    """Put a question to the second meeting, on a statement or (None) on the whole."""
    check_question(meeting, text, statement)
    question = CommitteeQuestion.objects.create(
        topic_id=meeting.topic_id,
        meeting=meeting,
        statement=statement,
        text=text.strip(),
        **first_change(by),
    )
    record("asked_committee", question, by=by, meeting=meeting.pk)
    return question


@transaction.atomic
def change_question(*, question, version, text, by, statement=None):
    """Change a question's words, or what it is on, until the package is issued."""
    check_question(question.meeting, text, statement)
    change_row(row=question, version=version, by=by, text=text.strip(), statement=statement)
    record("changed_committee_question", question, by=by)
    return question


@transaction.atomic
def remove_question(*, question, by):
    """Take a question back, until the package is issued."""
    check_not_issued(question.meeting)
    record("removed_committee_question", question, by=by, meeting=question.meeting_id)
    question.delete()


@transaction.atomic
def build_package(*, meeting, by):
    """Ask for the package to be built from the rows as they are now."""
    check_second(meeting)
    round = consultation_of(meeting.topic)
    if not ConsultationDraft.objects.filter(round=round).exists():
        raise RuleBroken("Issue the draft first: the package shows what was consulted on.")
    check_not_issued(meeting)
    return ask_for_document(topic=meeting.topic, kind=PACKAGE, subject_id=meeting.pk, by=by)


@transaction.atomic
def issue_package(*, meeting, by):
    """Issue the package to the committee, frozen as it was built.

    Refused where something changed since the build, so that what is issued was looked at.
    """
    check_second(meeting)
    topic = Topic.objects.select_for_update().get(pk=meeting.topic_id)
    if issued_package(meeting):
        raise RuleBroken("The package of this meeting was issued already.")
    build = current_build(topic, PACKAGE, meeting.pk, name="package")
    last = topic.committee_packages.aggregate(last=Max("version"))["last"] or 0
    package = CommitteePackage.objects.create(
        topic=topic, meeting=meeting, version=last + 1, build=build, issued_by=by
    )
    record("issued_package", package, by=by, meeting=meeting.pk, version=package.version)
    return package


@transaction.atomic
def withdraw_package(*, package, reason, by):
    """Withdraw a package that was issued, with the reason that its readers are told."""
    withdraw_row(
        row=package,
        reason=reason,
        by=by,
        without_reason="Give the reason why it is withdrawn.",
        withdrawn_already="This package was withdrawn already.",
    )
    record("withdrew_package", package, by=by, version=package.version)
    return package
