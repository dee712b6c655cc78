"""The shape of a table's rows: what they cover, and which are low enough to be kept on one page."""

from collections.abc import Iterator

from qsdev.documents.blocks import DocumentError, Row, Table
from qsdev.documents.reading import plain_text

_LETTER_WIDTH = 95
_WIDE_LETTER = 115
_MARGINS = 200
# A third of a page: 20 lines where the text is 9,412 wide, upright, and 13 where it is 14,344.
_LINES_TIMES_WIDTH = 190_000


def column_widths(table: Table, text_width: int) -> list[int]:
    """Return the width of each column in twentieths of a point; together the text's width.

    Raises DocumentError if there is no column, or one without a width.
    """
    if not table.columns or min(column.width for column in table.columns) <= 0:
        raise DocumentError(f"The table {table.caption!r} needs columns wider than nothing.")
    whole = sum(column.width for column in table.columns)
    widths = [round(text_width * column.width / whole) for column in table.columns]
    widths[-1] += text_width - sum(widths)
    return widths


def check_spans(row: Row, columns: int) -> None:
    """Raise DocumentError unless the cells of a row cover its table's columns."""
    covered = sum(cell.span for cell in row.cells)
    if covered != columns:
        raise DocumentError(f"A row covers {covered} columns of a table that has {columns}.")


def cell_widths(row: Row, widths: list[int]) -> Iterator[int]:
    """Yield the width of each cell of a row, given its table's columns."""
    place = 0
    for cell in row.cells:
        yield sum(widths[place : place + cell.span])
        place += cell.span


def is_kept_whole(row: Row, widths: list[int]) -> bool:
    """Return whether a row is low enough, by its letters, not to be split over two pages."""
    return are_low([plain_text(cell.blocks) for cell in row.cells], row, widths)


def are_low(texts: list[str], row: Row, widths: list[int]) -> bool:
    """Return whether the texts of a row's cells are all low enough; as `is_kept_whole`."""
    tallest = _LINES_TIMES_WIDTH // sum(widths)
    for text, width in zip(texts, cell_widths(row, widths), strict=True):
        letters = max((width - _MARGINS) // _LETTER_WIDTH, 1)
        if sum(1 + len(line) // letters for line in text.split("\n")) > tallest:
            return False
    return True


def longest_word(text: str, width: int) -> int:
    """Return from how many letters on words are broken in a cell; 0 if it has none so long."""
    letters = max((width - _MARGINS) // _WIDE_LETTER, 1)
    return letters if max(map(len, text.split()), default=0) > letters else 0
