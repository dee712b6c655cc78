"""Finds suggestions that say almost the same, fast enough for thousands of them.

Only texts that share enough runs of four words are compared letter by letter, by rapidfuzz. Two
texts that are 80% alike share about .8 to the power of 4, or 41%, of such runs, so that asking for
a fifth loses hardly any of them. In a real table of 50 rows the two most alike of all different
suggestions were 59% alike.
"""

from collections import Counter, defaultdict

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

LIKE = 80
SHORTEST = 40
LONGEST = 1000
RUN = 4
SHARED = 0.2
#: A run of words that stands in more texts than this ("children and young people") tells nothing.
COMMON = 100


def likely_duplicates(suggestions) -> list[tuple]:
    """Return pairs of suggestions, the earlier first, with how alike they are (80 to 100).

    Each suggestion is paired at most once, with the earlier one that it is most alike.
    Compared are the key area and the reasons together, their first 1,000 characters; texts of
    fewer than 40 characters are too short to tell. Of equal texts each is paired with the first.
    """
    first, pairs = {}, []
    for suggestion in sorted(suggestions, key=lambda one: one.number):
        text = _compared(suggestion)
        if len(text) < SHORTEST:
            continue
        if text in first:
            pairs.append((first[text], suggestion, 100.0))
        else:
            first[text] = suggestion
    texts = list(first)
    for place, earlier in _sharing_words(texts):
        likeness, one = max(
            (fuzz.ratio(texts[one], texts[place], score_cutoff=LIKE), -one) for one in earlier
        )
        if likeness:
            pairs.append((first[texts[-one]], first[texts[place]], likeness))
    return sorted(pairs, key=lambda pair: (pair[0].number, pair[1].number))


def _compared(suggestion):
    words = " ".join((suggestion.key_area, suggestion.why_important, suggestion.why_key_area))
    return " ".join(default_process(words[:LONGEST]).split())


def _sharing_words(texts):
    """Yield places in `texts`, each with the earlier ones that share enough runs of words."""
    runs = [_runs(text) for text in texts]
    counts = Counter(run for each in runs for run in each)
    places = defaultdict(list)
    for place, each in enumerate(runs):
        telling = [run for run in each if counts[run] <= COMMON]
        shared = Counter(earlier for run in telling for earlier in places[run])
        enough = [
            earlier
            for earlier, count in shared.items()
            if count >= SHARED * min(len(each), len(runs[earlier]))
        ]
        if enough:
            yield place, enough
        for run in telling:
            places[run].append(place)


def _runs(text):
    words = text.split()
    return {tuple(words[place : place + RUN]) for place in range(max(1, len(words) - RUN + 1))}
