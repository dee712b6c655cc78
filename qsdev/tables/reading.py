"""Reads a table that somebody sent: a limited child reads the bytes and says rows or a refusal."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from pathlib import Path

from qsdev.tables.limits import Limits
from qsdev.tables.outcome import (
    Column,
    Notice,
    Place,
    RefusedFile,
    Row,
    TableFile,
    TableFound,
)
from qsdev.tables.refusing import shown_name

logger = logging.getLogger(__name__)
ROOT = str(Path(__file__).resolve().parents[2])
START = "import sys; sys.path.insert(0, sys.argv[1]); from qsdev.tables.child import main; main()"
WAIT_MARGIN = 180  # seconds of clock time beyond the longer limit of CPU time
PIPE_BYTES = 64 * 1024  # what a pipe holds: lines are as long
OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


class TableStream:
    """An open reading: `format`, `columns`, then `batches()` of rows; `notices` after the last.

    A refusal may still come between batches (one row too many), so whoever stores rows as they
    come does it in one transaction.
    """

    def __init__(self, child, file_name):
        self._messages = child
        self.file_name = file_name
        self.notices = ()
        head = self._next()
        self.format = head["format"]
        self.encoding = head["encoding"]
        self.is_form = head["is_form"]
        self.table = head["table"]
        self.columns = tuple(_column(column) for column in head["columns"])
        self._keys = head["keys"]

    def _next(self):
        message = next(self._messages)
        if "refused" in message:
            raise _refusal(message["refused"])
        return message

    def batches(self):
        """Yields lists of `Row`, in the file's order."""
        while True:
            message = self._next()
            if "rows" not in message:
                self.notices = tuple(_notice(notice) for notice in message["notices"])
                return
            yield [self._row(*row) for row in message["rows"]]

    def _row(self, place, values, heading, continued, notices):
        return Row(
            place=Place(*place),
            cells=dict(zip(self._keys, values, strict=True)),
            heading=heading,
            continued=tuple([Place(*each) for each in continued]),
            notices=tuple([_notice(notice) for notice in notices]),
        )


def read_tables(source, *, file_name, columns, limits=None, choose=None, form=None):
    """Read all rows of the table in `source` (a path or bytes) as a `TableFile`.

    `file_name` is the name it was sent under: its ending must agree with the content. `columns`
    are the `ColumnSpec`s looked for, `choose` a `Choice` that settles an earlier refusal, `form`
    a `FormSpec` if the file may be a form. Raises `RefusedFile`.
    """
    with stream_tables(
        source, file_name=file_name, columns=columns, limits=limits, choose=choose, form=form
    ) as stream:
        rows = tuple(row for batch in stream.batches() for row in batch)
        return TableFile(
            file_name=file_name,
            format=stream.format,
            columns=stream.columns,
            rows=rows,
            notices=stream.notices,
            is_form=stream.is_form,
            encoding=stream.encoding,
            table=stream.table,
        )


@contextlib.contextmanager
def stream_tables(source, *, file_name, columns, limits=None, choose=None, form=None):
    """Open `source` as a `TableStream`, for files too long to hold at once; see `read_tables`."""
    limits = limits or Limits()
    request = {
        "file_name": file_name,
        "columns": [asdict(column) for column in columns],
        "limits": limits.as_dict(),
        "choose": asdict(choose) if choose else None,
        "form": asdict(form) if form else None,
    }
    with _as_file(source, limits, file_name) as path:
        yield from _streamed(request, path, limits, file_name)


def _streamed(request, path, limits, file_name):
    request["path"] = path
    encoded = json.dumps(request).encode()
    with contextlib.closing(_messages(encoded, limits, file_name)) as messages:
        yield TableStream(messages, file_name)


@contextlib.contextmanager
def _as_file(source, limits, file_name):
    """Yields a path; bytes are laid down in a temporary file that nobody else can read."""
    size = len(source) if isinstance(source, bytes) else os.path.getsize(source)
    if size > limits.file_bytes:
        megabytes = limits.file_bytes // (1024 * 1024)
        raise RefusedFile(
            "too_large",
            f"“{shown_name(file_name)}” is larger than {megabytes} MB. "
            "Send the table alone, without pictures.",
        )
    if not isinstance(source, bytes):
        yield os.path.abspath(source)
        return
    with tempfile.NamedTemporaryFile(prefix="table-") as file:
        file.write(source)
        file.flush()
        yield file.name


def _messages(request, limits, file_name):
    """Runs the child and yields what it says; a child that died or hung becomes a refusal."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-c", START, ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=PIPE_BYTES,
        env={},
        cwd="/",
    )
    timer = threading.Timer(limits.cpu_seconds_large + WAIT_MARGIN, child.kill)
    timer.start()
    try:
        with contextlib.suppress(BrokenPipeError):
            child.stdin.write(request)
            child.stdin.close()
        for line in child.stdout:
            message = json.loads(line)
            if "failed" in message:
                logger.error("Reading a table failed: %s", message["failed"])
                break
            yield message
        raise RefusedFile("corrupt", _death(child.wait(), file_name))
    finally:
        timer.cancel()
        child.kill()
        child.wait()
        child.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            child.stdin.close()


def _death(status, file_name):
    """Why no answer came, as a sentence."""
    why = "takes too long to read" if status in OUT_OF_TIME else "cannot be read"
    return (
        f"“{shown_name(file_name)}” {why}. "
        "Copy the table alone into a new file, save it and send that."
    )


def _column(message):
    return Column(
        **{**message, "place": Place(*message["place"]), "samples": tuple(message["samples"])}
    )


def _notice(message):
    code, text, place, severity = message
    return Notice(code, text, Place(*place) if place else None, severity)


def _refusal(message):
    tables = tuple(
        TableFound(
            index=table["index"],
            name=table["name"],
            header_row=table["header_row"],
            columns=tuple(_column(column) for column in table["columns"]),
        )
        for table in message["tables"]
    )
    return RefusedFile(message["code"], message["message"], message["scope"], tables)
