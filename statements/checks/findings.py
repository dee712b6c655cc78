"""What a check finds: how serious it is, in which part, and in plain words what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that a check found.

    `level` is error, warning or note; `part` names the field of the writing page that it is about
    ("text", "measures", "sources", …), or nothing where it is about the whole.
    """

    check: str
    level: str
    part: str
    message: str
