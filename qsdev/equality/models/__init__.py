"""What the equality impact assessment is made of: its stages, their closing, and the issues."""

from qsdev.equality.models.groups import DISADVANTAGES, PROTECTED, Group
from qsdev.equality.models.issues import ConcernedGroup, EqualityIssue, RaisedIn
from qsdev.equality.models.stages import EqualityStage, Stage, StageCompletion

__all__ = [
    "DISADVANTAGES",
    "PROTECTED",
    "ConcernedGroup",
    "EqualityIssue",
    "EqualityStage",
    "Group",
    "RaisedIn",
    "Stage",
    "StageCompletion",
]
