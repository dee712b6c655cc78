"""What can be done with stakeholders and their suggestions: the only code that writes them."""

from stakeholders.actions.confirming import ChangedSincePreview, confirm_import, undo_import
from stakeholders.actions.hinting import ask_for_hints, replace_hints
from stakeholders.actions.import_rows import (
    check_import_again,
    correct_row,
    import_left_out_row,
    leave_out_rows,
    put_back_rows,
    settle_left_out_row,
)
from stakeholders.actions.importing_files import import_files
from stakeholders.actions.imports import (
    abandon_import,
    match_columns,
    read_import,
    start_import,
    take_reading,
    take_reading_of_job,
)
from stakeholders.actions.merging import merge_suggestion, unmerge_suggestion
from stakeholders.actions.register import (
    add_alias,
    add_specialist_member,
    add_specialist_members,
    add_stakeholder,
    allot_pseudonyms,
    change_stakeholder,
    read_identities,
    record_identity,
    remove_alias,
)
from stakeholders.actions.sorting import draw_sample, sort_again
from stakeholders.actions.splitting import (
    file_part,
    join_suggestion,
    split_suggestion,
    unfile_part,
)
from stakeholders.actions.steps import move_filings, undo_step
from stakeholders.actions.suggestions import explain_unused, redact_passage
from stakeholders.actions.summaries import write_summary
from stakeholders.actions.sweeping import sweep_leftovers
from stakeholders.actions.triage import (
    assign_suggestions,
    end_support,
    file_suggestion,
    file_suggestions,
    leave_for_later,
    put_many_out_of_scope,
    put_out_of_scope,
    remove_note,
    support_area,
    take_back_to_triage,
    unfile_suggestion,
    write_note,
)
from stakeholders.actions.viewing import note_viewing

__all__ = [
    "ChangedSincePreview",
    "abandon_import",
    "add_alias",
    "add_specialist_member",
    "add_specialist_members",
    "add_stakeholder",
    "allot_pseudonyms",
    "ask_for_hints",
    "assign_suggestions",
    "change_stakeholder",
    "check_import_again",
    "confirm_import",
    "correct_row",
    "draw_sample",
    "end_support",
    "explain_unused",
    "file_part",
    "file_suggestion",
    "file_suggestions",
    "import_files",
    "import_left_out_row",
    "join_suggestion",
    "leave_for_later",
    "leave_out_rows",
    "match_columns",
    "merge_suggestion",
    "move_filings",
    "note_viewing",
    "put_back_rows",
    "put_many_out_of_scope",
    "put_out_of_scope",
    "read_identities",
    "read_import",
    "record_identity",
    "redact_passage",
    "remove_alias",
    "remove_note",
    "replace_hints",
    "settle_left_out_row",
    "sort_again",
    "split_suggestion",
    "start_import",
    "support_area",
    "sweep_leftovers",
    "take_back_to_triage",
    "take_reading",
    "take_reading_of_job",
    "undo_import",
    "undo_step",
    "unfile_part",
    "unfile_suggestion",
    "unmerge_suggestion",
    "write_note",
    "write_summary",
]
