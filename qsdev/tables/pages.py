"""Text taken from a pdf: each page repeats the header, and its cells follow that header."""

from qsdev.tables.matching import match_one


def page_columns(header_cells, specs, full_width):
    """For a page's own header row, the column of the whole table by position on this page.

    A header as wide as the table's stands for the same columns, however garbled. A narrower one
    is matched by its names; a cell that lost its name takes the first column free at that point.
    """
    if len(header_cells) >= full_width:
        return None
    by_key = {}
    for column, spec in specs.items():
        by_key.setdefault(spec.key, column)
    every = tuple(dict.fromkeys(specs.values()))
    columns = []
    for cell in header_cells:
        spec, _ = match_one(cell, every)
        columns.append(by_key[spec.key] if spec else None)
    for position, column in enumerate(columns):
        if column is None:
            before = columns[position - 1] if position else -1
            columns[position] = before + 1 if before + 1 not in columns else None
    return columns


def spread(cells, columns, width):
    """The cells of a page's row in the columns of the whole table."""
    spread_cells = [""] * width
    for position, cell in enumerate(cells):
        column = columns[position] if position < len(columns) else None
        if cell and column is not None:
            joined = [spread_cells[column], cell] if spread_cells[column] else [cell]
            spread_cells[column] = " ".join(joined)
        elif cell:
            spread_cells[-1] = f"{spread_cells[-1]} {cell}".strip()
    return spread_cells
