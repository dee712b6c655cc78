"""What can be done to the equality impact assessment: issues, answers, completing, reopening."""

from qsdev.equality.actions.issues import (
    change_issue,
    record_issue,
    take_over_area,
    withdraw_issue,
)
from qsdev.equality.actions.stages import answer_questions, complete_stage, reopen_stage

__all__ = [
    "answer_questions",
    "change_issue",
    "complete_stage",
    "record_issue",
    "reopen_stage",
    "take_over_area",
    "withdraw_issue",
]
