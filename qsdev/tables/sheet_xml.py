"""What python-calamine does not say of a sheet: formulas, errors, hidden rows; read by expat."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from qsdev.tables.package import elements
from qsdev.tables.refusing import corrupt

TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HINTS = (b"<f", b":f", b'"e"', b"'e'", b"hidden")
CHUNK = 256 * 1024
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(slots=True)
class Sheet:
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    is_hidden: bool

    def is_worksheet(self, parts):
        """Whether it holds cells (a sheet may hold a chart alone)."""
        return "chartsheet" not in parts[self.relation] and "dialog" not in parts[self.relation]


@dataclass(slots=True)
class Details:
    """Formulas and errors by row and column (rows from 1, columns from 0), and hidden rows."""

    cells: dict = field(default_factory=dict)
    hidden_rows: set = field(default_factory=set)
    notices: list = field(default_factory=list)


def read_workbook(package, main):
    """The sheets in their order; refuses Strict Open XML, which readers take for empty."""
    data = package.read(main)
    parser = expat.ParserCreate(namespace_separator=" ")
    roots = []
    parser.StartElementHandler = lambda name, _: roots.append(name) if not roots else None
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise corrupt("holds a workbook that is not built as Excel builds it.") from error
    if roots[0].rpartition(" ")[0] != TRANSITIONAL:
        raise corrupt("is saved as Strict Open XML, or in a format of its own.")
    sheets = [
        Sheet(
            name=attributes.get("name", ""),
            relation=attributes.get("id", ""),
            is_hidden=attributes.get("state", "visible") != "visible",
        )
        for tag, attributes in elements(data)
        if tag == "sheet"
    ]
    if len({sheet.name for sheet in sheets}) != len(sheets):
        raise corrupt("has two sheets of one name.")
    return sheets


def scan_sheet(package, part):
    """The `Details` of a sheet; the slow way is taken only if a quick look finds a hint."""
    details = Details()
    if _has_hint(package, part):
        with package.open(part) as stream:
            _Scan(details).run(stream)
    return details


def _has_hint(package, part):
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(CHUNK):
            if any(hint in chunk or hint in tail + chunk[:8] for hint in HINTS):
                return True
            tail = chunk[-8:]
    return False


class _Scan:
    def __init__(self, details):
        self._details = details
        self._row = 0
        self._column = -1
        self._is_error = False
        self._formula = self._value = None
        self._into = None

    def run(self, stream):
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_text
        try:
            while chunk := stream.read(CHUNK):
                parser.Parse(chunk, False)
        except (expat.ExpatError, ValueError) as error:
            raise corrupt("holds a sheet that is not built as Excel builds it.") from error

    def _on_start(self, name, attributes):
        tag = name.rpartition(" ")[2]
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self._details.hidden_rows.add(self._row)
        elif tag == "f":
            self._formula, self._into = "", "formula"
        elif tag == "v" and self._is_error:
            self._value, self._into = "", "value"
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            message = "A hidden column was read like the others."
            self._details.notices.append(("hidden_content", message))

    def _start_cell(self, attributes):
        reference = REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _column_index(reference[1]) if reference else self._column + 1
        self._is_error = attributes.get("t") == "e"
        self._formula = self._value = None

    def _on_text(self, text):
        if self._into == "formula":
            self._formula += text
        elif self._into == "value":
            self._value += text

    def _on_end(self, name):
        tag = name.rpartition(" ")[2]
        if tag in ("f", "v"):
            self._into = None
        elif tag == "c":
            self._end_cell()

    def _end_cell(self):
        if self._is_error and self._value:
            found = ("error_cell", self._value)
        elif self._formula is not None:
            found = ("formula", self._formula)
        else:
            return
        self._details.cells.setdefault(self._row, {})[self._column] = found


def _column_index(letters):
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
