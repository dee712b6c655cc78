"""Asks a person to settle what a file leaves open: a refusal with the tables that were found."""

from dataclasses import asdict

from qsdev.tables.cleaning import clean
from qsdev.tables.headers import find_header, place_in, samples_below
from qsdev.tables.matching import as_columns
from qsdev.tables.refusing import MAPPING, Refusal

MOST_TABLES = 50
ROWS_FOR_WIDTH = 40


def ask(code, message, tables, specs):
    """A refusal of scope "mapping", with every table, its header and some values."""
    found = [_table(index, table, specs) for index, table in enumerate(tables[:MOST_TABLES])]
    return Refusal(code, message, MAPPING, found)


def _table(index, table, specs):
    header = find_header(table, specs)
    position = header.position if header else -1
    width = max((len(row.cells) for row in table.rows[:ROWS_FOR_WIDTH]), default=0)
    cells = [clean(cell)[0] for cell in table.rows[position].cells] if header else [""] * width
    matches = header.matches if header else [(None, "")] * width
    samples = samples_below(table, position)
    columns = as_columns(cells, matches, place_in(table, position), samples)
    return {
        "index": index,
        "name": table.name,
        "header_row": table.rows[position].number if header else 0,
        "columns": [column_message(column) for column in columns],
    }


def ask_for_missing(found, required, specs, tables):
    """The refusal where no header was found, or one that lacks a required column."""
    best = max(found, key=lambda each: len(each.keys), default=None)
    if best is None:
        message = "has no header row that is known here. Say which column is which."
        return ask("no_header", message, tables, specs)
    lacking = [spec.names[0] for spec in specs if spec.key in required - best.keys]
    names = ", ".join(f"“{name}”" for name in lacking)
    place = place_in(best.table, best.position)
    message = f"lacks a column for {names} in its header ({place}). Say which column it is."
    return ask("missing_column", message, tables, specs)


def ask_for_one(found, specs, tables):
    """The refusal where several tables match."""
    names = " and ".join(str(place_in(each.table, -1)) for each in found[:3])
    message = f"holds several such tables: {names}. Choose one."
    return ask("several_tables", message, tables, specs)


def check_duplicates(found, specs, tables):
    """Refuse two columns of one name, of which a reader would silently keep the last."""
    keys = [spec.key for spec, _ in found.matches if spec]
    for spec in specs:
        if keys.count(spec.key) > 1:
            place = place_in(found.table, found.position)
            message = f"has two columns called “{spec.names[0]}” ({place}). Say which one counts."
            raise ask("duplicate_header", message, tables, specs)


def column_message(column):
    """A column as the child sends it."""
    place = column.place
    return {
        **asdict(column),
        "place": (place.kind, place.table, place.row, place.column),
        "samples": list(column.samples),
    }
