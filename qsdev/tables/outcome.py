"""What a reading comes to: rows with their places, notices, or a refusal that says what to do."""

from dataclasses import dataclass, field
from typing import NamedTuple

WARNING = "warning"  # something was changed, joined or dropped: the row can be used
PROBLEM = "problem"  # the row cannot be used as it is
NOTE = "note"  # worth knowing, nothing lost


def column_letters(number):
    """Name of a spreadsheet's column, counted from 1: 1 is "A", 27 is "AA"."""
    letters = ""
    while number > 0:
        number, remainder = divmod(number - 1, 26)
        letters = chr(65 + remainder) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row or a cell stands in its file; rows and columns are counted from 1.

    `kind` is "sheet" (with the sheet's name in `table`), "table" (with its number in the
    document) or "line" (text; `row` is the line's number). Row 0 means the whole table.
    """

    kind: str
    table: str
    row: int = 0
    column: int | None = None

    def __str__(self):
        parts = []
        if self.kind == "sheet":
            parts.append(f"sheet “{self.table}”")
        elif self.kind == "table":
            parts.append(f"table {self.table}")
        if self.row:
            parts.append(f"{'line' if self.kind == 'line' else 'row'} {self.row}")
        if self.column:
            letters = column_letters(self.column) if self.kind == "sheet" else self.column
            parts.append(f"column {letters}")
        return ", ".join(parts) or "the file"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should know about a file or a row, such as text that was dropped."""

    code: str
    message: str
    place: Place | None = None
    severity: str = WARNING


class Row(NamedTuple):
    """One row of a table, its cells by the key of their column.

    Every key asked for that has a column is present, "" where the cell is blank. `heading` is the
    heading row it came under (or its cell in a group column). `continued` are the places of later
    rows that were joined to it, `notices` what concerns this row alone.
    """

    place: Place
    cells: dict[str, str]
    heading: str = ""
    continued: tuple[Place, ...] = ()
    notices: tuple[Notice, ...] = ()

    def place_of(self, key, columns):
        """Place of the cell of `key`; the row's own place if no column holds it."""
        for column in columns:
            if column.key == key:
                return Place(self.place.kind, self.place.table, self.place.row, column.index + 1)
        return self.place


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file, its header as printed, and the key it was matched with (or none).

    `index` is counted from 0. `how` is "exact", "synonym", "likeness", "chosen" or "".
    """

    index: int
    header: str
    key: str | None
    how: str
    place: Place
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table that a person may choose: its number from 0, name, header row and columns."""

    index: int
    name: str
    header_row: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person settled after a refusal: which table, its header row, which column is what.

    `columns` maps a column's index (from 0) to a key; columns left out of it are dropped.
    `header_row` is the row's number in the file (from 1), 0 if there is none, None to look for it.
    """

    table: int | None = None
    header_row: int | None = None
    columns: dict[int, str] | None = None


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file that was read: format, columns, all rows, and what to know about the whole file."""

    file_name: str
    format: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...] = ()
    is_form: bool = False
    encoding: str = ""
    table: str = ""

    @property
    def all_notices(self):
        """The file's notices, then those of its rows."""
        return self.notices + tuple(notice for row in self.rows for notice in row.notices)


@dataclass
class RefusedFile(Exception):
    """The file cannot be read; the message names the file, the place and what to do.

    `scope` is "file" (send another file) or "mapping" (settle it with a `Choice` from `tables`).
    """

    code: str
    message: str
    scope: str = "file"
    tables: tuple[TableFound, ...] = field(default=())

    def __str__(self):
        return self.message
