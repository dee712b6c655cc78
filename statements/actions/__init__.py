"""All that can be done to statements; every change is kept as a version."""

from statements.actions.areas import explain_area
from statements.actions.drafting import (
    draft_statement,
    move_statement,
    remove_statement,
    write_statement,
)
from statements.actions.parts import (
    add_definition,
    add_measure,
    change_measure,
    choose_sources,
    move_measure,
    remove_definition,
    remove_measure,
)
from statements.actions.versions import restore_version

__all__ = [
    "add_definition",
    "add_measure",
    "change_measure",
    "choose_sources",
    "draft_statement",
    "explain_area",
    "move_measure",
    "move_statement",
    "remove_definition",
    "remove_measure",
    "remove_statement",
    "restore_version",
    "write_statement",
]
