"""Says which columns a caller looks for, and finds them by name, synonym and likeness."""

from dataclasses import dataclass

TEXT = "text"  # the contributor's words, kept to the letter, line breaks included
NAME = "name"  # one line; where cells are merged downwards it counts for each row
NUMBER = "number"  # the row's own number; a row without one continues the row above
HEADING = "heading"  # a group column, in place of heading rows


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column to look for: the key its cells get, its names (the first is the usual one)."""

    key: str
    names: tuple[str, ...]
    required: bool = True
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form that one contributor fills in: whose it is stands once, above the table of rows.

    `owner_key` is the key that gets the contributor's name, found beside or after one of
    `owner_labels`. `kind_key` gets the kind of the row: `kinds` pairs each kind with the labels
    printed in the form ("Key area for quality improvement"), a number after them included. The
    labels are taken off the cells of `label_key`.
    """

    owner_key: str
    owner_labels: tuple[str, ...]
    kind_key: str
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    label_key: str
