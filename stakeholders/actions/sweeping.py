"""Deletes what imports left on the disk when the process that worked on them was killed."""

import contextlib
import shutil
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from stakeholders.actions.uploads import QUARANTINE
from stakeholders.actions.viewing import forget_viewings
from stakeholders.imports.spooling import spool_folder
from stakeholders.models import Import

LONG_ENOUGH = timedelta(days=1)  # no reading takes longer, by far


def sweep_leftovers():
    """Delete rows that wait for nobody, and uploads that no open import needs any more."""
    forget_viewings()
    long_ago = timezone.now() - LONG_ENOUGH
    for path in spool_folder().iterdir():
        with contextlib.suppress(FileNotFoundError):  # whoever wrote it has deleted it meanwhile
            if path.stat().st_mtime < long_ago.timestamp():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in quarantined() - set(Import.objects.open().values_list("upload", flat=True)):
        with contextlib.suppress(FileNotFoundError):
            if default_storage.get_modified_time(name) < long_ago:
                default_storage.delete(name)


def quarantined():
    """The names of all uploads that are kept."""
    with contextlib.suppress(FileNotFoundError):  # before the first upload
        return {f"{QUARANTINE}/{name}" for name in default_storage.listdir(QUARANTINE)[1]}
    return set()
