"""All that the committee does: declare, rate, meet, decide; the only code that writes its rows."""

from qsdev.committee.actions.interests import (
    act_on_interest,
    declare_interest,
    declare_nothing,
    end_interest,
)
from qsdev.committee.actions.rating import rate_area
from qsdev.committee.actions.rounds import (
    change_rating_round,
    close_round,
    plan_round,
    plan_second_round,
    reveal_results,
)

__all__ = [
    "act_on_interest",
    "change_rating_round",
    "close_round",
    "declare_interest",
    "declare_nothing",
    "end_interest",
    "plan_round",
    "plan_second_round",
    "rate_area",
    "reveal_results",
]
