"""Boxes of words with lines and arrows between them, as SVG: what our flowcharts are drawn of."""

from xml.sax.saxutils import escape

WIDTH, GAP = 920, 28
PADDING, SIZE, LINE = 16, 17, 24
LETTER = 0.54
NAVY, PALE, INK = "#00436c", "#eef4f6", "#0e0e0e"


def svg(height: float, body: str) -> str:
    """Return a drawing of `WIDTH` pixels: real text in Inter, nothing outside itself, no styles."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
        f'width="{WIDTH}" height="{height:g}" font-family="Inter, Arial, sans-serif" '
        f'font-size="{SIZE}" fill="{INK}">{body}</svg>'
    )


def wrapped(text, width):
    """Return text in lines that fit, a line after a bullet's first set in under its words."""
    letters = int((width - 2 * PADDING) / (SIZE * LETTER))
    lines, line = [], ""
    for word in (part for whole in text.split() for part in parts_of(whole, letters)):
        if line and len(line) + 1 + len(word) > letters:
            lines.append(line)
            line = "\u2002" + word if text.startswith("•") else word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def parts_of(word, letters):
    """Return a word whole or, where it is longer than a line, such as a file's name, in parts."""
    return [word[start : start + letters] for start in range(0, len(word), letters)]


def height_of(texts, width):
    """Return how high a box of this width is that holds the texts, each on lines of its own."""
    return sum(len(wrapped(text, width)) for text in texts) * LINE + 2 * PADDING - 6


def box(x, y, width, height, texts):
    """Return a box with texts in it, the first of them bold."""
    top = y + PADDING + SIZE * 0.8
    written = []
    for place, text in enumerate(texts):
        weight = ' font-weight="700"' if place == 0 else ""
        for line in wrapped(text, width):
            written.append(f'<text x="{x + PADDING:g}" y="{top:g}"{weight}>{escape(line)}</text>')
            top += LINE
    return (
        f'<rect x="{x + 1:g}" y="{y + 1:g}" width="{width - 2:g}" height="{height - 2:g}" rx="4" '
        f'fill="{PALE}" stroke="{NAVY}" stroke-width="1.5"/>{"".join(written)}'
    )


def line(x1, y1, x2, y2):
    """Return a line from one point to another."""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{NAVY}" '
        'stroke-width="1.5"/>'
    )


def arrow(x1, y1, x2, y2):
    """Return an arrow to the second point, from the left or from above."""
    along = (9, 0) if y1 == y2 else (0, 9)
    across = (0, 5) if y1 == y2 else (5, 0)
    corners = " ".join(
        f"{x2 - along[0] + sign * across[0]:g},{y2 - along[1] + sign * across[1]:g}"
        for sign in (1, -1)
    )
    head = f'<polygon points="{x2:g},{y2:g} {corners}" fill="{NAVY}"/>'
    return line(x1, y1, x2 - along[0], y2 - along[1]) + head
