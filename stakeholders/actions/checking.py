"""Stores the rows of an import with their findings, and checks them again when others change."""

import json

from django.db import connection

from stakeholders.actions.bulk_rows import cell, insert_rows
from stakeholders.actions.redacting_repeats import drop_samples, mark_cells, passages_of_repeats
from stakeholders.imports.columns import HEADING_KEY, KIND_KEY, NAME_KEY, NUMBER_KEY
from stakeholders.imports.contents import Contents
from stakeholders.imports.exercise import Exercise, Outline, check_rows
from stakeholders.imports.findings import LEAVES_OUT, OF_THE_EXERCISE
from stakeholders.imports.reading import letters_by_key, placed
from stakeholders.models import Import, ImportRow

FIELDS = (
    "import_record",
    "position",
    "place",
    "heading",
    "cells",
    "corrections",
    "findings",
    "has_problem",
    "weight",
    "is_left_out",
    "settled_reason",
    "correction_reason",
)
JOINED = "continuation"  # nothing to worry about: nearly every printed table has such rows
CHANGING = "findings = %s, has_problem = %s, weight = %s, is_left_out = %s, settled_reason = %s"


def store_rows(import_record, spool):
    """Insert the rows of a spool, each with what was found in it and in the table as a whole."""
    exercise = Exercise.of(import_record.topic, import_record.round)
    contents = Contents(exercise.register, spool.cells_at)
    outlines = spool.outlines()
    found = check_rows(outlines, exercise, contents)
    passages = passages_of_repeats(import_record.topic, outlines, found, exercise.taken)
    if passages:
        drop_samples(import_record, passages)
    rows = rows_to_insert(import_record, spool, found, passages)
    insert_rows(ImportRow, FIELDS, rows)
    notice_same_file(import_record)


def rows_to_insert(import_record, spool, found, passages):
    """The rows as the database takes them, in the order of `FIELDS`."""
    letters = letters_in(import_record)
    for position, place, heading, _, _, _, cells, findings in spool.lines():
        if position in found:
            findings += [placed(each, place, letters) for each in found[position]]
        state = state_of(findings) if findings else ("[]", False, 0, False, "")
        text = cells.decode()
        if position in passages:
            text = mark_cells(text, passages[position])
        yield (import_record.pk, position, place, heading, text, "{}", *state, "")


def state_of(findings, row=None):
    """What findings make of a row: themselves as JSON, problem, weight, left out, reason."""
    left_out = [found["message"] for found in findings if found["code"] in LEAVES_OUT]
    weight = weight_of(findings)
    text = json.dumps(findings, ensure_ascii=False)
    is_left_out = bool(left_out) or (row is not None and row.is_left_out)
    reason = (row.settled_reason if row else "") or "".join(left_out[:1])
    return text, weight == 3, weight, is_left_out, reason


def weight_of(findings):
    """How much there is to look at: 3 a problem, 2 a warning, 1 a joined row, 0 nothing."""
    if any(found["severity"] == "problem" for found in findings):
        return 3
    if any(found["severity"] == "warning" and found["code"] != JOINED for found in findings):
        return 2
    return 1 if findings else 0


def letters_in(import_record):
    """Where cells stand in a row of this import's file."""
    pairs = [(key, int(index)) for index, key in import_record.columns.items()]
    return letters_by_key(pairs, import_record.file_name.lower().endswith(".xlsx"))


def notice_same_file(import_record):
    """Keep a notice if the very same file was imported into the topic before; says if it is new."""
    others = [each for each in import_record.notices if each["code"] != "same_file"]
    notices = others + [
        {
            "code": "same_file",
            "severity": "warning",
            "column": None,
            "message": f"{earlier.who_imported} imported this very file on"
            f" {earlier.finished_at:%-d %B %Y}.",
            "place": "",
        }
        for earlier in import_record.same_file_before[:1]
    ]
    changed = notices != import_record.notices
    if changed:
        Import.objects.filter(pk=import_record.pk).update(notices=notices)
        import_record.notices = notices
    return changed


def check_again(import_record, only=None):
    """Check the rows anew against register, numbers and one another; says whether it mattered.

    `only` is the position of a row that was left out and is checked by itself.
    """
    outlines = outlines_of(import_record)
    if only is not None:
        outlines = [row._replace(is_out=False) for row in outlines if row.position == only]
    return check_outlines(import_record, outlines)


def check_outlines(import_record, outlines):
    """As `check_again`, of rows whose outlines were read."""
    exercise = Exercise.of(import_record.topic, import_record.round)
    contents = Contents(exercise.register, cells_of(import_record))
    found = check_rows(outlines, exercise, contents)
    changed = changed_rows(
        import_record, found, {row.position for row in outlines if not row.is_out}
    )
    write_findings(changed)
    return notice_same_file(import_record) or bool(changed)


def outlines_of(import_record):
    """What the checks need of the rows that are not imported yet; what recurs is held once."""
    rows = import_record.rows.filter(suggestion=None).exclude(corrections={})
    corrected = dict(rows.values_list("pk", "corrections"))
    cells = ", ".join(cell(key) for key in (NUMBER_KEY, NAME_KEY, KIND_KEY))
    once = {}.setdefault
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT position, {cells}, heading, is_left_out, id FROM {ImportRow._meta.db_table}"
            " WHERE import_record_id = %s AND suggestion_id IS NULL ORDER BY position",
            [import_record.pk],
        )
        outlines = [
            Outline(at, number, once(name, name), once(kind, kind), once(heading, heading), *more)
            for at, number, name, kind, heading, *more in cursor
        ]
    return [
        row._replace(**as_outlined(corrected[row.pk])) if row.pk in corrected else row
        for row in outlines
    ]


def as_outlined(corrections):
    """Corrections by the names that an outline has for them."""
    names = {NUMBER_KEY: "number", NAME_KEY: "name", HEADING_KEY: "heading"}
    return {names[key]: text for key, text in corrections.items()}


def cells_of(import_record):
    """A function that yields (position, values) of the import's rows at some positions."""

    def cells_at(positions):
        ordered = sorted(positions)
        for start in range(0, len(ordered), 500):
            rows = import_record.rows.filter(position__in=ordered[start : start + 500])
            for row in rows:
                yield row.position, row.values

    return cells_at


def changed_rows(import_record, found, positions):
    """(row, new findings) of the rows at `positions` whose findings are not what they were."""
    letters = letters_in(import_record)
    changed = []
    for row in rows_with_findings(import_record, found):
        if row.position not in positions:
            continue
        findings = [each for each in row.findings if each["code"] not in OF_THE_EXERCISE]
        findings += [placed(each, row.place, letters) for each in found.get(row.position, ())]
        if findings != row.findings:
            changed.append((row, findings))
    return changed


def rows_with_findings(import_record, found):
    """The rows that had findings or have them now, without their words."""
    rows = import_record.rows.filter(suggestion=None).defer("cells", "corrections")
    had = {row.position: row for row in rows.exclude(findings=[])}
    missing = sorted(found.keys() - had.keys())
    for start in range(0, len(missing), 500):
        more = rows.filter(position__in=missing[start : start + 500])
        had.update((row.position, row) for row in more)
    return had.values()


def write_findings(changed):
    """Store the new findings of rows, and what they make of them."""
    quote = connection.ops.quote_name
    table = quote(ImportRow._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET {CHANGING} WHERE id = %s",
            [(*state_of(findings, row), row.pk) for row, findings in changed],
        )
