"""Work that takes longer than a page may: what is to be done and what became of it."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class JobQuerySet(models.QuerySet):
    """Picks jobs by where they stand."""

    def under_way(self):
        """Waiting or running: not yet ended."""
        return self.filter(state__in=Job.UNDER_WAY)

    def running(self):
        return self.filter(state=Job.State.RUNNING)

    def queued(self):
        return self.filter(state=Job.State.QUEUED)

    def abandoned(self):
        """Running on paper, though the worker has let its lease run out."""
        return self.running().filter(lease_until__lt=timezone.now())

    def of(self, kind, subject_id):
        """Jobs of one kind about one subject, the newest first."""
        return self.filter(kind=kind, subject_id=subject_id).order_by("-pk")

    def held_by(self, token):
        """The running job that a worker claimed with this token, if it still holds it."""
        return self.running().filter(token=token)


class Job(models.Model):
    """One piece of long work that someone asked for, such as building a briefing paper.

    A worker claims it for the length of a lease and gets a token; every later step of that
    worker is an UPDATE that names the token, so a worker that lost its lease changes nothing.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to start"
        RUNNING = "running", "Running"
        FINISHED = "finished", "Finished"
        FAILED = "failed", "Failed"  # an error, or its workers were lost three times
        CANCELLED = "cancelled", "Cancelled"

    UNDER_WAY = (State.QUEUED, State.RUNNING)

    kind = models.CharField(max_length=60)
    queue = models.CharField(max_length=30)
    subject_id = models.PositiveBigIntegerField()
    topic_id = models.PositiveBigIntegerField(null=True, blank=True)
    arguments = models.JSONField(default=dict, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="jobs", null=True
    )

    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0)
    message = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=dict, blank=True)
    error = models.TextField(blank=True)

    attempt = models.PositiveSmallIntegerField(default=0)
    token = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    cancel_requested = models.BooleanField(default=False)
    wakes = models.PositiveSmallIntegerField(default=0)
    wake_after = models.DateTimeField(null=True, blank=True)  # none: no worker was woken yet

    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "wake_after"], name="job_to_wake"),
            models.Index(fields=["kind", "subject_id"], name="job_by_subject"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id"],
                condition=models.Q(state__in=("queued", "running")),
                name="job_once_at_a_time",
                violation_error_message="This is already under way.",
            ),
            models.CheckConstraint(
                condition=models.Q(progress__lte=100), name="job_progress_is_a_percentage"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.subject_id}"

    @property
    def is_under_way(self):
        return self.state in self.UNDER_WAY

    @property
    def is_queued(self):
        return self.state == self.State.QUEUED

    @property
    def is_running(self):
        return self.state == self.State.RUNNING

    @property
    def is_finished(self):
        return self.state == self.State.FINISHED

    @property
    def is_failed(self):
        return self.state == self.State.FAILED

    @property
    def is_cancelled(self):
        return self.state == self.State.CANCELLED

    @property
    def is_unwoken(self):
        """Waiting though no worker could be told of it, because the broker does not answer."""
        return self.is_queued and self.wake_after is None

    @property
    def can_be_retried(self):
        return self.is_failed or self.is_cancelled

    @property
    def progress_text(self):
        """How far it is, in words."""
        return f"{self.message or 'Running'}: {self.progress}% done"

    @property
    def duration(self):
        """How long the last attempt took or has taken so far, or None before it starts."""
        if self.started_at is None:
            return None
        return (self.ended_at or timezone.now()) - self.started_at
