"""The cells of one row: cleaned, under their keys, with what was changed or dropped in them."""

from qsdev.tables import cleaning
from qsdev.tables.columns import HEADING, NAME, NUMBER, TEXT
from qsdev.tables.outcome import PROBLEM, WARNING


class RowCells:
    """Reads raw rows by a plan; values come in the order of the plan's keys."""

    def __init__(self, plan, form, limits):
        self._plan = plan
        self._limits = limits
        self._form = form
        self._position = {key: index for index, key in enumerate(plan.keys)}
        self._columns = [
            (column, spec, self._position.get(spec.key))
            for column, spec in sorted(plan.specs.items())
        ]
        self._above = {}  # last cell of each column whose merged cells count for every row

    def cleaned(self, text):
        """A heading, cleaned."""
        return cleaning.clean(text)[0]

    def read(self, row):
        """(values, notices, cell of the group column) of a raw row."""
        values = [""] * len(self._position)
        notices = []
        group = ""
        if row.marks:
            self._apply_marks(row, notices)
        width, longest, is_plain = len(row.cells), self._limits.cell_characters, cleaning.PLAIN
        for column, spec, position in self._columns:
            text = row.cells[column] if column < width else ""
            if not text:
                continue
            if len(text) <= longest and is_plain(text):
                text = text.strip()
            else:
                text = self._clean(text, spec, row, column, notices)
            if spec.kind == HEADING:
                group = text
            elif text:
                values[position] = f"{values[position]}\n{text}" if values[position] else text
            if spec.kind in (NAME, HEADING):
                self._above[column] = text
        return values, notices, group

    def _clean(self, text, spec, row, column, notices):
        if len(text) > self._limits.cell_characters:
            text = text[: self._limits.cell_characters]
            limit = f"{self._limits.cell_characters:,}"
            message = f"The cell is longer than {limit} characters and was cut."
            self._note("cell_too_long", message, row, column, notices, PROBLEM)
        text, codes = cleaning.clean(text) if spec.kind == TEXT else cleaning.clean_name(text)
        for code in codes:
            self._note(code, cleaning.MESSAGES[code], row, column, notices)
        return text

    def _note(self, code, message, row, column, notices, severity=WARNING):
        table = self._plan.table
        counted = None if column is None else column + 1
        place = (table.kind, row.table or table.name, row.number, counted)
        notices.append((code, message, place, severity))

    def _apply_marks(self, row, notices):
        """Turn what the reader marked into notices; cells merged downwards count again."""
        for column, code, message, severity in row.marks:
            spec = self._plan.specs.get(column)
            if column is not None and spec is None:
                continue
            if code == "merged_below":
                message = self._fill_merged(row, column, spec)
                code = "merged_cells"
            elif code == "merged_cells" and spec.kind == NUMBER:
                row.cells[column] = ""
            if message and not (code == "number_cell" and spec.kind == NUMBER):
                self._note(code, message, row, column, notices, severity)

    def _fill_merged(self, row, column, spec):
        if spec.kind == NUMBER:
            return ""
        if spec.kind == TEXT:
            return "The cell is merged with the one above, where its text stands."
        row.cells.extend([""] * (column + 1 - len(row.cells)))
        row.cells[column] = self._above.get(column, "")
        return "The cell is merged with the one above; its text was repeated."

    def take_labels_off(self, row, labels):
        """(kind or None, whether anything but labels is left) of a row of a form."""
        kind = None
        is_filled = False
        cells = list(row.cells)
        for column, cell in enumerate(cells):
            found, rest = labels.take_off(cell) if cell else (None, "")
            spec = self._plan.specs.get(column)
            if found:
                kind = kind or found
                cells[column] = rest
                if rest and spec is None:
                    self._move_into_label_column(cells, rest)
            is_filled = is_filled or bool(spec and cells[column].strip())
        row.cells = cells
        label_column = self._label_column()
        is_moved = label_column is not None and label_column < len(cells) and cells[label_column]
        return kind, is_filled or bool(is_moved)

    def _move_into_label_column(self, cells, text):
        column = self._label_column()
        if column is not None:
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = f"{text}\n{cells[column]}".strip()

    def _label_column(self):
        key = self._form.label_key
        return next((column for column, spec, _ in self._columns if spec.key == key), None)

    def set_form_cells(self, values, kind):
        """Whose form it is, and the kind of the row."""
        values[self._position[self._form.owner_key]] = cleaning.clean_name(self._plan.owner)[0]
        values[self._position[self._form.kind_key]] = kind
