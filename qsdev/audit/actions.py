"""The one action of the history: to record, in the transaction of the change itself."""

from django.db import transaction
from django.utils import timezone

from qsdev.audit.models import Chain, Event

LONGEST_CODE = 100


def record(verb, subject, *, by, topic=None, **detail):
    """Add one event to the history of the subject's topic, or of the site; a bulk act is one event.

    `by` is the person, or None for the program itself. `topic` is the topic or its id, where the
    subject does not know it. `detail` takes ids and short codes, alone or in lists, never
    personal text: anything else raises TypeError or ValueError.
    """
    check_detail(detail)
    topic_id = topic_of(subject, topic)
    with transaction.atomic():
        chain = locked_chain(topic_id or 0)
        event = Event(
            topic_id=topic_id,
            sequence=chain.length + 1,
            at=timezone.now(),
            actor_id=by.pk if by else None,
            verb=verb,
            subject_type=subject._meta.label_lower,
            subject_id=str(subject.pk),
            detail=dict(sorted(detail.items())),
            previous_hash=chain.last_hash,
        )
        event.hash = event.fingerprint
        event.save(force_insert=True)
        Chain.objects.filter(pk=chain.pk).update(length=event.sequence, last_hash=event.hash)
    return event


def locked_chain(number):
    """The chain's row, locked until the transaction ends, so that events follow one another."""
    chain = Chain.objects.select_for_update().filter(pk=number).first()
    if chain is None:
        Chain.objects.get_or_create(pk=number)
        chain = Chain.objects.select_for_update().get(pk=number)
    return chain


def topic_of(subject, topic):
    """The id of the topic whose history this belongs to, or None for the site's."""
    if topic is not None:
        return getattr(topic, "pk", topic)
    if subject._meta.label_lower == "topics.topic":
        return subject.pk
    return getattr(subject, "topic_id", None)


def check_detail(value):
    """Refuse what is neither an id nor a short code: the history holds no personal text."""
    if isinstance(value, dict):
        for key, part in value.items():
            check_detail(key)
            check_detail(part)
    elif isinstance(value, list | tuple):
        for part in value:
            check_detail(part)
    elif isinstance(value, str):
        if len(value) > LONGEST_CODE or "\0" in value:
            raise ValueError("An event holds short codes: this text is too long for one.")
    elif value is not None and not isinstance(value, bool | int):
        raise TypeError(f"An event holds ids and codes, not {type(value).__name__}.")
