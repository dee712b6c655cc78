"""Reads an upload in the limited child and keeps its rows in a spool until they are stored.

Reading may take a minute, storing must be short because it locks: so the rows go through a file,
one JSON line each, and neither step holds them all in memory.
"""

import marshal
from json.encoder import encode_basestring as quoted

from qsdev.tables import Choice, RefusedFile, stream_tables
from qsdev.tables.outcome import column_letters
from stakeholders.imports.columns import (
    COLUMNS,
    COLUMNS_BY_HAND,
    FORM,
    HEADING_KEY,
    KIND_KEY,
    NAME_KEY,
    NUMBER_KEY,
    STORED_KEYS,
)
from stakeholders.imports.findings import from_notice, from_notices
from stakeholders.imports.spooling import for_us_alone
from stakeholders.imports.words import check_words, without_identity

PROGRESS_EVERY = 5_000
LONGEST_HEADING = 300
LONGEST_PLACE = 200


def read_upload(source, file_name, spool_path, *, choice=None, progress=None):
    """Read an upload; returns {"head": …} with the rows in the spool, or {"refused": …}."""
    try:
        head = read_to_spool(
            source, file_name=file_name, spool_path=spool_path, choice=choice, progress=progress
        )
    except RefusedFile as refusal:
        return {
            "refused": {
                "code": refusal.code,
                "message": refusal.message,
                "scope": refusal.scope,
                "tables": tables_kept(refusal.tables),
            }
        }
    return {"head": head}


def read_to_spool(source, *, file_name, spool_path, choice=None, progress=None):
    """Read the table in `source` (a path) into the file `spool_path`; returns what heads it.

    `choice` is a `Choice` or None. Raises `RefusedFile`. The head is a dictionary that JSON can
    hold: format, table, columns (samples only of those that are stored), notices, rows.
    """
    columns = COLUMNS_BY_HAND if choice and choice.columns else COLUMNS
    with (
        stream_tables(
            source, file_name=file_name, columns=columns, choose=choice, form=FORM
        ) as stream,
        open(spool_path, "wb", opener=for_us_alone) as spool,
    ):
        count = 0
        letters = letters_of(stream.columns, stream.format == "xlsx")
        for batch in stream.batches():
            lines = [spooled(row, at, letters) for at, row in enumerate(batch, start=count + 1)]
            marshal.dump(lines, spool)
            count += len(batch)
            if progress and count % PROGRESS_EVERY < len(batch):
                progress(50, f"{count:,} rows read")
        marshal.dump([], spool)
        return head_of(stream, count)


def head_of(stream, count):
    """What is known of the whole file, to be kept with its import."""
    return {
        "format": stream.format,
        "is_form": stream.is_form,
        "rows": count,
        "notices": [from_notice(notice) for notice in stream.notices],
        "tables": [
            {
                "index": None,
                "name": stream.table,
                "header_row": None,
                "columns": [column_kept(column, column.key) for column in stream.columns],
            }
        ],
        "columns": {str(column.index): column.key for column in stream.columns if column.key},
    }


def column_kept(column, with_samples):
    """A column as the page on which columns are matched shows it."""
    samples = [without_identity(sample) for sample in column.samples] if with_samples else []
    return {
        "index": column.index,
        "header": column.header,
        "key": column.key,
        "how": column.how,
        "samples": samples,
    }


def tables_kept(tables):
    """The tables that a refused file offers, for a person to choose and to match columns."""
    return [
        {
            "index": table.index,
            "name": table.name,
            "header_row": table.header_row,
            "columns": [column_kept(column, True) for column in table.columns],
        }
        for table in tables
    ]


def letters_of(columns, is_sheet):
    """Where the cells of each key stand in a row: "column B" in a sheet, "column 2" elsewhere."""
    pairs = [(column.key, column.index) for column in columns if column.key]
    return letters_by_key(pairs, is_sheet)


def letters_by_key(pairs, is_sheet):
    """As `letters_of`, from pairs of key and index."""
    return {
        key: f"column {column_letters(index + 1) if is_sheet else index + 1}"
        for key, index in pairs
    }


def placed(found, place, letters):
    """A finding with the place of its cell, in words."""
    letter = letters.get(found["column"], "")
    return {**found, "place": f"{place}, {letter}" if letter else place}


def spooled(row, position, letters):
    """One line of the spool."""
    cells = {key: row.cells[key] for key in STORED_KEYS if key in row.cells}
    cells[NAME_KEY] = without_identity(cells.get(NAME_KEY, ""))
    place = str(row.place)[:LONGEST_PLACE]
    findings = [placed(found, place, letters) for found in check_words(cells)]
    if row.notices:
        findings += from_notices(row.notices)
    heading = (row.heading or row.cells.get(HEADING_KEY, ""))[:LONGEST_HEADING]
    return (
        position,
        place,
        heading,
        cells.get(NUMBER_KEY, ""),
        cells[NAME_KEY],
        cells.get(KIND_KEY, ""),
        json_of(cells).encode(),  # of these, only those that are stored are decoded
        findings,
    )


def json_of(cells):
    """Texts by key as JSON; a third of the time that the encoder takes to set out on each row."""
    return "{" + ", ".join([f'"{key}": {quoted(text)}' for key, text in cells.items()]) + "}"


def choice_of(columns=None, table=None, header_row=None):
    """The reader's `Choice` for what a person settled, or None if nothing was."""
    if columns is None and table is None and header_row is None:
        return None
    by_index = {int(index): key for index, key in (columns or {}).items() if key}
    return Choice(table=table, header_row=header_row, columns=by_index or None)
