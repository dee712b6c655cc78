"""What can be done to a topic: the only code that writes topics, areas, rounds and roles."""

from qsdev.topics.actions.areas import (
    add_area,
    add_sub_area,
    change_area,
    change_sub_area,
    remove_area,
    remove_sub_area,
)
from qsdev.topics.actions.merging import mark_area_merged
from qsdev.topics.actions.ordering import move_area, move_sub_area, order_areas, order_sub_areas
from qsdev.topics.actions.overview import (
    change_framework,
    change_term,
    define_framework,
    define_term,
    remove_framework,
    remove_term,
    write_overview_section,
)
from qsdev.topics.actions.roles import end_role, give_role
from qsdev.topics.actions.topics import change_round, change_topic, create_topic, open_round

__all__ = [
    "add_area",
    "add_sub_area",
    "change_area",
    "change_framework",
    "change_round",
    "change_sub_area",
    "change_term",
    "change_topic",
    "create_topic",
    "define_framework",
    "define_term",
    "end_role",
    "give_role",
    "mark_area_merged",
    "move_area",
    "move_sub_area",
    "open_round",
    "order_areas",
    "order_sub_areas",
    "remove_area",
    "remove_framework",
    "remove_sub_area",
    "remove_term",
    "write_overview_section",
]
