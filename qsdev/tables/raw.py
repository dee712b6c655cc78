"""What a reader hands to the layout: tables of raw rows, before columns have a meaning."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class RawRow:
    """A row as it stands in the file.

    `marks` are (column, code, message, severity) of what was changed in a cell on reading, column
    None for the whole row. `is_span`: one cell lies across the whole width. `spans` gives the
    width of wide cells by column. `table`: number of the Word table it stands in, else "".
    """

    number: int
    cells: list
    marks: tuple = ()
    is_span: bool = False
    spans: dict = field(default_factory=dict)
    table: str = ""


@dataclass(slots=True)
class RawTable:
    """A sheet, one or more Word tables with the same header, or a text.

    `kind` is that of `Place`. `rows` may be read more than once. `is_pasted`: text in which cells
    may be ragged and headings split over cells.
    """

    kind: str
    name: str
    rows: list
    is_pasted: bool = False
