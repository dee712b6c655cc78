"""One table of a Word document while it is read: rows of cells in the columns of its grid."""

from dataclasses import dataclass, field

from qsdev.tables.refusing import corrupt

WIDEST = 1000  # grid columns; beyond that no person made the table


@dataclass(slots=True)
class WordRow:
    """Cells by the grid column in which they begin; "" where a wide cell goes on."""

    number: int
    cells: list = field(default_factory=list)
    spans: dict = field(default_factory=dict)
    merged_below: list = field(default_factory=list)
    cell_count: int = 0


class WordTable:
    """Collects a table's rows; `rows` are complete after `finish()`."""

    def __init__(self):
        self.rows = []
        self._row = None
        self._number = 0
        self._is_row_deleted = False
        self._parts = None  # text of the open cell, None between cells
        self._span = 1
        self._merge = ""
        self._is_cell_deleted = False

    def start_row(self):
        self._number += 1
        self._row = WordRow(self._number)
        self._is_row_deleted = False

    def indent(self, count):
        self._check_width(count)
        self._row.cells.extend([""] * count)

    def start_cell(self):
        self._parts = []
        self._span = 1
        self._merge = ""
        self._is_cell_deleted = False

    def widen(self, span):
        self._check_width(span)
        self._span = max(1, span)

    def merge_down(self, value):
        self._merge = value

    def delete_cell(self):
        self._is_cell_deleted = True

    def delete_row_if_its_own(self):
        """A deletion that stands in the row and in none of its cells is the row's own."""
        if self._row is not None and self._parts is None:
            self._is_row_deleted = True

    def add(self, text):
        if self._parts is not None:
            self._parts.append(text)

    def end_cell(self):
        self._check_width(self._span)
        if self._parts is None:
            raise corrupt("has a table cell that ends twice.")
        row = self._row
        start = len(row.cells)
        text = "".join(self._parts).strip()
        if self._merge == "continue":
            row.merged_below.append(start)
        row.cells.append("" if self._is_cell_deleted or self._merge == "continue" else text)
        row.cells.extend([""] * (self._span - 1))
        row.cell_count += 1
        if self._span > 1:
            row.spans[start] = self._span
        self._parts = None

    def end_row(self):
        self._check_width(0)
        if not self._is_row_deleted:
            self.rows.append(self._row)
        self._row = None

    def finish(self):
        """Take away the grid columns in which no row begins a cell."""
        begun = set()
        for row in self.rows:
            column = 0
            while column < len(row.cells):
                begun.add(column)
                column += row.spans.get(column, 1)
        widest = max((len(row.cells) for row in self.rows), default=0)
        if len(begun) == widest:
            return
        kept = {column: index for index, column in enumerate(sorted(begun))}
        for row in self.rows:
            _compress(row, kept)

    def as_text(self):
        """The table as the text of the cell that holds it."""
        lines = ["\t".join(cell for cell in row.cells if cell) for row in self.rows]
        return "\n".join(line for line in lines if line)

    def _check_width(self, count):
        if self._row is None or len(self._row.cells) + count > WIDEST:
            raise corrupt("has a table that is not built as Word builds it.")


def _compress(row, kept):
    spans = {}
    for start, span in row.spans.items():
        inside = sum(1 for column in range(start, start + span) if column in kept)
        if inside > 1:
            spans[kept[start]] = inside
    row.merged_below = [kept[column] for column in row.merged_below if column in kept]
    row.cells = [cell for column, cell in enumerate(row.cells) if column in kept]
    row.spans = spans
