"""Reads the sheets of an .xlsx with python-calamine, inside the limited child only."""

import datetime
import re

import python_calamine

from qsdev.tables.outcome import PROBLEM, WARNING
from qsdev.tables.package import related_parts
from qsdev.tables.raw import RawRow, RawTable
from qsdev.tables.refusing import Refusal, corrupt
from qsdev.tables.sheet_xml import read_workbook, scan_sheet

HALF_SURROGATE = re.compile(r"_x[dD][89a-fA-F][0-9a-fA-F]{2}_")
NUMBER_MESSAGE = "The spreadsheet holds a number here; noughts at its end are lost."
MOST_RANGES = 20_000
LONGEST_RANGE = 200
WHOLE = 1e15  # above this a float no longer holds every whole number


def read_spreadsheet(path, package, main, limits):
    """The visible sheets as `RawTable`s, and notices on the file."""
    listed = read_workbook(package, main)
    parts = related_parts(package, main)
    try:
        workbook = python_calamine.CalamineWorkbook.from_path(path)
    except python_calamine.CalamineError as error:
        raise corrupt("cannot be read as a workbook.") from error
    notices = []
    tables = []
    for sheet in listed:
        if sheet.is_hidden:
            notices.append(("hidden_content", "A hidden sheet was left out."))
        elif not _is_contained(parts.get(sheet.relation, ""), package):
            raise corrupt("names a sheet that it does not contain.")
        elif sheet.is_worksheet(parts):
            details = scan_sheet(package, parts[sheet.relation])
            notices += details.notices
            tables.append(_table(workbook, sheet.name, details, limits))
    return tables, notices


def _is_contained(part, package):
    """Whether the part is there, under an ending that the gate checks as XML."""
    return part in package.names and part.endswith(".xml")


def _table(workbook, name, details, limits):
    try:
        sheet = workbook.get_sheet_by_name(name)
    except python_calamine.CalamineError as error:
        raise corrupt(f"has a sheet that cannot be read ({name}).") from error
    if sheet.end and sheet.end[1] >= limits.columns:
        raise too_many_columns(limits)
    rows = _rows(sheet, details)
    return RawTable("sheet", name, rows)


def too_many_columns(limits):
    """A table wider than anybody's suggestions."""
    return Refusal(
        "too_many_columns",
        f"has more than {limits.columns} columns. Delete those to the right of the table.",
    )


def _rows(sheet, details):
    merged, wide = _merged(sheet.merged_cell_ranges or ())
    # calamine gives rows from the top of the sheet, but cells from its first filled column
    indent = [""] * (sheet.start[1] if sheet.start else 0)
    rows = []
    for number, values in enumerate(sheet.iter_rows(), 1):
        marks = []
        cells = indent + [
            value if value.__class__ is str else _text(value, column, marks)
            for column, value in enumerate(values, len(indent))
        ]
        if number in details.cells:
            _overlay(cells, details.cells[number], marks)
        if number in merged:
            _fill_down(cells, merged[number], rows, marks)
        if not any(cells):
            continue
        _note_surrogates(cells, marks)
        if number in details.hidden_rows:
            message = "This row is hidden in the spreadsheet; it was read."
            marks.append((None, "hidden_content", message, WARNING))
        is_span = number in wide and sum(1 for cell in cells if cell) == 1
        rows.append(RawRow(number, cells, tuple(marks), is_span))
    return rows


def _text(value, column, marks):
    """A cell that is no text, as people saw it; what the spreadsheet may have changed is noted."""
    if isinstance(value, bool):
        marks.append((column, "number_cell", "The spreadsheet holds a yes-or-no value.", WARNING))
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        marks.append((column, "number_cell", NUMBER_MESSAGE, WARNING))
        is_whole = isinstance(value, int) or (value.is_integer() and abs(value) < WHOLE)
        return str(int(value)) if is_whole else repr(value)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        message = "The spreadsheet turned this text into a date or time; check it."
        marks.append((column, "date_cell", message, WARNING))
        return _date_text(value)
    return str(value)


def _date_text(value):
    if isinstance(value, datetime.timedelta):
        return str(value)
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    day = f"{value.day} {value.strftime('%B')} {value.year}"
    has_time = isinstance(value, datetime.datetime) and value.time() != datetime.time(0)
    return f"{day} {value.strftime('%H:%M')}" if has_time else day


def _overlay(cells, details, marks):
    """Formulas and errors, which calamine gives as nothing or as a bare value."""
    for column, (code, text) in details.items():
        cells.extend([""] * (column + 1 - len(cells)))
        if code == "error_cell":
            cells[column] = text
            marks.append((column, code, f"The cell holds the error {text}.", PROBLEM))
        elif cells[column]:
            message = "The cell holds a formula; the text that it showed was read."
            marks.append((column, code, message, WARNING))
        else:
            cells[column] = f"={text}"
            message = "The cell holds a formula without a result; the formula was read as text."
            marks.append((column, code, message, WARNING))


def _merged(ranges):
    """(column, top row) of the merged ranges by each lower row; rows that have a wide cell."""
    lower, wide = {}, set()
    for (top, left), (bottom, right) in ranges[:MOST_RANGES]:
        if right > left:
            wide.add(top + 1)
        for row in range(top + 1, min(bottom, top + LONGEST_RANGE) + 1):
            lower.setdefault(row + 1, []).append((left, top + 1))
    return lower, wide


def _fill_down(cells, merged, rows, marks):
    """The text of a cell merged downwards counts for each of its rows that holds anything."""
    for column, top in merged:
        above = rows[-1] if rows and rows[-1].number >= top else None
        if above is None or column >= len(above.cells) or not any(cells):
            continue
        cells.extend([""] * (column + 1 - len(cells)))
        if above.cells[column] and not cells[column]:
            cells[column] = above.cells[column]
            message = "The cell is merged with the one above; its text was repeated."
            marks.append((column, "merged_cells", message, WARNING))


def _note_surrogates(cells, marks):
    for column, cell in enumerate(cells):
        if "_x" in cell and HALF_SURROGATE.search(cell):
            cells[column] = HALF_SURROGATE.sub("", cell)
            marks.append((column, "control_chars", "Control characters were removed.", WARNING))
