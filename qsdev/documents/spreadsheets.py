"""Tables as xlsx and csv, for people who sort and count: plain rows in, the same bytes each time.

A contributor's words may begin like a formula. In xlsx such a cell is stored as text and marked as
quoted, so that it stays text when someone edits it. A csv has no types, so there an apostrophe is
put before it: spreadsheets then show the words and compute nothing.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from qsdev.documents.blocks import clean
from qsdev.documents.reading import plain_text

FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
LONGEST_CELL = 32_767
CUT = " … (cut: a cell holds no more)"
_CREATED = datetime.datetime(2000, 1, 1)
_NAVY = "#00436C"
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

Value = str | int | float | None


def is_like_formula(value: Value) -> bool:
    """Return whether a spreadsheet could take a text for a formula."""
    return isinstance(value, str) and value.startswith(FORMULA_SIGNS)


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return rows as csv: UTF-8 with a byte order mark, as Excel expects, commas, CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_csv_value(heading) for heading in headings])
    for row in rows:
        writer.writerow([_csv_value(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _csv_value(value):
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{clean(value)}" if is_like_formula(value) else clean(value)


def write_xlsx(
    headings: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    sheet: str = "Table",
    title: str = "",
    widths: Sequence[float] = (),
    date: datetime.date | None = None,
) -> bytes:
    """Return rows as a workbook of one sheet: a header row that stays in view and filters.

    `widths` are those of the columns, in characters. `date` is the one the file carries. A text
    longer than a cell holds is cut, and says so.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False})
    created = datetime.datetime.combine(date, datetime.time()) if date else _CREATED
    book.set_properties({"title": title, "created": created})
    page = book.add_worksheet(sheet.translate(_FORBIDDEN_IN_NAMES).strip()[:31] or "Table")
    wrapped = {"text_wrap": True, "valign": "top"}
    plain, quoted = book.add_format(wrapped), book.add_format(wrapped | {"quote_prefix": True})
    header = book.add_format(wrapped | {"bold": True, "bg_color": _NAVY, "font_color": "#FFFFFF"})
    for column in range(len(headings)):
        page.set_column(column, column, widths[column] if column < len(widths) else 24)
    page.freeze_panes(1, 0)
    last = 0
    _write_row(page, 0, headings, header, header)
    for last, row in enumerate(rows, start=1):
        _write_row(page, last, row, plain, quoted)
    page.autofilter(0, 0, last, max(len(headings) - 1, 0))
    book.close()
    return file.getvalue()


def _write_row(page, place, row, plain, quoted):
    for column, value in enumerate(row):
        if isinstance(value, str):
            text = clean(value)
            if len(text) > LONGEST_CELL:
                text = text[: LONGEST_CELL - len(CUT)] + CUT
            page.write_string(place, column, text, quoted if is_like_formula(text) else plain)
        elif value is not None:
            page.write_number(place, column, value, plain)


def rows_of(table) -> tuple[list[str], list[list[str]]]:
    """Return a `Table`'s headings and rows as plain text, its groups' headings as first column.

    The column of groups is left out where no group has a heading.
    """
    grouped = any(group.heading for group in table.groups)
    headings = [column.heading for column in table.columns]
    rows = []
    for group in table.groups:
        for row in group.rows:
            cells = []
            for cell in row.cells:
                cells += [plain_text(cell.blocks)] + [""] * (cell.span - 1)
            rows.append([group.heading, *cells] if grouped else cells)
    return (["Group", *headings] if grouped else headings), rows
