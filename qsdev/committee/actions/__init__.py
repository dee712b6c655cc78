"""All that the committee does: declare, rate, meet, decide; the only code that writes its rows."""

from qsdev.committee.actions.agenda import (
    add_action_point,
    add_item,
    add_point,
    change_action_point,
    change_item,
    change_point,
    end_item,
    move_item,
    order_agenda,
    remove_item,
    start_item,
)
from qsdev.committee.actions.decisions import record_decision
from qsdev.committee.actions.interests import (
    act_on_interest,
    declare_interest,
    declare_nothing,
    end_interest,
)
from qsdev.committee.actions.meetings import (
    change_meeting,
    end_meeting,
    note_apology,
    note_arrival,
    note_leaving,
    open_meeting,
    plan_meeting,
)
from qsdev.committee.actions.rating import rate_area
from qsdev.committee.actions.reading import note_reading, write_private_note
from qsdev.committee.actions.rounds import (
    change_rating_round,
    close_round,
    plan_round,
    plan_second_round,
    reveal_results,
)

__all__ = [
    "act_on_interest",
    "add_action_point",
    "add_item",
    "add_point",
    "change_action_point",
    "change_item",
    "change_meeting",
    "change_point",
    "change_rating_round",
    "close_round",
    "declare_interest",
    "declare_nothing",
    "end_interest",
    "end_item",
    "end_meeting",
    "move_item",
    "note_apology",
    "note_arrival",
    "note_leaving",
    "note_reading",
    "open_meeting",
    "order_agenda",
    "plan_meeting",
    "plan_round",
    "plan_second_round",
    "rate_area",
    "record_decision",
    "remove_item",
    "reveal_results",
    "start_item",
    "write_private_note",
]
