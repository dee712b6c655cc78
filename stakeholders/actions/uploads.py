"""Keeps uploads in quarantine under a random name until their import has ended."""

import contextlib
import hashlib
import os
import tempfile
import uuid

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from stakeholders.imports.spooling import spool_folder
from stakeholders.imports.words import without_identity

QUARANTINE = "quarantine"
CHUNK = 1024 * 1024
LONGEST_NAME = 200
ENDINGS = {"csv", "doc", "docm", "docx", "dotm", "pdf", "tsv", "txt", "xls", "xlsm", "xlsx", "xltm"}


def keep(file, folder=QUARANTINE):
    """Store `file` (bytes, a path or an upload); returns its name, SHA-256 and size in bytes."""
    name = f"{folder}/{uuid.uuid4().hex}"
    with opened(file) as content:
        digest, size = hashlib.sha256(), 0
        for chunk in content.chunks(CHUNK):
            digest.update(chunk)
            size += len(chunk)
        content.seek(0)
        return default_storage.save(name, content), digest.hexdigest(), size


@contextlib.contextmanager
def opened(file):
    """Yields `file` as a Django file."""
    if isinstance(file, bytes):
        yield ContentFile(file)
    elif isinstance(file, str | os.PathLike):
        with open(file, "rb") as stream:
            yield File(stream)
    else:
        yield file


@contextlib.contextmanager
def local_path(name):
    """Yields a path under which the reader's child can open what is kept under `name`."""
    try:
        path = default_storage.path(name)
    except NotImplementedError:
        with (
            tempfile.NamedTemporaryFile(dir=spool_folder()) as copy,
            default_storage.open(name) as kept,
        ):
            for chunk in kept.chunks(CHUNK):
                copy.write(chunk)
            copy.flush()
            yield copy.name
    else:
        yield path


def discard(name):
    """Delete what is kept under `name`, if anything is."""
    if name:
        default_storage.delete(name)


def name_to_show(file_name):
    """The file's name as it is kept: its last part, printable, with nothing beside a pseudonym."""
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(character for character in last if character.isprintable())
    stem, ending = os.path.splitext(printable)
    if ending[1:].lower() not in ENDINGS:
        stem, ending = printable, ""
    return without_identity(stem)[: LONGEST_NAME - len(ending)] + ending
