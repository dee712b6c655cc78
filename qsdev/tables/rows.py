"""Makes the rows below a header into suggestions' rows: headings, continuations, repeated headers.

Rows come out in the form in which the child sends them:
[place, values, heading, places of joined rows, notices], each place (kind, table, row, column).
"""

from qsdev.tables.columns import HEADING, NAME, NUMBER
from qsdev.tables.forms import Labels
from qsdev.tables.headings import heading_of, is_repeated_header
from qsdev.tables.outcome import NOTE, WARNING
from qsdev.tables.pages import page_columns, spread
from qsdev.tables.refusing import Refusal
from qsdev.tables.row_cells import RowCells

NUMBERED_ROWS = 500  # rows in which a number must occur for the column to count
MESSAGES = {
    "continuation": "This row was joined to the row above, for it has no number of its own.",
    "no_number": "This row has no number; it was not joined to the row above.",
}


class Assembly:
    """Turns the rows of a plan's table into finished rows; `notices` are complete at the end."""

    def __init__(self, plan, form, limits):
        self.notices = list(plan.notices)
        self._plan = plan
        self._limits = limits
        self._table = plan.table
        self._number = self._numbered_column()
        self._name = plan.column_of(NAME)
        self._group = plan.column_of(HEADING)
        self._cells = RowCells(plan, form, limits)
        self._labels = Labels(form) if plan.owner is not None else None
        self._kind = self._labels.first_kind if self._labels else ""
        self._width = max([*plan.specs, len(plan.columns) - 1], default=0) + 1
        self._heading = ""
        self._heading_column = self._column_of_headings()
        self._open = None
        self._is_new_page = False
        self._page = None
        self._page_table = ""
        self._dropped_headers = self._dropped_numbers = self._count = 0

    def rows(self):
        """Yields finished rows, in order; raises `Refusal` at one too many."""
        for row in self._table.rows[self._plan.start :]:
            finished = self._take(row)
            if finished:
                yield self._counted(finished)
        if self._open:
            yield self._counted(self._open)
        self._report()

    def _counted(self, finished):
        self._count += 1
        if self._count > self._limits.rows:
            raise Refusal(
                "too_many_rows",
                f"has more than {self._limits.rows:,} rows. Split it into several files.",
            )
        return finished

    def _numbered_column(self):
        """The column of the rows' numbers; None if there is none or it was never filled in."""
        column = self._plan.column_of(NUMBER)
        if column is None:
            return None
        rows = self._table.rows[self._plan.start : self._plan.start + NUMBERED_ROWS]
        filled = (row.cells for row in rows if len(row.cells) > column and row.cells[column])
        if any(sum(1 for cell in cells if cell) > 1 for cells in filled):
            return column  # a number that stands alone would be a heading
        self.notices.append(("id_missing", "The column for numbers is empty.", None, NOTE))
        return None

    def _column_of_headings(self):
        """The first column, where it holds numbers or nothing asked for: words in it are headings.

        None if it holds names or text: there only a cell across the table is a heading.
        """
        spec = self._plan.specs.get(0)
        return 0 if spec is None or spec.kind == NUMBER else None

    def _take(self, row):
        """Take the next raw row; the row that it finishes, if any."""
        if row.table != self._page_table:
            self._page_table, self._is_new_page, self._page = row.table, True, None
        if self._table.is_pasted and self._is_page_number(row):
            self._dropped_numbers += 1
            return None
        number = self._number_in(row)
        if not number.isdigit():
            if not any(cell.strip() for cell in row.cells):
                return None
            if is_repeated_header(row.cells, self._plan.header_words):
                return self._start_page(row)
            if self._take_heading(row):
                return self._close()
        if self._page and len(row.cells) < self._width:
            row.cells = spread(row.cells, self._page, self._width)
        if self._labels:
            return self._form_row(row)
        return self._place_row(row, number)

    def _number_in(self, row):
        if self._number is None or self._number >= len(row.cells):
            return ""
        if any(mark[:2] == (self._number, "merged_cells") for mark in row.marks):
            return ""  # repeated from above: the row continues that one
        return row.cells[self._number].strip()

    def _start_page(self, row):
        self._dropped_headers += 1
        self._is_new_page = True
        if self._labels:
            found = (self._labels.take_off(cell)[0] for cell in row.cells if cell)
            self._kind = next((kind for kind in found if kind), self._kind)
        if self._table.is_pasted:
            self._page = page_columns(row.cells, self._plan.specs, self._width)

    def _take_heading(self, row):
        """Whether the row is a heading of the rows that follow; it is kept if so."""
        heading = heading_of(row, self._heading_column, self._table.is_pasted)
        if not heading:
            return False
        if self._labels and self._labels.take_off(heading)[0]:
            return False
        self._heading = self._cells.cleaned(heading)
        return True

    def _is_page_number(self, row):
        return len(row.cells) == 1 and self._width > 2 and row.cells[0].strip().isdigit()

    def _place_row(self, row, number):
        is_new_page, self._is_new_page = self._is_new_page, False
        if self._table.is_pasted and self._is_fragment(row, number):
            text = " ".join(cell for cell in row.cells if cell)
            row.cells = [*[""] * (self._width - 1), text]
            number = ""
        if number or self._number is None:
            finished = self._close()
            self._open = self._finished(row)
            return finished
        if self._stands_alone(row) and not (is_new_page and self._open):
            finished = self._close()
            self._open = self._finished(row, "no_number")
            return finished
        if self._open:
            self._join(row)
        else:
            self._keep_orphan(row)
        return None

    def _is_fragment(self, row, number):
        """Words where the number belongs, in a row that lacks cells: the rest of a broken page."""
        is_ragged = len(row.cells) < self._width - 1
        return bool(self._open) and is_ragged and number and not number[0].isdigit()

    def _stands_alone(self, row):
        """Whether a row without number names somebody and says something of its own."""
        if self._name is None or self._name >= len(row.cells) or not row.cells[self._name]:
            return False
        others = (column for column in self._plan.specs if column != self._name)
        return any(column < len(row.cells) and row.cells[column] for column in others)

    def _finished(self, row, code=""):
        values, notices, group = self._cells.read(row)
        place = self._place(row)
        if code:
            notices.append((code, MESSAGES[code], place, WARNING))
        heading = group if self._group is not None else self._heading
        return [place, values, heading, [], notices]

    def _place(self, row, column=None):
        return (self._table.kind, row.table or self._table.name, row.number, column)

    def _join(self, row):
        values, notices, _ = self._cells.read(row)
        _, opened, _, continued, open_notices = self._open
        for index, value in enumerate(values):
            if value:
                opened[index] = f"{opened[index]}\n{value}" if opened[index] else value
        place = self._place(row)
        continued.append(place)
        open_notices += notices
        open_notices.append(("continuation", MESSAGES["continuation"], place, WARNING))

    def _keep_orphan(self, row):
        """Text that continues nothing is kept in a notice, word for word."""
        values, _, _ = self._cells.read(row)
        text = " | ".join(value for value in values if value)
        message = f"This text stands above the first numbered row and belongs to none: {text}"
        self.notices.append(("orphan_text", message, self._place(row), WARNING))

    def _form_row(self, row):
        kind, is_filled = self._cells.take_labels_off(row, self._labels)
        self._kind = kind or self._kind
        if not is_filled:
            return None
        finished = self._close()
        self._open = self._finished(row)
        self._cells.set_form_cells(self._open[1], self._kind)
        return finished

    def _close(self):
        finished, self._open = self._open, None
        return finished

    def _report(self):
        if self._dropped_headers:
            message = f"Repeated header rows were dropped: {self._dropped_headers}."
            self.notices.append(("repeated_header", message, None, NOTE))
        if self._dropped_numbers:
            message = f"Page numbers were dropped: {self._dropped_numbers}."
            self.notices.append(("page_number", message, None, NOTE))
