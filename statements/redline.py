"""What changed from one version of a statement to another, word by word and part by part."""

import difflib
import re
from dataclasses import dataclass

from statements.content import TEXTS

WORD = re.compile(r"\s+|\w+|[^\w\s]")
KEPT, ADDED, REMOVED = "kept", "added", "removed"


@dataclass(frozen=True)
class Run:
    """Words that were kept, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True)
class PartChange:
    """A part of a statement whose words changed, under its heading."""

    heading: str
    runs: tuple[Run, ...]


def words_changed(before: str, after: str) -> tuple[Run, ...]:
    """Return `after` with what was added and what was removed from `before`, in runs of words.

    Of words that follow one another and are all changed, first the old stand together and then the
    new: the space between them is not kept by itself.
    """
    runs, removed, added = [], "", ""
    changes = changes_of(WORD.findall(before), WORD.findall(after))
    for place, (old, new) in enumerate(changes):
        is_between = old == new and old.isspace() and 0 < place < len(changes) - 1
        if old != new or is_between:
            removed, added = removed + old, added + new
            continue
        runs += [*changed(removed, added), Run(KEPT, old)]
        removed = added = ""
    return tuple(runs + changed(removed, added))


def changes_of(old, new):
    """Pairs of texts, the old and the new, that are the same where nothing was changed."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [
        ("".join(old[start:end]), "".join(new[new_start:new_end]))
        for _, start, end, new_start, new_end in matcher.get_opcodes()
    ]


def changed(removed, added):
    """The runs of what was removed and what stands instead, without empty ones."""
    return [Run(kind, text) for kind, text in ((REMOVED, removed), (ADDED, added)) if text]


def redline(before: dict, after: dict) -> list[PartChange]:
    """Return the parts that differ between two versions' contents, in the order of print."""
    old, new = dict(lines_of(before)), dict(lines_of(after))
    headings = list(dict.fromkeys([*new, *old]))
    return [
        PartChange(heading, words_changed(old.get(heading, ""), new.get(heading, "")))
        for heading in headings
        if old.get(heading, "") != new.get(heading, "")
    ]


def lines_of(content):
    """Every part of a version as (heading, text); a measure is one part."""
    yield "Short title", content["short_title"]
    yield "Kind", content["kind"].capitalize()
    for name, heading in TEXTS[:2]:
        yield heading, content[name]
    for one in content["measures"]:
        letter = f" {one['letter']})" if one["letter"] else ""
        yield f"{one['kind'].capitalize()} measure{letter}", measure_text(one)
    for name, heading in TEXTS[2:-1]:
        yield f"What it means for: {heading.lower()}", content[name]
    sources = [f"{one['guideline']} {one['number']}" for one in content["sources"]]
    yield "Source guidance", "; ".join(sources)
    for one in content["definitions"]:
        yield f"Definition: {one['term']}", one["definition"]
    name, heading = TEXTS[-1]
    yield heading, content[name]


def measure_text(measure):
    """A measure with all its parts as one text."""
    parts = [measure["text"]]
    for name, words in (
        ("numerator", "Numerator"),
        ("denominator", "Denominator"),
        ("data_source", "Data source"),
    ):
        if measure[name]:
            parts.append(f"{words}: {measure[name]}")
    return "\n".join(parts)
