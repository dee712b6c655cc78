"""The review flowchart, drawn from its numbers: papers identified, screened, excluded, included."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from qsdev.documents.blocks import Column, Picture, Row, RowGroup, Table
from qsdev.documents.shorthand import row

WIDTH = 920
_GAP = 28
_PADDING = 16
_SIZE = 17
_LINE = 24
_LETTER = 0.54
_NAVY, _PALE, _INK = "#00436c", "#eef4f6", "#0e0e0e"


@dataclass(frozen=True, slots=True)
class Papers:
    """A number of papers, and where they came from or why they were left out."""

    label: str
    papers: int

    @property
    def words(self) -> str:
        """Return both as a line: "Databases: 365"."""
        return f"{self.label}: {self.papers:,}"


@dataclass(frozen=True, slots=True)
class ReviewFlow:
    """The numbers of an evidence review. `included` is as stated; sums are derived.

    For example `ReviewFlow((Papers("Databases", 365), Papers("Stakeholders", 101)),
    (Papers("Not from the UK", 300),), 6)`.
    """

    identified: tuple[Papers, ...]
    excluded: tuple[Papers, ...]
    included: int

    @property
    def screened(self) -> int:
        """Return how many papers were identified, from everywhere."""
        return sum(source.papers for source in self.identified)

    @property
    def left_out(self) -> int:
        """Return how many were excluded: for the reasons given, or else all not included."""
        given = sum(reason.papers for reason in self.excluded)
        return given if self.excluded else self.screened - self.included


def flowchart(flow: ReviewFlow, *, caption: str, anchor: str = "", width: float = 1.0) -> Picture:
    """Return the flowchart as a picture, with a sentence that says all it shows."""
    return Picture(draw(flow), in_words(flow), caption=caption, anchor=anchor, width=width)


def in_words(flow: ReviewFlow) -> str:
    """Return the flowchart's numbers as text."""
    sources = "; ".join(source.words for source in flow.identified)
    reasons = "; ".join(reason.words for reason in flow.excluded)
    why = f" ({reasons})" if reasons else ""
    return (
        f"Flowchart. Papers identified: {sources}. Papers screened: {flow.screened:,}. "
        f"Papers excluded: {flow.left_out:,}{why}. Papers included: {flow.included:,}."
    )


def flowchart_table(flow: ReviewFlow, *, caption: str, anchor: str = "") -> Table:
    """Return the same numbers as a table."""
    identified = RowGroup(_rows(flow.identified), heading="Papers identified")
    screened = RowGroup((row("Papers screened", f"{flow.screened:,}"),), heading="Screening")
    reasons = (*_rows(flow.excluded), row("Papers excluded, together", f"{flow.left_out:,}"))
    excluded = RowGroup(reasons, heading="Papers excluded")
    included = RowGroup((row("Papers included", f"{flow.included:,}"),), heading="Result")
    columns = (Column("Step", 4, names_row=True), Column("Papers", 1))
    return Table(caption, columns, (identified, screened, excluded, included), anchor=anchor)


def _rows(numbers) -> tuple[Row, ...]:
    return tuple(row(part.label, f"{part.papers:,}") for part in numbers)


def draw(flow: ReviewFlow) -> str:
    """Return the flowchart as SVG: real text in Inter, nothing outside itself, no style sheets."""
    count = max(len(flow.identified), 1)
    width = (WIDTH - _GAP * (count - 1)) / count
    tops = [(f"{source.label}", f"{source.papers:,} papers") for source in flow.identified]
    height = max((_height(lines, width) for lines in tops), default=0)
    parts = [
        _box(place * (width + _GAP), 0, width, height, lines) for place, lines in enumerate(tops)
    ]
    middle = WIDTH * 0.29
    bar = height + _GAP
    starts = [place * (width + _GAP) + width / 2 for place in range(len(tops))]
    parts += [_line(start, height, start, bar) for start in starts]
    parts.append(_line(min(starts, default=middle), bar, max([*starts, middle]), bar))
    below = bar + _GAP
    parts.append(_arrow(middle, bar, middle, below))
    body, end = _lower_part(flow, middle, below)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {end:g}" '
        f'width="{WIDTH}" height="{end:g}" font-family="Inter, Arial, sans-serif" '
        f'font-size="{_SIZE}" fill="{_INK}">{"".join(parts)}{body}</svg>'
    )


def _lower_part(flow, middle, top):
    """Return what lies under the sources (screened, excluded, included) and where it ends."""
    width = middle * 2
    right, right_width = middle * 2 + 60, WIDTH - middle * 2 - 60
    screened = ("Papers screened", f"{flow.screened:,} papers")
    reasons = [f"• {reason.words}" for reason in flow.excluded]
    excluded = ("Papers excluded", f"{flow.left_out:,} papers", *reasons)
    height = _height(screened, width)
    beside = _height(excluded, right_width)
    under = top + max(height, beside) + _GAP * 1.5
    included = ("Papers included in the review", f"{flow.included:,} papers")
    last = _height(included, width)
    body = (
        _box(0, top, width, height, screened)
        + _box(right, top, right_width, beside, excluded)
        + _arrow(width, top + height / 2, right, top + height / 2)
        + _arrow(middle, top + height, middle, under)
        + _box(0, under, width, last, included)
    )
    return body, under + last + 2


def _wrapped(text, width):
    """Return text in lines that fit, a line after a bullet's first set in under its words."""
    letters = int((width - 2 * _PADDING) / (_SIZE * _LETTER))
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > letters:
            lines.append(line)
            line = "\u2002" + word if text.startswith("•") else word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _height(texts, width):
    return sum(len(_wrapped(text, width)) for text in texts) * _LINE + 2 * _PADDING - 6


def _box(x, y, width, height, texts):
    top = y + _PADDING + _SIZE * 0.8
    written = []
    for place, text in enumerate(texts):
        weight = ' font-weight="700"' if place == 0 else ""
        for line in _wrapped(text, width):
            written.append(f'<text x="{x + _PADDING:g}" y="{top:g}"{weight}>{escape(line)}</text>')
            top += _LINE
    return (
        f'<rect x="{x + 1:g}" y="{y + 1:g}" width="{width - 2:g}" height="{height - 2:g}" rx="4" '
        f'fill="{_PALE}" stroke="{_NAVY}" stroke-width="1.5"/>{"".join(written)}'
    )


def _line(x1, y1, x2, y2):
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{_NAVY}" '
        'stroke-width="1.5"/>'
    )


def _arrow(x1, y1, x2, y2):
    along = (9, 0) if y1 == y2 else (0, 9)
    across = (0, 5) if y1 == y2 else (5, 0)
    corners = " ".join(
        f"{x2 - along[0] + sign * across[0]:g},{y2 - along[1] + sign * across[1]:g}"
        for sign in (1, -1)
    )
    head = f'<polygon points="{x2:g},{y2:g} {corners}" fill="{_NAVY}"/>'
    return _line(x1, y1, x2 - along[0], y2 - along[1]) + head
