"""Recognises what stands in a table and is no row of it: headings and repeated headers."""

import itertools

from qsdev.tables.matching import plain

LONGEST_HEADING = 200
LONGEST_OVERLAP = 30
FEWEST = 2


def is_repeated_header(cells, known):
    """Whether half of the filled cells, two at least, bear the name of their column.

    `known(column)` are the plain names that a header may have there. Headers taken from a pdf come
    garbled ("l =" for "Why is this important?"); half is enough.
    """
    filled = [(column, cell) for column, cell in enumerate(cells) if cell]
    if len(filled) < FEWEST:
        return False
    met = sum(
        1 for column, cell in filled if len(cell) < LONGEST_HEADING and plain(cell) in known(column)
    )
    return met >= FEWEST and met * 2 >= len(filled)


def heading_of(row, column, is_pasted):
    """The heading if the row is one, else ""; `column` is the one in which headings stand."""
    cells = row.cells
    filled = [column for column, cell in enumerate(cells) if cell]
    if not filled or len(cells[filled[0]]) > LONGEST_HEADING:
        return ""
    if len(filled) == 1:
        text = cells[filled[0]]
        stands_for_all = filled[0] == column or row.is_span
        return text if stands_for_all and any(letter.isalpha() for letter in text) else ""
    if is_pasted and column == 0 and _is_split_heading(cells, filled):
        return join_fragments([cells[column] for column in filled])
    return ""


def _is_split_heading(cells, filled):
    """Fragments fill the first half of the cells at most and go on in the middle of words."""
    if filled != list(range(len(filled))) or len(filled) * 2 > max(len(cells), 4):
        return False
    fragments = [cells[column] for column in filled]
    if sum(len(each) for each in fragments) > LONGEST_HEADING or len(cells) < len(filled) + 2:
        return False
    seams = itertools.pairwise(fragments)
    return all(one[-1].isalpha() and other[0].islower() for one, other in seams) and all(
        not letter.isdigit() for letter in fragments[0]
    )


def join_fragments(fragments):
    """A text split over cells, joined; letters that stand on both sides of a seam count once.

    >>> join_fragments(["Asse", "essment of attac", "hment difficulties"])
    'Assessment of attachment difficulties'
    """
    joined = fragments[0]
    for fragment in fragments[1:]:
        longest = min(len(joined), len(fragment), LONGEST_OVERLAP)
        overlap = next(
            (size for size in range(longest, 0, -1) if joined.endswith(fragment[:size])), 0
        )
        joined += fragment[overlap:]
    return joined
