"""Reads tables from text: comma, semicolon, tab or bar between cells; pasted from a pdf, too."""

import csv
import io

from qsdev.tables.encoding import decode
from qsdev.tables.matching import best_count
from qsdev.tables.raw import RawRow, RawTable
from qsdev.tables.refusing import Refusal

DELIMITERS = (",", ";", "\t", "|")
EXAMINED_LINES = 5000
LONGEST_HEADER = 5000


def read_text(path, kind, specs, limits):
    """One `RawTable`, the encoding and the notices of the text file at `path`."""
    with open(path, "rb") as file:
        data = file.read()
    if not data:
        raise Refusal("empty_file", "is empty. Send the file that holds the table.")
    text, encoding, is_guessed = decode(data)
    notices = []
    if is_guessed:
        message = f"The encoding was taken to be {encoding}; check accents and quotation marks."
        notices.append(("encoding_guessed", message))
    first_line, text, delimiter = _stated_delimiter(text)
    _check_is_no_page(text)
    delimiter = delimiter or _find_delimiter(text, specs)
    rows, is_literal = _rows(text, delimiter, kind, limits, first_line)
    if is_literal:
        notices.append(("quotes", "Quotation marks were read as text, for they do not pair."))
    _check_is_table(text, rows)
    table = RawTable("line", "", rows, is_pasted=delimiter == "\t" and kind == "txt")
    return [table], encoding, notices


def _stated_delimiter(text):
    """(number of the first line, text, delimiter) where Excel's line "sep=;" states it."""
    text = text.removeprefix("\ufeff")
    line, _, rest = text.partition("\n")
    line = line.strip().strip('"')
    if line.lower().startswith("sep=") and len(line) == 5:
        return 2, rest, line[4]
    return 1, text, ""


def _check_is_no_page(text):
    start = text[:1000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html", "<?xml")):
        raise Refusal(
            "not_a_table",
            "is a web page, perhaps of a sign-in that had expired. Download the table again.",
        )


def _find_delimiter(text, specs):
    """The delimiter under which a line looks most like the header; else the most frequent."""
    lines = []
    for line in io.StringIO(text):
        if len(line) <= LONGEST_HEADER:
            lines.append(line)
        if len(lines) >= EXAMINED_LINES:
            break
    best = max(DELIMITERS, key=lambda each: _header_score(lines, each, specs))
    if _header_score(lines, best, specs) >= 2:
        return best
    return max(DELIMITERS, key=lambda each: sum(line.count(each) for line in lines[:100]))


def _header_score(lines, delimiter, specs):
    return max(
        (
            best_count([cell.strip(' "\r\n') for cell in line.split(delimiter)], specs)
            for line in lines
            if delimiter in line
        ),
        default=0,
    )


def _rows(text, delimiter, kind, limits, first_line):
    """The rows, and whether quotation marks had to be read as text."""
    csv.field_size_limit(limits.unpacked_bytes)
    text = text.replace("\0", "\x01")
    try:
        return _quoted_rows(text, delimiter, kind, first_line), False
    except csv.Error as error:
        if kind == "txt" and delimiter == "\t":
            return _literal_rows(text, delimiter, first_line), True
        raise Refusal(
            "csv_quotes",
            f"has a quotation mark without its partner, near line {error.args[1]}. "
            "Save it anew from Excel, or put the mark right.",
        ) from error


def _quoted_rows(text, delimiter, kind, first_line):
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    line = 0
    try:
        for cells in reader:
            if kind == "txt" and delimiter == "\t" and _swallowed(cells):
                raise csv.Error("a mark opens a cell and closes another")
            if any(cells):
                rows.append(RawRow(line + first_line, cells))
            line = reader.line_num
    except csv.Error as error:
        raise csv.Error(str(error), line + first_line) from error
    return rows


def _swallowed(cells):
    """Whether a quoted cell took in the ends of lines and of other cells."""
    return any("\t" in cell for cell in cells)


def _literal_rows(text, delimiter, first_line):
    return [
        RawRow(number, line.rstrip("\r\n").split(delimiter))
        for number, line in enumerate(io.StringIO(text, newline=None), first_line)
        if line.strip()
    ]


def _check_is_table(text, rows):
    if text.strip() and not any(len(row.cells) > 1 for row in rows):
        raise Refusal("not_a_table", "holds no table. Send a file with columns and a header row.")
