"""All that can be done with a paper: build it, record what was built, issue it, withdraw it."""

from qsdev.briefing.actions.building import (
    BUILD,
    ask_for_build,
    cancel_build,
    keep_content,
    keep_file,
    record_build,
    retry_build,
)
from qsdev.briefing.actions.issuing import issue_paper, withdraw_paper
from qsdev.briefing.actions.nearness import ask_for_near_recommendations

__all__ = [
    "BUILD",
    "ask_for_build",
    "ask_for_near_recommendations",
    "cancel_build",
    "issue_paper",
    "keep_content",
    "keep_file",
    "record_build",
    "retry_build",
    "withdraw_paper",
]
