"""The limited process in which untrusted bytes are read; a crash or bomb ends here alone.

It takes a request on standard input and answers in lines of JSON on standard output: the head
(format and columns), batches of rows, the end with the notices; or a refusal at any point.
"""

import gc
import json
import os
import sys
import traceback

from qsdev.tables.allowance import allow_more_time, set_allowance
from qsdev.tables.asking import column_message
from qsdev.tables.columns import ColumnSpec, FormSpec
from qsdev.tables.gate import open_package
from qsdev.tables.headers import find_header
from qsdev.tables.kinds import kind_of
from qsdev.tables.limits import Limits
from qsdev.tables.outcome import WARNING
from qsdev.tables.package import check_package
from qsdev.tables.planning import left_out, make_plan
from qsdev.tables.raw import RawTable
from qsdev.tables.refusing import Refusal, corrupt
from qsdev.tables.rows import Assembly
from qsdev.tables.spreadsheets import read_spreadsheet, too_many_columns
from qsdev.tables.text import read_text
from qsdev.tables.word import read_document
from qsdev.tables.word_groups import group_tables

HEAD_BYTES = 8192
BATCH = 100  # few enough to be gone before the caller's garbage collector counts them as old
BATCH_CHARACTERS = 1_000_000


def main():
    """Read what the request names and say what it comes to."""
    request = json.load(sys.stdin)
    limits = Limits(**request["limits"])
    set_allowance(limits)
    gc.disable()  # looking for cycles among the rows would take a third of the time
    try:
        for message in _messages(request, limits):
            _say(message)
    except Refusal as refusal:
        _say({"refused": refusal.as_message(request["file_name"])})
    except MemoryError:
        refusal = corrupt("needs more memory to read than any such table.")
        _say({"refused": refusal.as_message(request["file_name"])})
    except Exception as error:
        _say({"failed": _whereabouts(error)})
    sys.stdout.flush()
    os._exit(0)  # nothing is worth tidying, and tidying takes time


def _say(message):
    sys.stdout.write(json.dumps(message, separators=(",", ":")))
    sys.stdout.write("\n")


def _batches(rows):
    """Rows in batches, small enough for the caller however long their cells are."""
    batch, characters = [], 0
    for row in rows:
        batch.append(row)
        characters += sum(map(len, row[1]))
        if len(batch) == BATCH or characters > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _whereabouts(error):
    """Kind of error and the line of ours that it came from; nothing of the file."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "tables" in frame.filename][-1]
    return f"{type(error).__name__} in {os.path.basename(ours.filename)}:{ours.lineno}"


def _messages(request, limits):
    form = FormSpec(**request["form"]) if request["form"] else None
    specs = tuple(_spec(spec, form) for spec in request["columns"])
    kind, tables, paragraphs, encoding, notices = _read(request, specs, limits)
    plan = make_plan(tables, specs, request["choose"], form, paragraphs)
    plan.notices += left_out(tables, plan, specs)
    _check_width(plan, limits)
    yield {
        "format": kind,
        "encoding": encoding,
        "is_form": plan.owner is not None,
        "table": plan.table.name,
        "keys": plan.keys,
        "columns": [column_message(column) for column in plan.columns],
    }
    assembly = Assembly(plan, form, limits)
    for batch in _batches(assembly.rows()):
        yield {"rows": batch}
    yield {"notices": [_whole(notice) for notice in [*notices, *assembly.notices]]}


def _spec(spec, form):
    """A column as it was asked for; a form’s labels are names of the column they stand in."""
    names = list(spec["names"])
    if form and spec["key"] == form.label_key:
        names += [label for _, labels in form.kinds for label in labels]
    return ColumnSpec(**{**spec, "names": tuple(names)})


def _whole(notice):
    """A notice on the file with all its parts: code, message, place, severity."""
    return (*notice, None, WARNING) if len(notice) == 2 else notice


def _read(request, specs, limits):
    """(kind, tables, texts between tables, encoding, notices) of the file."""
    path = request["path"]
    with open(path, "rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise Refusal("empty_file", "is empty. Send the file that holds the table.")
    kind = kind_of(request["file_name"], head)
    if kind not in ("xlsx", "docx"):
        if os.path.getsize(path) > limits.large_rows * 5:
            _allow_time_for_lines(path, limits)
        tables, encoding, notices = read_text(path, kind, specs, limits)
        return kind, tables, [], encoding, notices
    package = open_package(path, limits)
    main_part, notices = check_package(package, kind)
    if kind == "xlsx":
        tables, more = read_spreadsheet(path, package, main_part, limits)
        return kind, tables, [], "", notices + more
    tables, paragraphs, more = _read_word(package, main_part, specs)
    return kind, tables, paragraphs, "", notices + more


def _read_word(package, main_part, specs):
    required = {spec.key for spec in specs if spec.required}

    def is_wanted(rows):
        found = find_header(RawTable("table", "", rows), specs)
        return found is not None and required <= found.keys

    word_tables, paragraphs, notices = read_document(package, main_part, is_wanted)
    return group_tables(word_tables, specs), paragraphs, notices


def _allow_time_for_lines(path, limits):
    """Text of more than the large number of lines is given the longer time."""
    with open(path, "rb") as file:
        lines = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    if lines > limits.large_rows:
        allow_more_time(limits)


def _check_width(plan, limits):
    if any(len(row.cells) > limits.columns for row in plan.table.rows):
        raise too_many_columns(limits)
