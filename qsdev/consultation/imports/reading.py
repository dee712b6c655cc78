"""Reads a table of comments in the limited child: raw rows, or a refusal that says what to do."""

from qsdev.consultation.imports.columns import COLUMNS, COLUMNS_BY_HAND
from qsdev.tables import Choice, Limits, RefusedFile, read_tables
from stakeholders.imports.words import without_identity

#: A thousand comments are a tenth of a megabyte; what is larger is no table of comments.
LIMITS = Limits(file_bytes=5 * 1024 * 1024, rows=10_000)
LONGEST_PLACE = 200


def read_comments(path, file_name, columns=None, table=None, header_row=None):
    """Read an upload; returns {"rows": …, "columns": …} or {"refused": …}."""
    choice = None
    if columns or table is not None or header_row is not None:
        by_index = {int(index): key for index, key in (columns or {}).items() if key}
        choice = Choice(table=table, header_row=header_row, columns=by_index or None)
    specs = COLUMNS_BY_HAND if columns else COLUMNS
    try:
        found = read_tables(path, file_name=file_name, columns=specs, limits=LIMITS, choose=choice)
    except RefusedFile as refusal:
        return {
            "refused": {
                "message": refusal.message,
                "scope": refusal.scope,
                "tables": [table_kept(each) for each in refusal.tables],
            }
        }
    return {
        "rows": [
            (str(row.place)[:LONGEST_PLACE], kept_cells(row), list(map(as_finding, row.notices)))
            for row in found.rows
        ],
        "columns": {str(column.index): column.key for column in found.columns if column.key},
        "tables": [
            {
                "index": None,
                "name": found.table,
                "header_row": None,
                "columns": [column_kept(column, bool(column.key)) for column in found.columns],
            }
        ],
        "notices": [as_finding(notice) for notice in found.notices],
    }


def kept_cells(row):
    """The raw cells of a row, with nothing beside a pseudonym that stands for an organisation."""
    name = without_identity(row.cells.get("organisation", ""))
    return {**row.cells, "organisation": name}


def as_finding(notice):
    """A notice of the reader as a finding of the row, or of the file."""
    return {
        "code": notice.code,
        "severity": notice.severity,
        "column": None,
        "message": notice.message,
    }


def column_kept(column, with_samples):
    """A column as the page on which columns are matched shows it."""
    return {
        "index": column.index,
        "header": column.header,
        "key": column.key,
        "samples": [without_identity(one) for one in column.samples] if with_samples else [],
    }


def table_kept(table):
    """A table that a refused file offers."""
    return {
        "index": table.index,
        "name": table.name,
        "header_row": table.header_row,
        "columns": [column_kept(column, True) for column in table.columns],
    }
