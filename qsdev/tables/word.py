"""Reads the tables of a .docx: one walk over the document's XML, in time linear in its length.

Merged cells keep their place and are given once; what was inserted under tracked changes is kept,
what was deleted is dropped; content controls are transparent; a nested table that is wanted
becomes a table of its own, any other stays text of its cell.
"""

import re
from xml.parsers import expat

from qsdev.tables.refusing import Refusal, corrupt
from qsdev.tables.word_table import WordTable
from qsdev.tables.word_text import SPACES, symbol

WORD = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DROPPED = {
    *("del", "moveFrom", "delText", "instrText", "delInstrText", "rubyPr"),
    *("rPrChange", "pPrChange", "tcPrChange", "trPrChange", "tblPrChange", "tblPrExChange"),
    *("tblGridChange", "sectPrChange"),
}
TRACKED = {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"}
FETCHING_FIELD = re.compile(r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b", re.I)
OFF = ("0", "false", "off")
DEEPEST = 20
CHUNK = 256 * 1024
MESSAGES = {
    "tracked_changes": "The file has tracked changes: inserted text was read, deleted text not.",
    "hidden_content": "Hidden text was left out.",
    "text_box": "Text in a text box was read with the cell that it stands in.",
    "field_code": "The file contains a field that fetches from elsewhere. It was not followed.",
    "nested_table": "A table within a cell was read as text of the cell.",
}


def read_document(package, main, is_wanted):
    """All tables as `WordTable`s, the short texts between them, and notices.

    `is_wanted(rows)` says whether the rows of a nested table are those that are looked for.
    """
    walk = _Walk(is_wanted)
    with package.open(main) as stream:
        walk.run(stream)
    if not walk.tables:
        raise Refusal("not_a_table", "holds no table. Send the document that holds it.")
    return walk.tables, walk.paragraphs, [(code, MESSAGES[code]) for code in sorted(walk.codes)]


class _Walk:
    def __init__(self, is_wanted):
        self.tables = []
        self.paragraphs = []
        self.codes = set()
        self._is_wanted = is_wanted
        self._open = []  # tables that are being read, the innermost last
        self._outside = []  # text of the paragraph that stands outside tables
        self._skip = 0  # depth within what is dropped
        self._is_text = False
        self._is_hidden = False
        self._is_placeholder = []
        self._is_instruction = False
        self._text = []
        self._starts = self._what_starts()
        self._ends = self._what_ends()

    def _what_starts(self):
        """What to do where an element begins, by its name; its attributes are handed on."""
        return {
            "tbl": self._start_table,
            "tr": lambda _: self._table().start_row(),
            "tc": lambda _: self._table().start_cell(),
            "gridSpan": lambda a: self._table().widen(_number(a)),
            "gridBefore": lambda a: self._table().indent(_number(a)),
            "vMerge": lambda a: self._table().merge_down(a.get("val", "continue")),
            "t": self._start_text,
            "r": self._start_run,
            "vanish": self._hide,
            "tab": lambda a: None if a else self._add("\t"),  # with attributes it is a tab stop
            "br": lambda _: self._add("\n"),
            "cr": lambda _: self._add("\n"),
            "noBreakHyphen": lambda _: self._add("\u2011"),
            "sym": lambda a: self._add(symbol(a.get("font", ""), a.get("char", ""))),
            "txbxContent": lambda _: self.codes.add("text_box"),
            "sdt": lambda _: self._is_placeholder.append(False),
            "showingPlcHdr": self._start_placeholder,
            "fldSimple": lambda a: self._check_field(a.get("instr", "")),
        }

    def _what_ends(self):
        """What to do where an element ends."""
        return {
            "tbl": self._end_table,
            "tr": lambda: self._table().end_row(),
            "tc": lambda: self._table().end_cell(),
            "p": self._end_paragraph,
            "t": self._end_text,
            "sdt": lambda: self._is_placeholder.pop(),
        }

    def run(self, stream):
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_text
        try:
            while chunk := stream.read(CHUNK):
                parser.Parse(chunk, False)
        except (expat.ExpatError, IndexError) as error:
            raise corrupt("holds a table that is not built as Word builds it.") from error

    def _on_start(self, name, attributes):
        space, _, tag = name.rpartition(" ")
        if space not in WORD:
            if space == COMPATIBILITY and tag == "Fallback":
                self._skip += 1
            elif space == MATHS and tag == "t":
                self._start_text(attributes)
            return
        if tag in TRACKED:
            self._track(tag)
        if tag in DROPPED:
            self._skip += 1
            self._is_instruction = tag == "instrText"
            self._text = []
        elif not self._skip and tag in self._starts:
            plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            self._starts[tag](plain)

    def _on_end(self, name):
        space, _, tag = name.rpartition(" ")
        if space not in WORD:
            if space == COMPATIBILITY and tag == "Fallback":
                self._skip -= 1
            elif space == MATHS and tag == "t":
                self._end_text()
        elif tag in DROPPED:
            self._skip -= 1
            if self._is_instruction:
                self._check_field("".join(self._text))
                self._is_instruction = False
        elif not self._skip and tag in self._ends:
            self._ends[tag]()

    def _track(self, tag):
        """Notes a tracked change; a row or cell that was deleted is dropped with its text."""
        self.codes.add("tracked_changes")
        if self._open and tag == "del":
            self._table().delete_row_if_its_own()
        elif self._open and tag == "cellDel":
            self._table().delete_cell()

    def _table(self):
        return self._open[-1]

    def _start_table(self, _):
        if len(self._open) >= DEEPEST:
            raise corrupt("has tables nested too deep.")
        self._open.append(WordTable())

    def _end_table(self):
        table = self._open.pop()
        table.finish()
        if not self._open or (table.rows and self._is_wanted(table.rows)):
            self.tables.append(table)
        else:
            self.codes.add("nested_table")
            self._add(table.as_text())

    def _start_run(self, _):
        self._is_hidden = False

    def _hide(self, attributes):
        self._is_hidden = attributes.get("val", "1") not in OFF

    def _start_placeholder(self, attributes):
        if self._is_placeholder and attributes.get("val", "1") not in OFF:
            self._is_placeholder[-1] = True

    def _start_text(self, _):
        self._is_text = True
        self._text = []

    def _on_text(self, text):
        if self._is_text or self._is_instruction:
            self._text.append(text)

    def _end_text(self):
        self._is_text = False
        text = "".join(self._text)
        if self._is_hidden:
            if text.strip():
                self.codes.add("hidden_content")
        else:
            self._add(text)

    def _add(self, text):
        if any(self._is_placeholder) or self._is_hidden:
            return
        if self._open:
            self._open[-1].add(text)
        else:
            self._outside.append(text)

    def _end_paragraph(self):
        self._is_hidden = False
        if self._open:
            self._open[-1].add("\n")
            return
        text = SPACES.sub(" ", "".join(self._outside)).strip()
        self._outside = []
        if 0 < len(text) <= 300 and len(self.paragraphs) < 500:
            self.paragraphs.append((len(self.tables), text))

    def _check_field(self, instruction):
        if FETCHING_FIELD.match(instruction):
            self.codes.add("field_code")


def _number(attributes):
    value = attributes.get("val", "1")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 1
