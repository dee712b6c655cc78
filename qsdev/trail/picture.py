"""Draws a trail as SVG: a box for each step, in order, those beside it in a second column."""

from qsdev.consultation.builder.wording import counted
from qsdev.documents.drawing import GAP, WIDTH, arrow, box, height_of, svg

NARROW = WIDTH * 0.54
RIGHT = NARROW + 3 * GAP


def draw(trail) -> str:
    """Return the picture; its words are the list's, step by step."""
    width = NARROW if trail.beside else WIDTH
    body, tops, end = column(trail.steps, x=0, y=0, width=width)
    if trail.beside:
        start, height = tops[trail.beside_from]
        beside, _, other = column(trail.beside, x=RIGHT, y=start, width=WIDTH - RIGHT)
        first = height_of(texts_of(trail.beside[0]), WIDTH - RIGHT)
        level = start + min(height, first) / 2
        body += beside + arrow(NARROW, level, RIGHT, level)
        end = max(end, other)
    return svg(end + 2, body)


def column(steps, *, x, y, width):
    """Boxes under each other with arrows: what is drawn, where each begins, and where all end."""
    drawn, tops = "", {}
    for place, step in enumerate(steps):
        texts = texts_of(step)
        height = height_of(texts, width)
        if place:
            drawn += arrow(x + width / 2, y - GAP, x + width / 2, y)
        drawn += box(x, y, width, height, texts)
        tops[step.heading] = y, height
        y += height + GAP
    return drawn, tops, y - GAP


def texts_of(step):
    """What stands in a step's box: its heading and a line for each link."""
    return (step.heading, *step.lines)


def in_words(trail) -> str:
    """What the picture shows, short, for who does not see it; the list has every word of it."""
    counts = "; ".join(
        f"{step.heading.lower()}: {len(step.links)}" if step.links else said_missing(step)
        for step in trail.all_steps
    )
    steps = counted(len(trail.all_steps), "step")
    return f"{trail.title}, its trail in {steps}: {counts}. The list has the same content."


def said_missing(step):
    return f"{step.heading.lower()}: {step.missing[:1].lower()}{step.missing[1:]}"
