"""What stakeholders comment on: the draft standard as it was issued, and the questions asked."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.topics.models import Round, RoundKind, RoundState, Topic
from qsdev.topics.models.withdrawable import Withdrawable
from statements.models import StatementVersion

#: The kind of document that the draft is.
DRAFT = "consultation.draft_standard"
#: Asked in every consultation; a topic adds its own.
STANDARD_QUESTIONS = (
    "Do the draft statements cover the areas in which care most needs to improve?",
    "Could services collect the data that the measures need? If not, what would make it possible?",
    "Could each statement be achieved with the resources that services have? Say what it would"
    " cost or save.",
)


def consultation_of(topic):
    """The consultation in hand: the topic's last that was not skipped, or None."""
    rounds = topic.rounds.filter(kind=RoundKind.CONSULTATION)
    return rounds.exclude(state=RoundState.SKIPPED).last()


def is_open(round, at=None):
    """Whether responses may be given to a round at a moment: to the minute, unless it is paused."""
    at = at or timezone.now()
    return round.state == RoundState.PLANNED and round.opens_at <= at < round.closes_at


class ConsultationQuestion(models.Model):
    """A question put to everyone who is consulted, for example "Could the data be collected?"."""

    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="consultation_questions"
    )
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    is_standard = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="question_number_once")
        ]

    def __str__(self):
        return f"Question {self.number}"


class ConsultationDraft(Withdrawable):
    """The draft standard as a round put it to consultation: which versions of which statements.

    Comments point at what was issued, so that what they are about never changes under them. One
    that was withdrawn before anybody responded keeps the reason, and is the round's draft no more.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="consultation_drafts")
    round = models.OneToOneField(
        Round, on_delete=models.PROTECT, related_name="consultation_draft", null=True
    )
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(default=timezone.now)
    withdrawn_from = models.ForeignKey(
        Round, on_delete=models.PROTECT, related_name="withdrawn_drafts", null=True
    )

    class Meta:
        ordering = ["issued_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    round__isnull=False,
                    withdrawn_from=None,
                    withdrawn_by=None,
                    withdrawn_at=None,
                    reason_withdrawn="",
                )
                | (
                    Q(
                        round=None,
                        withdrawn_from__isnull=False,
                        withdrawn_by__isnull=False,
                        withdrawn_at__isnull=False,
                    )
                    & ~Q(reason_withdrawn="")
                ),
                name="withdrawn_drafts_say_why",
            )
        ]

    def __str__(self):
        return f"Draft for consultation of {self.topic}"


class DraftStatement(models.Model):
    """A statement in the version in which it went to consultation, under its number."""

    draft = models.ForeignKey(
        ConsultationDraft, on_delete=models.PROTECT, related_name="statements"
    )
    statement_version = models.ForeignKey(
        StatementVersion, on_delete=models.PROTECT, related_name="drafts"
    )
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="draft_statement_once")
        ]

    def __str__(self):
        return f"Statement {self.number}: {self.title}"
