"""What the second committee meeting reads: its package as issued, and the questions put to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.builds.models import DocumentBuild
from qsdev.committee.models import Meeting, MeetingKind, MeetingState
from qsdev.topics.models import Topic
from qsdev.topics.models.versioned import Versioned
from qsdev.topics.models.withdrawable import Withdrawable, withdrawn_says_why
from statements.models import QualityStatement

#: The kind of document that the package is; each is about a second meeting.
PACKAGE = "validation.committee_package"


def second_meeting(topic):
    """The second meeting in hand: the topic's last of that kind, or None."""
    return topic.meetings.filter(kind=MeetingKind.SECOND).select_related("topic").last()


def held_second_meeting(topic):
    """The last second meeting that was opened: what it agreed can be recorded; or None."""
    held = topic.meetings.filter(kind=MeetingKind.SECOND).exclude(state=MeetingState.PLANNED)
    return held.select_related("topic").last()


class CommitteeQuestion(Versioned):
    """A question that the team puts to the second meeting, on a statement or on the whole.

    For example on statement 2: "Is 6 weeks the right time within which the plan is looked at?".
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="committee_questions")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="committee_questions"
    )
    statement = models.ForeignKey(
        QualityStatement,
        on_delete=models.PROTECT,
        related_name="committee_questions",
        null=True,
        blank=True,
    )
    text = models.TextField()

    class Meta:
        ordering = ["statement__number", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="committee_question_has_words")
        ]

    def __str__(self):
        return self.text[:80]


class CommitteePackage(Withdrawable):
    """A version of the second meeting's package, frozen as it was built.

    For example version 1 for the meeting of 6 July 2016. A wrong one is withdrawn with a reason
    and issued anew as the next version.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="committee_packages")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="committee_packages"
    )
    version = models.PositiveIntegerField()
    build = models.ForeignKey(DocumentBuild, on_delete=models.PROTECT, related_name="+")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "version"], name="package_version_once"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(withdrawn_at=None),
                name="one_package_issued_at_a_time",
            ),
            withdrawn_says_why("withdrawn_packages_say_why"),
        ]

    def __str__(self):
        return f"Committee package, version {self.version}"


def issued_package(meeting):
    """The package that a meeting reads now, or None."""
    packages = meeting.committee_packages.filter(withdrawn_at=None)
    return packages.select_related("issued_by", "build__topic").first()


def package_to_read(topic):
    """The package that the committee was issued last and that was not withdrawn, or None."""
    packages = topic.committee_packages.filter(withdrawn_at=None)
    return packages.select_related("issued_by", "meeting", "build__topic").first()
