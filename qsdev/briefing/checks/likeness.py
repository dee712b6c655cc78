"""Finds suggestions that say almost the same, fast enough for thousands of them.

Every text is compared with every other by rapidfuzz, in blocks, so that memory stays small.
"""

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

LIKE = 90
SHORTEST = 40
LONGEST = 600
BLOCK = 500


def likely_duplicates(suggestions) -> list[tuple]:
    """Return pairs of suggestions, the earlier first, with how alike they are (90 to 100).

    Compared are the key area and the reasons together, their first 600 characters; texts of fewer
    than 40 characters are too short to tell.
    """
    told = [(one, _compared(one)) for one in suggestions]
    told = [(one, words) for one, words in told if len(words) >= SHORTEST]
    texts = [words for _, words in told]
    pairs = []
    for start in range(0, len(texts), BLOCK):
        likeness = process.cdist(
            texts[start : start + BLOCK], texts[start:], scorer=fuzz.ratio, score_cutoff=LIKE
        )
        for row, column in zip(*likeness.nonzero(), strict=True):
            if column > row:
                one, other = told[start + row][0], told[start + column][0]
                pairs.append((one, other, float(likeness[row][column])))
    return sorted(pairs, key=lambda pair: (pair[0].number, pair[1].number))


def _compared(suggestion):
    words = " ".join((suggestion.key_area, suggestion.why_important, suggestion.why_key_area))
    return default_process(words[:LONGEST])
