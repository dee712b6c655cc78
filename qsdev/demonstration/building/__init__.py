"""Builds the demonstration as people would: each step by the person whose job it is.

A module a stage (`triage`, then `committee`, `drafting`, …); `stages` says in which order they
follow one another, and builds up to one of them.
"""

from qsdev.demonstration.building.stages import (
    STAGES,
    build_demonstration,
    continue_to,
    find_demonstration,
    stage_of,
)
from qsdev.demonstration.building.triage import Demonstration

__all__ = [
    "STAGES",
    "Demonstration",
    "build_demonstration",
    "continue_to",
    "find_demonstration",
    "stage_of",
]
