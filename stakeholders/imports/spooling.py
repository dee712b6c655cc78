"""The file in which rows that were read wait until they are stored.

It holds what a table says, so it is kept for this account alone, beside the uploads.
"""

import contextlib
import json
import marshal
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from stakeholders.imports.exercise import Outline


@dataclass(frozen=True)
class Spool:
    """The rows of a file that was read, waiting to be stored."""

    path: str

    def lines(self):
        """Yields (position, place, heading, number, name, kind, JSON of cells, findings)."""
        with open(self.path, "rb") as spool:
            while batch := marshal.load(spool):
                yield from batch

    def outlines(self):
        """What the checks need of each row; names and headings, which recur, are held once."""
        once = {}.setdefault
        return [
            Outline(position, number, once(name, name), once(kind, kind), once(heading, heading))
            for position, _, heading, number, name, kind, _, _ in self.lines()
        ]

    def cells_at(self, positions):
        """Yields (position, cells) of the rows asked for."""
        for line in self.lines():
            if line[0] in positions:
                yield line[0], json.loads(line[6])


def spool_folder():
    """Where rows that were read wait."""
    folder = Path(settings.VAR, "spool")
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def spool_of(token):
    """Where the job with this token keeps the rows that it reads."""
    return str(spool_folder() / f"{token}.rows")


def for_us_alone(path, flags):
    """Opens a file that no other account may read (an `opener` of `open`)."""
    return os.open(path, flags, 0o600)


def close_spool(spool_path, outcome):
    """Keep what came of a reading beside its rows."""
    with open(f"{spool_path}.outcome", "w", encoding="utf-8", opener=for_us_alone) as file:
        json.dump(outcome, file)


@contextlib.contextmanager
def opened_spool(token):
    """Yields the rows' path and the outcome that a job kept, and deletes both."""
    path = spool_of(token)
    try:
        with open(f"{path}.outcome", encoding="utf-8") as file:
            yield path, json.load(file)
    finally:
        for name in (path, f"{path}.outcome"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(name)
