"""What a check finds: how serious it is, in which place, and in plain words what to do."""

from dataclasses import dataclass

from qsdev.shortening import first_words


@dataclass(frozen=True)
class Finding:
    """One thing that a check found.

    `level` is error, warning or note; `part` names the field of the writing page that it is about
    ("text", "measures", "sources", …), or nothing where it is about the standard as a whole. Of a
    measure, `measure` is its place among the statement's measures, from 0, and `field` which of
    its texts is meant. Of the standard, `area` is the improvement area and `statements` are the
    numbers of the statements that it is about.
    """

    check: str
    level: str
    part: str
    message: str
    measure: int | None = None
    field: str = "text"
    area: int | None = None
    statements: tuple[int, ...] = ()


def about_measure(check, level, place, message, field="text"):
    """A finding about one measure of a statement."""
    return Finding(check, level, "measures", message, measure=place, field=field)


def short(text):
    """A text's beginning, to name it in a sentence."""
    return first_words(text, 60)


def listed(words):
    """Words in quotation marks, one after the other."""
    return ", ".join(f"“{word}”" for word in words)
