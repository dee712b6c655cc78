"""Draws a trail as SVG: a box for each step, in order, those beside it in a second column."""

from dataclasses import replace

from qsdev.consultation.builder.wording import counted
from qsdev.documents.drawing import GAP, WIDTH, arrow, box, height_of, svg

NARROW = WIDTH * 0.54
RIGHT = NARROW + 3 * GAP
#: The height of a drawing that fits a page of a document under its heading, and of a box in it.
PAGE = 1050
CONTINUED = "{} (continued)"


def draw(trail) -> str:
    """Return the whole picture, however long; its words are the list's, step by step."""
    drawn, end = columns(trail, trail.steps, with_beside=bool(trail.beside))
    return svg(end + 2, drawn)


def draw_pages(trail) -> list[str]:
    """Return the picture in parts that each fit a page; a box that is too long goes on in another.

    What is beside stands in the part with the step that it leads off from or, where it has no room
    there, in a part of its own.
    """
    whole = replace(
        trail,
        steps=tuple(part for step in trail.steps for part in parts_of(step)),
        beside=tuple(part for step in trail.beside for part in parts_of(step)),
    )
    pages, apart = [], whole.beside
    for steps in paged(whole.steps):
        drawn, end = columns(whole, steps, with_beside=has_room(whole, steps))
        apart = () if has_room(whole, steps) else apart
        pages.append(svg(end + 2, drawn))
    for steps in paged(apart):
        drawn, _, end = column(steps, x=0, y=0, width=width_of(trail))
        pages.append(svg(end + 2, drawn))
    return pages


def columns(trail, steps, *, with_beside):
    """Steps in the first column and, if wanted, those beside in the second; and where they end."""
    drawn, tops, end = column(steps, x=0, y=0, width=width_of(trail))
    if not with_beside:
        return drawn, end
    start, height = tops[trail.beside_from]
    beside, _, other = column(trail.beside, x=RIGHT, y=start, width=WIDTH - RIGHT)
    level = start + min(height, box_height(trail.beside[0], WIDTH - RIGHT)) / 2
    return drawn + beside + arrow(NARROW, level, RIGHT, level), max(end, other)


def column(steps, *, x, y, width):
    """Boxes under each other with arrows: what is drawn, where each begins, and where all end."""
    drawn, tops = "", {}
    for place, step in enumerate(steps):
        height = box_height(step, width)
        if place:
            drawn += arrow(x + width / 2, y - GAP, x + width / 2, y)
        drawn += box(x, y, width, height, texts_of(step))
        tops[step.heading] = y, height
        y += height + GAP
    return drawn, tops, y - GAP


def width_of(trail):
    """The width of the first column: the whole width where nothing stands beside it."""
    return NARROW if trail.beside else WIDTH


def box_height(step, width):
    """The height of a step's box of a width."""
    return height_of(texts_of(step), width)


def texts_of(step):
    """What stands in a step's box: its heading and a line for each link."""
    return (step.heading, *step.lines)


def parts_of(step):
    """A step whole or, where its box is longer than a page, in parts that are not."""
    first, rest = step, ()
    while box_height(first, WIDTH - RIGHT) > PAGE and len(first.links) > 1:
        half = len(first.links) // 2
        rest = (*first.links[half:], *rest)
        first = replace(first, links=first.links[:half])
    yield first
    if rest:
        yield from parts_of(replace(step, heading=CONTINUED.format(step.heading), links=rest))


def paged(steps):
    """Steps in groups that each fit a page."""
    group, height = [], 0
    for step in steps:
        needed = box_height(step, NARROW) + GAP
        if group and height + needed > PAGE:
            yield tuple(group)
            group, height = [], 0
        group.append(step)
        height += needed
    if group:
        yield tuple(group)


def has_room(trail, steps):
    """Whether what is beside leads off from one of the steps and fits their page."""
    if not trail.beside or trail.beside_from not in {step.heading for step in steps}:
        return False
    _, tops, _ = column(steps, x=0, y=0, width=NARROW)
    start, _ = tops[trail.beside_from]
    heights = [box_height(step, WIDTH - RIGHT) + GAP for step in trail.beside]
    return start + sum(heights) <= PAGE


def in_words(trail) -> str:
    """What the picture shows, short, for who does not see it; the list has every word of it."""
    counts = "; ".join(
        f"{step.heading.lower()}: {len(step.links)}" if step.links else said_missing(step)
        for step in trail.all_steps
    )
    steps = counted(len(trail.all_steps), "step")
    return f"{trail.title}, its trail in {steps}: {counts}. The list has the same content."


def said_missing(step):
    """A step without links in words: its heading, and what is missing."""
    return f"{step.heading.lower()}: {step.missing[:1].lower()}{step.missing[1:]}"
