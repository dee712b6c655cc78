"""Reading an issued paper: that somebody did, and the notes that they keep for themselves."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.committee.models import PaperReading, PrivateNote
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions.changing import change_row, first_change


@transaction.atomic
def note_reading(*, paper, by):
    """Note that somebody reads a version now; what changed since is told from the last one."""
    now = timezone.now()
    reading, _ = PaperReading.objects.update_or_create(
        paper=paper, reader=by, defaults={"read_at": now}
    )
    return reading


@transaction.atomic
def write_private_note(*, topic, area, text, by, version=0):
    """Keep a note on an area for oneself; an empty text takes it away."""
    if area.topic_id != topic.pk:
        raise RuleBroken("Choose an area of this topic.")
    found = PrivateNote.objects.filter(area=area, writer=by).first()
    if found is None and not text.strip():
        return None
    if found is None:
        note = create_note(topic, area, text, by)
    elif text.strip():
        note = change_row(row=found, version=version, by=by, text=text)
    else:
        remove_note(found, version)
        record("removed_private_note", topic, by=by, area=area.pk)
        return None
    record("wrote_private_note", note, by=by)
    return note


def create_note(topic, area, text, by):
    """A first note; one written meanwhile in another window is shown."""
    try:
        with transaction.atomic():
            return PrivateNote.objects.create(
                topic=topic, area=area, writer=by, text=text, **first_change(by)
            )
    except IntegrityError as error:
        raise EditCollision(PrivateNote.objects.get(area=area, writer=by)) from error


def remove_note(note, version):
    """Take a note away, unless it was changed in another window."""
    removed, _ = PrivateNote.objects.filter(pk=note.pk, version=version).delete()
    if not removed:
        raise EditCollision(PrivateNote.objects.get(pk=note.pk))
