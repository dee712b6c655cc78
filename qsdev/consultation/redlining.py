"""How the wording of a statement changed: runs of words that were kept, added or removed."""

import difflib
import re

from statements.content import TEXTS

WORDS = re.compile(r"\s+|[^\s]+")
KEPT, ADDED, REMOVED = "kept", "added", "removed"


def redline(before, after):
    """Return (heading, runs) of each part that differs between two contents of a statement.

    `before` and `after` are as `statements.content` gives them; a run is a pair of "kept", "added"
    or "removed" and its words.
    """
    parts = [("Short title", before["short_title"], after["short_title"])]
    parts += [(heading, before[name], after[name]) for name, heading in TEXTS]
    parts.append(("Quality measures", *map(measures_said, (before, after))))
    return [(heading, runs_of(old, new)) for heading, old, new in parts if old != new]


def measures_said(content):
    """The measures of a statement as one text, a line each."""
    lines = []
    for measure in content["measures"]:
        letter = f" {measure['letter']})" if measure["letter"] else ""
        lines.append(f"{measure['kind'].capitalize()}{letter}: {measure['text']}")
        for name in ("numerator", "denominator", "data_source"):
            if measure[name]:
                lines.append(f"{name.replace('_', ' ').capitalize()}: {measure[name]}")
    return "\n".join(lines)


def runs_of(before, after):
    """Return the runs of words that lead from one text to another."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    runs = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            runs.append((KEPT, "".join(old[a:b])))
            continue
        if b > a:
            runs.append((REMOVED, "".join(old[a:b])))
        if d > c:
            runs.append((ADDED, "".join(new[c:d])))
    return runs
