"""Joins the Word tables that are pages of one table: those under the same header."""

from qsdev.tables.columns import NUMBER
from qsdev.tables.matching import match_header
from qsdev.tables.outcome import WARNING
from qsdev.tables.raw import RawRow, RawTable

EXAMINED_ROWS = 10
FEWEST = 2


def group_tables(word_tables, specs):
    """`RawTable`s in the order in which their first pages stand in the document."""
    groups = {}
    latest = None
    for number, word_table in enumerate(word_tables, 1):
        rows = [_raw_row(row, str(number)) for row in word_table.rows]
        header = _header_keys(rows, specs)
        if header is None and latest and _continues(rows, latest, specs):
            latest.rows += rows
            continue
        identity = _page_of(header, rows, groups) or number
        if identity in groups:
            groups[identity].rows += rows
        else:
            groups[identity] = RawTable("table", str(number), rows)
        latest = groups[identity] if header else None
    return list(groups.values())


def _page_of(header, rows, groups):
    """The header under which these rows belong; a garbled header is that of a table as wide."""
    if header is None or header in groups:
        return header
    width = _width(rows)
    for known, table in groups.items():
        if isinstance(known, frozenset) and header < known and _width(table.rows) == width:
            return known
    return header


def _width(rows):
    return max((len(row.cells) for row in rows), default=0)


def _raw_row(row, table):
    marks = tuple(
        (column, "merged_below", "The cell is merged with the one above.", WARNING)
        for column in row.merged_below
    )
    is_span = row.cell_count == 1 and len(row.cells) > 1
    return RawRow(row.number, row.cells, marks, is_span, row.spans, table)


def _header_keys(rows, specs):
    """The keys met by the best header row near the top, None if there is none."""
    best = ()
    for row in rows[:EXAMINED_ROWS]:
        keys = tuple(spec.key for spec, _ in match_header(row.cells, specs) if spec)
        if len(set(keys)) > len(set(best)):
            best = keys
    return frozenset(best) if len(set(best)) >= FEWEST else None


def _continues(rows, table, specs):
    """Whether a table without header goes on where `table` ended: as wide, and numbered."""
    column = _number_column(table.rows, specs)
    if column is None or not rows or _width(rows) != _width(table.rows):
        return False
    first = rows[0].cells
    return len(first) > column and (first[column].isdigit() or not first[column])


def _number_column(rows, specs):
    for row in rows[:EXAMINED_ROWS]:
        for column, (spec, _) in enumerate(match_header(row.cells, specs)):
            if spec and spec.kind == NUMBER:
                return column
    return None
