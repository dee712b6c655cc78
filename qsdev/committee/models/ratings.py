"""Rating rounds: what members rate, on which scale, and what they gave."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from qsdev.briefing.models import BriefingPaper, IssuedArea
from qsdev.committee.models.interests import withdrawals
from qsdev.committee.models.members import Member
from qsdev.topics.models import Topic
from qsdev.topics.models.versioned import Versioned

LOWEST, HIGHEST = 1, 9


class Reveal(models.TextChoices):
    """When the members see a round's results."""

    ON_CLOSING = "on_closing", "As soon as the round closes"
    BY_CHAIR = "by_chair", "Area by area, when the chair reveals them in the meeting"


class RatingRoundQuerySet(models.QuerySet):
    def open_at(self, moment):
        """Rounds in which members can rate at a moment."""
        return self.filter(closed_at=None, opens_at__lte=moment, closes_at__gt=moment)


class RatingRound(Versioned):
    """A period in which voting members rate the areas of an issued paper, each in private.

    For example round 1, from 3 to 9 March 2016, with consensus at 70% or more of ratings at 7 to 9
    and under 15% at 1 to 3. A second round after discussion follows the first. What is fixed here
    (areas, criteria, thresholds) can change only until the round opens.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="rating_rounds")
    paper = models.ForeignKey(BriefingPaper, on_delete=models.PROTECT, related_name="rating_rounds")
    number = models.PositiveSmallIntegerField()
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="followed_by", null=True
    )
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, help_text="When the chair closed it before time.")
    reveal = models.CharField(max_length=20, choices=Reveal, default=Reveal.ON_CLOSING)
    least_high = models.PositiveSmallIntegerField(
        default=70, help_text="Consensus needs at least this share of ratings at 7 to 9, in %."
    )
    most_low = models.PositiveSmallIntegerField(
        default=15, help_text="Consensus needs less than this share of ratings at 1 to 3, in %."
    )

    objects = RatingRoundQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="rating_round_number_once"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="rating_round_closes_after_it_opens"
            ),
            models.CheckConstraint(
                condition=Q(least_high__gt=50, least_high__lte=100, most_low__lte=50),
                name="consensus_is_a_majority",
            ),
        ]

    def __str__(self):
        return f"Rating round {self.number}"

    @property
    def ends_at(self):
        """When rating ends or ended: the closing time, or earlier if the chair closed it."""
        return self.closed_at or self.closes_at

    @property
    def has_opened(self):
        return self.opens_at <= timezone.now()

    @property
    def has_closed(self):
        return self.ends_at <= timezone.now()

    @property
    def is_open(self):
        return self.has_opened and not self.has_closed

    @property
    def voters(self):
        """Who may rate, and each one's group: as the roles are now, or were when it ended."""
        return Member.objects.filter(topic=self.topic_id).at(self.moment).by_group()

    @property
    def absent(self):
        """Who takes no part where (`withdrawals`): as it is now, or was when the round ended."""
        return withdrawals(self.topic, at=self.moment)

    @property
    def moment(self):
        return min(self.ends_at, timezone.now())


class RatingCriterion(models.Model):
    """A criterion of a round, for example "Need for improvement", from "little" to "great"."""

    round = models.ForeignKey(RatingRound, on_delete=models.CASCADE, related_name="criteria")
    name = models.CharField(max_length=100)
    words_at_lowest = models.CharField(max_length=100)
    words_at_highest = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["round", "name"], name="criterion_once_a_round"),
            models.UniqueConstraint(fields=["round", "position"], name="criterion_position_once"),
        ]

    def __str__(self):
        return self.name


class RatedArea(models.Model):
    """That an area, as issued, is rated in a round; and when the chair revealed its result."""

    round = models.ForeignKey(RatingRound, on_delete=models.CASCADE, related_name="rated_areas")
    issued_area = models.ForeignKey(
        IssuedArea, on_delete=models.PROTECT, related_name="rated_areas"
    )
    revealed_at = models.DateTimeField(null=True)
    revealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ["-issued_area__kind", "issued_area__position"]
        constraints = [
            models.UniqueConstraint(fields=["round", "issued_area"], name="area_rated_once_a_round")
        ]

    def __str__(self):
        return f"{self.issued_area.title} in {self.round}"

    @property
    def is_revealed(self):
        """Whether members may see its result: never before the round has closed."""
        by_time = self.round.reveal == Reveal.ON_CLOSING
        return self.round.has_closed and (by_time or self.revealed_at is not None)


class Proposal(models.TextChoices):
    PROGRESS = "progress", "Progress"
    DISCUSS = "discuss", "Discuss"
    DO_NOT_PROGRESS = "do_not_progress", "Do not progress"


def score_field(**options):
    """A rating from 1 to 9."""
    limits = [MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    return models.PositiveSmallIntegerField(validators=limits, **options)


class Rating(Versioned):
    """What one member gave one area in one round: overall from 1 to 9, a proposal, a comment.

    Private until the round closes, and never shown with a name: a member's own pages alone read
    it by its member. The overall rating is what consensus and order rest on.
    """

    rated_area = models.ForeignKey(RatedArea, on_delete=models.PROTECT, related_name="ratings")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ratings"
    )
    overall = score_field()
    proposal = models.CharField(max_length=20, choices=Proposal)
    comment = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    receipt = models.CharField(max_length=20, unique=True)

    class Meta:
        ordering = ["rated_area", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rated_area", "member"], name="rated_once_a_round"),
            models.CheckConstraint(
                condition=Q(overall__gte=LOWEST, overall__lte=HIGHEST), name="overall_is_1_to_9"
            ),
        ]

    def __str__(self):
        return f"A rating of {self.rated_area}"


class CriterionScore(models.Model):
    """What one member gave one area on one criterion, from 1 to 9."""

    rating = models.ForeignKey(Rating, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(RatingCriterion, on_delete=models.PROTECT, related_name="scores")
    score = score_field()

    class Meta:
        ordering = ["criterion__position"]
        constraints = [
            models.UniqueConstraint(fields=["rating", "criterion"], name="criterion_scored_once"),
            models.CheckConstraint(
                condition=Q(score__gte=LOWEST, score__lte=HIGHEST), name="score_is_1_to_9"
            ),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.score}"
