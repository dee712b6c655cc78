"""The topic itself, its rounds, and the roles people have in it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format

from qsdev.accounts.roles import PERMISSIONS, TEAM, Role, may
from qsdev.topics.models.versioned import Versioned


class TopicQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Topics in which the user has a role that has not ended; all for an administrator."""
        if user.is_administrator:
            return self
        roles = TopicRole.objects.current().filter(user=user)
        return self.filter(pk__in=roles.values("topic"))


class Topic(Versioned):
    """One quality standard in development.

    For example "Children's attachment", reference GID-QS10070 while in development and QS133 once
    published.
    """

    slug = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=200)
    reference = models.CharField(max_length=30, blank=True)
    directorate = models.CharField(max_length=200, default="Health and social care directorate")
    series = models.CharField(max_length=200, default="Quality standards and indicators")
    output = models.CharField(
        max_length=200, default="Prioritised quality improvement areas for development"
    )
    committee_meeting_on = models.DateField(null=True, blank=True)
    shows_member_numbers = models.BooleanField(
        default=True,
        help_text="Whether committee and papers see SCM1, SCM2 …, or only SCM.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["title"]

    def __str__(self):
        return self.title

    @property
    def engagement(self):
        """The engagement exercise that suggestions are added to: the last that was not skipped."""
        return self.rounds.engagements().exclude(state=RoundState.SKIPPED).last()

    @property
    def team(self):
        """The analysts and leads of the topic now, by name."""
        roles = self.roles.current().filter(role__in=TEAM).select_related("user")
        return sorted({role.user for role in roles}, key=lambda person: (person.name, person.pk))

    def roles_of(self, user):
        """Codes of the roles the user has in this topic now."""
        return set(self.roles.current().filter(user=user).values_list("role", flat=True))

    def permissions_of(self, user):
        """Every permission that the user's roles, here and on the site, carry."""
        roles = self.roles_of(user)
        return frozenset(name for name in PERMISSIONS if may(name, user=user, roles=roles))

    def allows(self, user, permission):
        """Whether one of the user's roles, here or on the site, carries the permission."""
        return permission in self.permissions_of(user)


class RoundKind(models.TextChoices):
    ENGAGEMENT = "engagement", "Engagement exercise"
    CONSULTATION = "consultation", "Consultation"


class RoundState(models.TextChoices):
    PLANNED = "planned", "Planned or under way"
    PAUSED = "paused", "Paused"
    SKIPPED = "skipped", "Skipped"


class RoundQuerySet(models.QuerySet):
    def engagements(self):
        return self.filter(kind=RoundKind.ENGAGEMENT)


class Round(Versioned):
    """A period in which stakeholders are asked for something, with an opening and a closing.

    For example the engagement exercise from 15 to 29 January 2016. A round may be paused, skipped
    or repeated, so each is a row with its own dates.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="rounds")
    kind = models.CharField(max_length=20, choices=RoundKind)
    state = models.CharField(max_length=20, choices=RoundState, default=RoundState.PLANNED)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    key_areas_each = models.PositiveSmallIntegerField(
        default=5, help_text="How many key areas each contributor may suggest."
    )
    stated_respondents = models.PositiveIntegerField(
        null=True, blank=True, help_text="The number of stakeholders said to have responded."
    )

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["opens_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="round_closes_after_it_opens"
            )
        ]

    def __str__(self):
        opens = timezone.localtime(self.opens_at)
        return f"{self.get_kind_display()} from {date_format(opens, 'j F Y')}"

    @property
    def is_paused(self):
        return self.state == RoundState.PAUSED

    @property
    def has_closed(self):
        """Whether what comes now comes late."""
        return timezone.now() >= self.closes_at

    @property
    def weeks(self):
        """Length in whole weeks, rounded (an exercise of 15 to 29 January lasts 2)."""
        return max(1, round((self.closes_at - self.opens_at).days / 7))


class TopicRoleQuerySet(models.QuerySet):
    def current(self):
        now = timezone.now()
        return self.filter(started_at__lte=now).filter(Q(ended_at=None) | Q(ended_at__gt=now))


class TopicRole(models.Model):
    """That a person has a role in a topic, from when until when, and who gave it.

    For example "Priya Shah, analyst of Children's attachment since 4 January 2016".
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="topic_roles"
    )
    role = models.CharField(max_length=30, choices=Role)
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    objects = TopicRoleQuerySet.as_manager()

    class Meta:
        ordering = ["user__name", "role", "started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "user", "role"],
                condition=Q(ended_at=None),
                name="role_held_once_at_a_time",
            )
        ]

    def __str__(self):
        return f"{self.user} as {self.get_role_display()}"
