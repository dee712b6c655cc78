"""Meetings of the committee: agenda, who was there when, what was said and what is to be done."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format

from qsdev.briefing.models import BriefingPaper, IssuedArea
from qsdev.topics.models import Topic
from qsdev.topics.models.versioned import Versioned


class MeetingKind(models.TextChoices):
    FIRST = "first", "First committee meeting"
    SECOND = "second", "Second committee meeting"


class MeetingState(models.TextChoices):
    PLANNED = "planned", "Planned"
    OPEN = "open", "Under way"
    ENDED = "ended", "Ended"


class Meeting(Versioned):
    """A meeting of the committee on a topic, for example the first, on 10 March 2016 at 10:00.

    The first considers the issued briefing paper, the second the comments on the draft.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=MeetingKind, default=MeetingKind.FIRST)
    paper = models.ForeignKey(
        BriefingPaper, on_delete=models.PROTECT, related_name="meetings", null=True
    )
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    quorum_percent = models.PositiveSmallIntegerField(
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text="The share of appointed voting members who must be present, in %.",
    )
    state = models.CharField(max_length=20, choices=MeetingState, default=MeetingState.PLANNED)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    current_item = models.ForeignKey(
        "AgendaItem", on_delete=models.SET_NULL, related_name="+", null=True
    )
    others_present = models.TextField(
        blank=True, help_text="People present who have no account here, one a line."
    )

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quorum_percent__gte=1, quorum_percent__lte=100),
                name="quorum_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", opened_at=None, ended_at=None)
                | Q(state="open", opened_at__isnull=False, ended_at=None)
                | Q(state="ended", opened_at__isnull=False, ended_at__isnull=False),
                name="meeting_state_has_its_times",
            ),
        ]

    def __str__(self):
        day = date_format(timezone.localtime(self.starts_at), "j F Y")
        return f"{self.get_kind_display()} on {day}"

    @property
    def is_open(self):
        return self.state == MeetingState.OPEN

    @property
    def has_ended(self):
        return self.state == MeetingState.ENDED


class AgendaItem(Versioned):
    """An item of a meeting's agenda: an area of the issued paper, or something else by its title.

    For example "4.1 Assessment of attachment difficulties", 20 minutes.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    issued_area = models.ForeignKey(
        IssuedArea, on_delete=models.PROTECT, related_name="agenda_items", null=True
    )
    minutes = models.PositiveSmallIntegerField(null=True, help_text="How long it is to take.")
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="agenda_position_once"),
            models.UniqueConstraint(
                fields=["meeting", "issued_area"],
                condition=Q(issued_area__isnull=False),
                name="area_once_on_an_agenda",
            ),
        ]

    def __str__(self):
        return self.title


class Presence(models.Model):
    """That somebody was at a meeting, from when until when; who comes back has another row."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="presences"
    )
    arrived_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["arrived_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(left_at=None),
                name="present_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("arrived_at")),
                name="nobody_leaves_before_arriving",
            ),
        ]

    def __str__(self):
        return f"{self.person} at {self.meeting}"


class Apology(models.Model):
    """That somebody sent apologies for a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="apologies")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="apologies"
    )
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="apology_once_a_meeting")
        ]

    def __str__(self):
        return f"Apologies of {self.person} for {self.meeting}"


class DiscussionPoint(Versioned):
    """A point made in the discussion of an item, as the minutes will give it; nobody is named."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="points")
    text = models.TextField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.text[:80]


class ActionPoint(Versioned):
    """Something that a meeting asked somebody to do, for example "check the data on wait times"."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="action_points")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="action_points", null=True
    )
    text = models.TextField()
    owner = models.CharField(max_length=200)
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.text[:80]
