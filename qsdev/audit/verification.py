"""Reads the whole history again and finds every event that was changed, added or taken away."""

import json
from dataclasses import dataclass
from itertools import count

from django.db import DatabaseError, connection
from django.db.models import TextField
from django.db.models.functions import Cast

from qsdev.audit.models import FIRST, Chain, Event

EVENTS_AT_ONCE = 500


@dataclass(frozen=True)
class Verified:
    """One chain as it was found: its length, its last hash (hexadecimal) and what is wrong."""

    chain: Chain
    length: int
    last_hash: str
    problems: list


def verify_history():
    """Verify every chain, the site's first; a list of Verified."""
    topics = set(Event.objects.order_by().values_list("topic_id", flat=True).distinct())
    topics |= {number or None for number in Chain.objects.values_list("number", flat=True)}
    return [verify_chain(topic_id) for topic_id in sorted(topics, key=lambda topic: topic or 0)]


def verify_chain(topic_id):
    """Verify the events of one topic, or of the site (None), from the first to the last."""
    number = topic_id or 0
    chain = Chain.objects.filter(pk=number).first() or Chain(pk=number)
    problems, previous, found = [], FIRST, 0
    for expected, (sequence, event) in zip(count(1), events_of(topic_id), strict=False):
        found = expected
        wrong = problem_with(event, expected, sequence, previous)
        if wrong:
            problems.append(f"{chain}, event {sequence}: {wrong}")
        previous = event.hash if event else previous
    if (chain.length, chain.last_hash) != (found, previous):
        problems.append(f"{chain}: its last event is not the one that was noted as the last.")
    return Verified(chain, found, previous, problems)


def problem_with(event, expected, sequence, previous):
    """What is wrong with an event at this place of its chain, or an empty text."""
    if event is None or event.at is None:
        return "it cannot be read."
    if sequence != expected:
        return f"it stands where event {expected} should."
    if event.previous_hash != previous:
        return "it does not follow from the event before it."
    if event.hash != event.fingerprint or not is_stored_as_written(event):
        return "its content was changed."
    return ""


def events_of(topic_id):
    """Pairs of a sequence number and its event, or None where the row cannot be read."""
    rows = Event.objects.filter(topic_id=topic_id).order_by("sequence")
    rows = rows.annotate(detail_text=Cast("detail", TextField()), at_text=Cast("at", TextField()))
    for batch in in_batches(list(rows.values_list("sequence", flat=True)), EVENTS_AT_ONCE):
        try:
            yield from [(event.sequence, event) for event in rows.filter(sequence__in=batch)]
        except (ValueError, DatabaseError):
            yield from [(sequence, readable(rows, sequence)) for sequence in batch]


def in_batches(values, size):
    """The list in parts of at most `size`."""
    return [values[start : start + size] for start in range(0, len(values), size)]


def readable(rows, sequence):
    """The event with this number, or None if its row cannot be read."""
    try:
        return rows.get(sequence=sequence)
    except (ValueError, DatabaseError):
        return None


def is_stored_as_written(event):
    """Whether SQLite, which keeps JSON and times as text, has them letter for letter."""
    if connection.vendor != "sqlite":
        return True
    at = connection.ops.adapt_datetimefield_value(event.at)
    return event.detail_text == json.dumps(event.detail) and event.at_text == at
