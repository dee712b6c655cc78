"""Checks a part's XML with a real parser: no DTD in any encoding, well formed, not too deep."""

from xml.parsers import expat

from qsdev.tables.allowance import allow_more_time
from qsdev.tables.refusing import Refusal, corrupt

ROW_MARKS = (b"<row", b"<w:tr>", b"<w:tr ")


class XmlCheck:
    """Takes a part's bytes in chunks; raises `Refusal` at the first thing that is wrong."""

    def __init__(self, name, limits):
        self._name = name
        self._limit = limits.xml_depth
        self._limits = limits
        self._rows = 0
        self._depth = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._on_dtd
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        self._parser = parser

    def feed(self, chunk):
        """Parse the next bytes; a part with many rows is given more time."""
        self._rows += sum(chunk.count(mark) for mark in ROW_MARKS)
        if self._rows > self._limits.large_rows:
            allow_more_time(self._limits)
        try:
            self._parser.Parse(chunk, False)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise corrupt(f"holds a part that is not well formed ({self._name}).") from error

    def close(self):
        """Say that the part has ended."""
        try:
            self._parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise corrupt(f"holds a part that is not well formed ({self._name}).") from error

    def _on_dtd(self, *_):
        raise Refusal(
            "xml_dtd",
            f"holds a document type declaration ({self._name}), which no Office file has. "
            "Open it in Word or Excel, save it anew and send that.",
        )

    def _on_start(self, name, attributes):
        self._depth += 1
        if self._depth > self._limit:
            raise corrupt(f"holds a part that is nested too deep ({self._name}).")

    def _on_end(self, name):
        self._depth -= 1
