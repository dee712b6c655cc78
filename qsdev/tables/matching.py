"""Matches printed headers with the columns looked for: by name, synonym and likeness."""

import difflib
import functools
import re
import unicodedata

from qsdev.tables.outcome import Column, Place

LIKENESS = 0.88
NOT_WORDS = re.compile(r"[^\w]+")
LAST_NUMBER = re.compile(r"(?<=[a-z]) \d{1,2}$")
LONGEST_HEADER = 400
FEW_WORDS = 3


@functools.lru_cache(maxsize=100_000)
def plain(text):
    """A header reduced to its words: lower case, no punctuation, no number behind it."""
    if len(text) > LONGEST_HEADER:
        return ""
    words = NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    return LAST_NUMBER.sub("", words)


@functools.lru_cache(maxsize=64)
def names_of(specs):
    """The spec and how it was met ("exact", "synonym") by plain name."""
    names = {}
    for spec in specs:
        for position, name in enumerate(spec.names):
            names.setdefault(plain(name), (spec, "exact" if position == 0 else "synonym"))
    return names


def best_count(cells, specs):
    """How many of the specs are met by name in these cells."""
    names = names_of(specs)
    return len({names[plain(cell)][0].key for cell in cells if plain(cell) in names})


def match_one(header, specs):
    """(spec, how) for one printed header; (None, "") if none is like it or several are."""
    words = plain(header)
    if not words:
        return None, ""
    names = names_of(specs)
    if words in names:
        return names[words]
    found = {names[name][0].key: names[name][0] for name in _like(words, tuple(names))}
    if len(found) == 1:
        return next(iter(found.values())), "likeness"
    return None, ""


@functools.lru_cache(maxsize=10_000)
def _like(words, names):
    """The names that these words are like: misspelt, or the name with more words behind it."""
    near = [name for name in names if name and _ratio(words, name) >= LIKENESS]
    if near:
        best = max(near, key=lambda name: _ratio(words, name))
        return (best,)
    inside = [name for name in names if name.count(" ") >= FEW_WORDS - 1 and name in words]
    whole = [
        name for name in inside if not any(name != other and name in other for other in inside)
    ]
    if len(whole) == 1 and words.startswith(f"{whole[0]} "):
        return tuple(whole)
    return ()


def _ratio(one, other):
    if abs(len(one) - len(other)) > 0.3 * max(len(one), len(other)):
        return 0.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def match_header(headers, specs):
    """For each printed header (spec or None, how); a better match takes a column from a likeness.

    Two headers may get the same spec only if both bear its name: the caller refuses that.
    """
    matches = [match_one(header, specs) for header in headers]
    named = {spec.key for spec, how in matches if spec and how != "likeness"}
    seen = set()
    result = []
    for spec, how in matches:
        if spec and how == "likeness" and (spec.key in named or spec.key in seen):
            spec, how = None, ""
        if spec:
            seen.add(spec.key)
        result.append((spec, how))
    return result


def as_columns(headers, matches, place, samples):
    """The `Column`s of a header row that stands at `place`; no samples of columns not asked for."""
    return [
        Column(
            index=index,
            header=header,
            key=spec.key if spec else None,
            how=how,
            place=Place(place.kind, place.table, place.row, index + 1),
            samples=tuple(samples[index]) if index < len(samples) else (),
        )
        for index, (header, (spec, how)) in enumerate(zip(headers, matches, strict=True))
    ]
