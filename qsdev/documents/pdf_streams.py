"""Mends the ends of a pdf's streams that checkers read wrongly, one stream in 256.

Typst writes a newline between a stream and `endstream`. Where the stream's own last byte is a
carriage return, page-validation takes the two together for the line end and finds the stream a
byte too short (PDFA2A-STREAM-LENGTH-001). A zero byte after such a stream's compressed data, which
readers of that data never reach, leaves nothing to mistake.
"""

import re
from bisect import bisect_right

_AMBIGUOUS = re.compile(rb"\r\nendstream\nendobj")
_HEADER = re.compile(
    rb" 0 obj\n<<[^>]*?/Length (\d+)(?=/)[^\n]*?/Filter/FlateDecode[^\n]*>>\nstream\n"
)
_ENTRY = re.compile(rb"(\d{10})( \d{5} n)")
_TABLE = re.compile(rb"\nxref\n.*?\nstartxref\n(\d+)\n%%EOF\s*\Z", re.DOTALL)


def with_plain_ends(content: bytes) -> bytes:
    """Return a pdf as Typst writes it, no compressed stream of which ends in a carriage return."""
    changes = []
    for end in (match.start() + 1 for match in _AMBIGUOUS.finditer(content)):
        header = _header_of_stream_ending(content, end)
        if header:
            length = b"%d" % (int(header[1]) + 1)
            changes += [(*header.span(1), length), (end, end, b"\x00")]
    table = _TABLE.search(content)
    if not changes or not table:
        return content
    return _moved(content, changes, table)


def _header_of_stream_ending(content, end):
    """Return the match of the header whose stream ends there, if its length says so too."""
    start = content.rfind(b" 0 obj\n<<", 0, end)
    header = _HEADER.match(content, start) if start >= 0 else None
    return header if header and header.end() + int(header[1]) == end else None


def _moved(content, changes, table):
    """Return the content with its changes made, and the places in its table set right."""
    ends, shifts, parts, done, shift = [], [0], [], 0, 0
    for start, end, new in changes:
        parts += [content[done:start], new]
        done, shift = end, shift + len(new) - (end - start)
        ends.append(end)
        shifts.append(shift)
    parts.append(content[done : table.start()])

    def place(old):
        return int(old) + shifts[bisect_right(ends, int(old))]

    tail = table[0]
    tail = _ENTRY.sub(lambda entry: b"%010d%s" % (place(entry[1]), entry[2]), tail)
    return b"".join(parts) + tail.replace(
        b"startxref\n" + table[1], b"startxref\n%d" % place(table[1])
    )
