"""Reads forms that one contributor fills in: whose it is stands once, labels stand in the cells."""

import re

from qsdev.tables.matching import plain

LONGEST_OWNER = 300
OWNER_ROWS = 60
AFTER_LABEL = re.compile(r"^[\s\d:.)–—-]*")


def find_owner(tables, paragraphs, form):
    """The contributor's name beside, below or behind one of the form's labels; None if absent."""
    labels = {plain(label) for label in form.owner_labels}
    for table in tables:
        for position, row in enumerate(table.rows[:OWNER_ROWS]):
            below = table.rows[position + 1].cells if position + 1 < len(table.rows) else []
            owner = _owner_in(row.cells, below, labels)
            if owner:
                return owner
    for _, text in paragraphs:
        owner = _behind_label(text, labels)
        if owner:
            return owner
    return None


def _owner_in(cells, below, labels):
    for column, cell in enumerate(cells):
        if not cell or len(cell) > LONGEST_OWNER:
            continue
        if plain(cell) in labels:
            beside = next((each for each in cells[column + 1 :] if each.strip()), "")
            under = below[column] if column < len(below) and column == 0 else ""
            return (beside or under).strip()[:LONGEST_OWNER]
        behind = _behind_label(cell, labels)
        if behind:
            return behind
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
