"""Deletes what nobody needs any more: uploads that a killed process left, old wrong codes."""

import contextlib
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from qsdev.consultation.actions.codes import KEPT
from qsdev.consultation.actions.importing import FOLDER
from qsdev.consultation.models import CodeAttempt, CommentImport
from stakeholders.models.uploaded import OPEN

LONG_ENOUGH = timedelta(days=1)  # no reading takes longer, by far


def sweep_leftovers():
    """Delete wrong codes of the past, and uploads of comments that no open import needs."""
    now = timezone.now()
    CodeAttempt.objects.filter(at__lt=now - KEPT).delete()
    needed = set(CommentImport.objects.filter(state__in=OPEN).values_list("upload", flat=True))
    for name in uploads_kept() - needed:
        with contextlib.suppress(FileNotFoundError):
            if default_storage.get_modified_time(name) < now - LONG_ENOUGH:
                default_storage.delete(name)


def uploads_kept():
    """The names of all uploads of comments that are kept."""
    with contextlib.suppress(FileNotFoundError):  # before the first upload
        return {f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]}
    return set()
