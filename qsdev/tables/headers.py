"""Finds the header row of a table: below titles, under its own names or like ones."""

from dataclasses import dataclass

from qsdev.tables.cleaning import clean
from qsdev.tables.matching import match_header, names_of, plain
from qsdev.tables.outcome import Place

EXAMINED_ROWS = 60
FEWEST = 2
SAMPLES = 3
SAMPLE_ROWS = 40
LONGEST_SAMPLE = 120
LONGEST_NAME = 300


@dataclass(slots=True)
class Found:
    """A header row: its position in the table's rows (-1: none) and its matches by column."""

    table: object
    position: int
    matches: list

    @property
    def keys(self):
        """The keys of the columns that were found."""
        return {spec.key for spec, _ in self.matches if spec}

    @property
    def cells(self):
        """The printed headers, one for each match."""
        cells = list(self.table.rows[self.position].cells) if self.position >= 0 else []
        return [clean(cell)[0] for cell in cells] + [""] * (len(self.matches) - len(cells))


def find_header(table, specs):
    """The first row that meets every required column, else the row that meets most of two."""
    required = {spec.key for spec in specs if spec.required}
    best = None
    examined = table.rows if table.kind == "line" else table.rows[:EXAMINED_ROWS]
    for position, row in enumerate(examined):
        if sum(1 for cell in row.cells if cell) < FEWEST:
            continue
        matches = match_header(row.cells, specs) if _may_be_header(row, specs) else []
        found = Found(table, position, matches)
        if required <= found.keys:
            return found
        if len(found.keys) >= FEWEST and (best is None or len(found.keys) > len(best.keys)):
            best = found
    return best


def _may_be_header(row, specs):
    """Quick look: in a header row at least one short cell bears a name exactly."""
    known = names_of(specs)
    return any(plain(cell) in known for cell in row.cells if cell and len(cell) < LONGEST_NAME)


def samples_below(table, position, wanted=None):
    """The first few values of each column below `position`, cut short; of `wanted` columns only."""
    rows = table.rows[position + 1 : position + 1 + SAMPLE_ROWS]
    width = max((len(row.cells) for row in rows), default=0)
    samples = [[] for _ in range(width)]
    for row in rows:
        for column, cell in enumerate(row.cells):
            is_wanted = wanted is None or column in wanted
            if cell and is_wanted and len(samples[column]) < SAMPLES:
                samples[column].append(clean(cell[:LONGEST_SAMPLE])[0])
    return samples


def place_in(table, position):
    """Place of the row at `position`; of the whole table for -1."""
    if position < 0 or not table.rows:
        return Place(table.kind, table.name)
    row = table.rows[position]
    return Place(table.kind, row.table or table.name, row.number)
