"""Decides what is to be read: which table, from which row, which column is what."""

from dataclasses import astuple, dataclass, field

from qsdev.tables.asking import ask, ask_for_missing, ask_for_one, check_duplicates
from qsdev.tables.columns import HEADING, NUMBER
from qsdev.tables.forms import find_owner
from qsdev.tables.headers import Found, find_header, place_in, samples_below
from qsdev.tables.matching import as_columns, names_of, plain
from qsdev.tables.outcome import WARNING

EXAMINED_ROWS = 40


@dataclass(slots=True)
class Plan:
    """What is to be read: table, first row, which column is what, and whose form it is."""

    table: object
    start: int  # position in table.rows of the first row below the header
    specs: dict  # the spec by column
    columns: list
    keys: list
    headers: dict  # the words by which a repeated header row is known, by column
    owner: str | None = None
    notices: list = field(default_factory=list)

    def header_words(self, column):
        """The plain words of a header in this column: its own, and the other names of its spec.

        In text that was pasted columns shift from page to page, so there any column's words count:
        a row that says "No" and "Statement" is a header there, and in a table with columns a row.
        """
        if self.table.is_pasted:
            return frozenset().union(*self.headers.values())
        return self.headers.get(column, frozenset())

    def column_of(self, kind):
        """The first column whose spec is of this kind, or None."""
        return next((column for column, spec in self.specs.items() if spec.kind == kind), None)


def make_plan(tables, specs, choose, form, paragraphs):
    """The `Plan` for the one table that was meant; raises a refusal of scope "mapping"."""
    required = {spec.key for spec in specs if spec.required}
    if choose:
        found = [_chosen(tables, specs, choose)]
    else:
        found = [each for each in (find_header(table, specs) for table in tables) if each]
    whole = [each for each in found if required <= each.keys]
    if len(whole) > 1:
        raise ask_for_one(whole, specs, tables)
    if whole:
        check_duplicates(whole[0], specs, tables)
        return _plan(whole[0], specs)
    if form and not any(_is_numbered(each) for each in found):
        owned = [each for each in found if required - each.keys <= {form.owner_key}]
        owner = find_owner(tables, paragraphs, form)
        if len(owned) == 1 and owner is not None:
            check_duplicates(owned[0], specs, tables)
            return _plan(owned[0], specs, form, owner)
    raise ask_for_missing([each for each in found if each.keys], required, specs, tables)


def left_out(tables, plan, specs):
    """Notices on tables that look like the one that is read, and are not read."""
    notices = []
    for table in tables:
        if table is not plan.table and (found := find_header(table, specs)):
            place = place_in(table, found.position)
            message = f"A table that looks like the one that was read was left out: {place}."
            notices.append(("table_left_out", message, astuple(place), WARNING))
    return notices


def _is_numbered(found):
    return any(spec and spec.kind == NUMBER for spec, _ in found.matches)


def _chosen(tables, specs, choose):
    """The header as a person settled it: table, header row, columns; what they left is found."""
    index = choose["table"] or 0
    if not 0 <= index < len(tables):
        raise ask("no_header", "does not hold the table that was chosen.", tables, specs)
    table = tables[index]
    found = find_header(table, specs) or Found(table, -1, [])
    if choose["header_row"] is not None:
        numbers = [row.number for row in table.rows]
        chosen = choose["header_row"]
        found.position = numbers.index(chosen) if chosen in numbers else -1
    if choose["columns"]:
        by_key = {spec.key: spec for spec in specs}
        columns = {int(column): by_key.get(key) for column, key in choose["columns"].items()}
        printed = len(table.rows[found.position].cells) if found.position >= 0 else 0
        width = max([printed, *(column + 1 for column in columns)])
        specs_chosen = [columns.get(column) for column in range(width)]
        found.matches = [(spec, "chosen" if spec else "") for spec in specs_chosen]
    return found


def _plan(found, specs, form=None, owner=None):
    by_column = {column: spec for column, (spec, _) in enumerate(found.matches) if spec}
    samples = samples_below(found.table, found.position, set(by_column))
    place = place_in(found.table, found.position)
    columns = as_columns(found.cells, found.matches, place, samples)
    if found.position >= 0:
        _widen(by_column, found.table.rows[found.position].spans)
    plan = Plan(
        table=found.table,
        start=found.position + 1,
        specs=by_column,
        columns=columns,
        keys=_keys(by_column, specs, form),
        headers=_header_words(found.cells, by_column, specs),
        owner=owner,
    )
    plan.notices = _dropped_columns(plan)
    return plan


def _header_words(cells, by_column, specs):
    """The plain words of a header by column; under -1 those of every spec."""
    words = {-1: frozenset(names_of(specs)) - {""}}
    for column in range(max([len(cells), *(column + 1 for column in by_column)])):
        own = {plain(cells[column])} if column < len(cells) else set()
        named = names_of((by_column[column],)) if column in by_column else ()
        words[column] = frozenset({*own, *named}) - {""}
    return words


def _widen(by_column, spans):
    """A header cell that spans several columns names them all."""
    for start, span in spans.items():
        if start in by_column:
            for column in range(start + 1, start + span):
                by_column.setdefault(column, by_column[start])


def _keys(by_column, specs, form):
    present = {spec.key for spec in by_column.values() if spec.kind != HEADING}
    keys = [spec.key for spec in specs if spec.key in present]
    if form:
        keys = [key for key in (form.owner_key, form.kind_key) if key not in keys] + keys
    return keys


def _dropped_columns(plan):
    """A notice on the columns that nobody asked for: they are left out, values and all."""
    if plan.owner is not None:
        return []
    rows = plan.table.rows[plan.start : plan.start + EXAMINED_ROWS]
    width = max((len(row.cells) for row in rows), default=0)
    headers = {column.index: column.header for column in plan.columns}
    names = []
    for column in range(max(width, len(plan.columns))):
        header = headers.get(column, "")
        if column not in plan.specs and (header or _has_content(rows, column)):
            names.append(f"“{header[:40]}”" if header else "one without header")
    if not names:
        return []
    listed = ", ".join(names[:10])
    return [("extra_columns", f"Columns that nobody asked for were left out: {listed}.")]


def _has_content(rows, column):
    return any(len(row.cells) > column and row.cells[column] for row in rows)
