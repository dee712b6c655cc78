"""Reads forms that one contributor fills in: whose it is stands once, labels stand in the cells."""

import itertools
import re

from qsdev.tables.matching import plain

LONGEST_OWNER = 300
OWNER_ROWS = 60
AFTER_LABEL = re.compile(r"^[\s\d:.)–—-]*")


def find_owner(tables, paragraphs, form):
    """The contributor's name beside, below or behind one of the form's labels; None if absent."""
    labels = {plain(label) for label in form.owner_labels}
    rows = [row.cells for table in tables for row in table.rows[:OWNER_ROWS]]
    below = [*rows[1:], []]
    owners = (
        *(_owner_at_label(*pair, labels) for pair in zip(rows, below, strict=True)),
        *(_behind_label(text, labels) for text in _texts(rows, paragraphs)),
        *(_beside_longer_label(cells, labels) for cells in rows),
    )
    return next((owner for owner in owners if owner), None)


def _texts(rows, paragraphs):
    """Short texts, in which the name may stand behind the label: "Organisation: …"."""
    yield from (cell for cells in rows for cell in cells if cell and len(cell) <= LONGEST_OWNER)
    yield from (text for _, text in paragraphs)


def _owner_at_label(cells, below, labels):
    """The cell beside one that is a label, or below it if it stands first."""
    for column, cell in enumerate(cells):
        if cell and len(cell) <= LONGEST_OWNER and plain(cell) in labels:
            beside = next((each for each in cells[column + 1 :] if each.strip()), "")
            under = below[0] if below and column == 0 else ""
            return (beside or under).strip()[:LONGEST_OWNER]
    return ""


def _beside_longer_label(cells, labels):
    """The cell beside one that begins with a label and explains it."""
    for cell, beside in itertools.pairwise(cells):
        words = plain(cell)
        if beside.strip() and any(words.startswith(f"{label} ") for label in labels):
            return beside.strip()[:LONGEST_OWNER]
    return ""


def _behind_label(text, labels):
    label, colon, value = text.partition(":")
    if colon and plain(label) in labels:
        return value.strip()[:LONGEST_OWNER]
    return ""


class Labels:
    """Knows the labels printed in a form, and takes them off the contributor's words."""

    def __init__(self, form):
        kinds = form.kinds
        self.first_kind = kinds[0][0]
        self._labels = sorted(
            ((plain(label), kind) for kind, labels in kinds for label in labels),
            key=lambda pair: -len(pair[0]),
        )
        self._patterns = {
            label: re.compile(r"\W{0,9}" + r"\W{1,9}".join(map(re.escape, label.split())), re.I)
            for label, _ in self._labels
        }

    def take_off(self, text):
        """(kind, the text without the label in front); kind None if it begins with no label."""
        start = text[:LONGEST_OWNER]
        for label, kind in self._labels:
            match = self._patterns[label].match(start)
            if match and (match.end() == len(text) or not text[match.end()].isalpha()):
                return kind, AFTER_LABEL.sub("", text[match.end() :], count=1).strip()
        return None, text
