"""Comments on the draft, the themes that gather them, and NICE's response to each."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.consultation.models.drafts import ConsultationQuestion, DraftStatement
from qsdev.consultation.models.responses import OrganisationResponse
from qsdev.shortening import first_words
from qsdev.topics.models import Round, Topic
from qsdev.topics.models.versioned import Versioned
from stakeholders.models import Stakeholder


class PlaceKind(models.TextChoices):
    STATEMENT = "statement", "Statement"
    QUESTION = "question", "Question"
    SECTION = "section", "Section"
    GENERAL = "general", "General"


class AnswerState(models.TextChoices):
    """How far a response has come; only an agreed one answers a comment."""

    NONE = "none", "No response yet"
    DRAFTED = "drafted", "Response drafted"
    AGREED = "agreed", "Response agreed"


class Answered(Versioned):
    """What a theme and a comment have alike: NICE's response, who answers, and its state."""

    answer = models.TextField("response", blank=True)
    answer_state = models.CharField(max_length=10, choices=AnswerState, default=AnswerState.NONE)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answer_state=AnswerState.NONE)
                | (~Q(answer="") & ~Q(answer_state=AnswerState.NONE)),
                name="%(class)s_answer_has_a_state",
            )
        ]


class Theme(Answered):
    """What several comments say alike, with one response to them all.

    For example "The denominator counts too many people".
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="comment_themes")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="themes")
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta(Answered.Meta):
        ordering = ["position"]
        constraints = [
            *Answered.Meta.constraints,
            models.UniqueConstraint(fields=["round", "title"], name="theme_title_once"),
            models.UniqueConstraint(fields=["round", "position"], name="theme_position_once"),
        ]

    def __str__(self):
        return self.title


AGREED = AnswerState.AGREED


class CommentQuerySet(models.QuerySet):
    """Picks comments by whether they have their response: their own, or their theme's."""

    def answered(self):
        return self.filter(
            Q(answer_state=AGREED) | Q(answer_state="none", theme__answer_state=AGREED)
        )

    def unanswered(self):
        """Comments without a response, or with one that is not agreed yet."""
        return self.exclude(pk__in=self.model.objects.answered().values("pk"))

    def unthemed(self):
        return self.filter(theme=None)

    def whole(self):
        """With all that a page prints of a comment."""
        return self.select_related(
            "stakeholder", "statement", "question", "theme", "assignee", "changed_by", "round"
        )


class Comment(Answered):
    """One thing that one organisation says of the draft, in its own words.

    For example comment 12, by the Institute of Health Visiting, on statement 2. The words are
    never altered; only a passage can be redacted, and then the original is kept from view.
    """

    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="comments", db_index=False
    )
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="comments")
    response = models.ForeignKey(
        OrganisationResponse, on_delete=models.PROTECT, related_name="comments"
    )
    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="comments")
    number = models.PositiveIntegerField()
    place_kind = models.CharField(max_length=10, choices=PlaceKind)
    statement = models.ForeignKey(
        DraftStatement, on_delete=models.PROTECT, related_name="comments", null=True
    )
    question = models.ForeignKey(
        ConsultationQuestion, on_delete=models.PROTECT, related_name="comments", null=True
    )
    section = models.CharField(max_length=300, blank=True)
    quote = models.TextField(blank=True, help_text="The passage of the draft that was marked.")
    text = models.TextField()
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="comments", null=True, blank=True
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta(Answered.Meta):
        ordering = ["number"]
        constraints = [
            *Answered.Meta.constraints,
            models.UniqueConstraint(fields=["topic", "number"], name="comment_number_once"),
            models.CheckConstraint(
                condition=Q(place_kind="statement", statement__isnull=False, question=None)
                | Q(place_kind="question", statement=None, question__isnull=False)
                | Q(place_kind__in=["section", "general"], statement=None, question=None),
                name="comment_has_its_place",
            ),
        ]

    def __str__(self):
        return f"Comment {self.number}"

    @property
    def title(self):
        """The first words, for lists."""
        return first_words(self.text.strip().split("\n")[0], 120)

    @property
    def place(self):
        """What it is about, in words: "Statement 2, Rationale"."""
        about = {
            PlaceKind.STATEMENT: f"Statement {self.statement.number}" if self.statement else "",
            PlaceKind.QUESTION: f"Question {self.question.number}" if self.question else "",
            PlaceKind.GENERAL: "General",
        }.get(self.place_kind, "")
        return ", ".join(filter(None, [about, self.section]))

    @property
    def given_answer(self):
        """The response that it gets: its own or, without one, its theme's."""
        return self.answer or (self.theme.answer if self.theme else "")

    @property
    def given_state(self):
        """The state of that response."""
        by_itself = self.answer or not self.theme
        return AnswerState(self.answer_state if by_itself else self.theme.answer_state)

    @property
    def is_answered(self):
        return self.given_state == AGREED


class CommentRedaction(models.Model):
    """That a passage of a comment was taken from view, why, and by whom.

    The passage is kept for the lead's page alone; every other page, file and paper shows the mark.
    """

    MARK = "[redacted]"

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="redactions")
    passage = models.TextField()
    reason = models.TextField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made_at"]

    def __str__(self):
        return f"Redaction in {self.comment}"
