"""Events, each chained to the one before it, so that no history can be changed unnoticed."""

import hashlib
import json
from datetime import UTC

from django.db import models

FIRST = "0" * 64


class Chain(models.Model):
    """The end of one topic's history, or of the site's (number 0), and the row that writers lock.

    For example topic 3 with 214 events and the hash of the 214th.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    length = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default=FIRST)

    class Meta:
        ordering = ["number"]

    def __str__(self):
        return f"topic {self.number}" if self.number else "site"


class EventQuerySet(models.QuerySet):
    """Picks events by what they are about."""

    def about(self, subject):
        """Events whose subject is this row."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))


class Event(models.Model):
    """That someone did something, once: the verb, the subject and ids, never personal text.

    For example "triaged stakeholders.suggestion 12 by person 4, filing 31". Rows are only ever
    added: the database refuses to change or delete them. Nothing here is a foreign key, so that
    no deletion elsewhere reaches the history.
    """

    topic_id = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    sequence = models.PositiveBigIntegerField(editable=False)
    at = models.DateTimeField(editable=False)
    actor_id = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    verb = models.CharField(max_length=60, editable=False)
    subject_type = models.CharField(max_length=100, editable=False)
    subject_id = models.CharField(max_length=64, editable=False)
    detail = models.JSONField(default=dict, editable=False)
    previous_hash = models.CharField(max_length=64, editable=False)
    hash = models.CharField(max_length=64, primary_key=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["at", "topic_id", "sequence"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="event_by_subject")]
        constraints = [
            models.UniqueConstraint(fields=["topic_id", "sequence"], name="event_once_in_topic"),
            models.UniqueConstraint(
                fields=["sequence"],
                condition=models.Q(topic_id__isnull=True),
                name="event_once_in_site",
            ),
        ]

    def __str__(self):
        return f"{self.verb} {self.subject_type} {self.subject_id}"

    @property
    def fingerprint(self):
        """The hash that this event's content should have, as 64 hexadecimal digits (SHA-256)."""
        content = [
            self.topic_id,
            self.sequence,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.actor_id,
            self.verb,
            self.subject_type,
            self.subject_id,
            self.detail,
            self.previous_hash,
        ]
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return hashlib.sha256(text.encode("ascii")).hexdigest()
