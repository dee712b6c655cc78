"""The review flowchart, drawn from its numbers: papers identified, screened, excluded, included."""

from dataclasses import dataclass

from qsdev.documents.blocks import Column, Picture, Row, RowGroup, Table
from qsdev.documents.drawing import GAP, WIDTH, arrow, box, height_of, line, svg
from qsdev.documents.shorthand import row


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
    width = (WIDTH - GAP * (count - 1)) / count
    tops = [(f"{source.label}", f"{source.papers:,} papers") for source in flow.identified]
    height = max((height_of(lines, width) for lines in tops), default=0)
    parts = [
        box(place * (width + GAP), 0, width, height, lines) for place, lines in enumerate(tops)
    ]
    middle = WIDTH * 0.29
    bar = height + GAP
    starts = [place * (width + GAP) + width / 2 for place in range(len(tops))]
    parts += [line(start, height, start, bar) for start in starts]
    parts.append(line(min(starts, default=middle), bar, max([*starts, middle]), bar))
    below = bar + GAP
    parts.append(arrow(middle, bar, middle, below))
    body, end = _lower_part(flow, middle, below)
    return svg(end, "".join(parts) + body)


def _lower_part(flow, middle, top):
    """Return what lies under the sources (screened, excluded, included) and where it ends."""
    width = middle * 2
    right, right_width = middle * 2 + 60, WIDTH - middle * 2 - 60
    screened = ("Papers screened", f"{flow.screened:,} papers")
    reasons = [f"• {reason.words}" for reason in flow.excluded]
    excluded = ("Papers excluded", f"{flow.left_out:,} papers", *reasons)
    height = height_of(screened, width)
    beside = height_of(excluded, right_width)
    under = top + max(height, beside) + GAP * 1.5
    included = ("Papers included in the review", f"{flow.included:,} papers")
    last = height_of(included, width)
    body = (
        box(0, top, width, height, screened)
        + box(right, top, right_width, beside, excluded)
        + arrow(width, top + height / 2, right, top + height / 2)
        + arrow(middle, top + height, middle, under)
        + box(0, under, width, last, included)
    )
    return body, under + last + 2
