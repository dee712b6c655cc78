"""What can be done after consultation: the only code that writes its rows."""

from qsdev.validation.actions.agreeing import (
    agree_wording,
    record_agreed_change,
    withdraw_agreement,
)
from qsdev.validation.actions.packages import (
    add_question,
    build_package,
    change_question,
    issue_package,
    remove_question,
    withdraw_package,
)
from qsdev.validation.actions.steps import correct_step, record_step
from qsdev.validation.actions.supporters import (
    add_supporter,
    change_supporter,
    take_over_interest,
)

__all__ = [
    "add_question",
    "add_supporter",
    "agree_wording",
    "build_package",
    "change_question",
    "change_supporter",
    "correct_step",
    "issue_package",
    "record_agreed_change",
    "record_step",
    "remove_question",
    "take_over_interest",
    "withdraw_agreement",
    "withdraw_package",
]
