"""What can be done with stakeholders and their suggestions: the only code that writes them."""

from stakeholders.actions.confirming import ChangedSincePreview, confirm_import, undo_import
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

__all__ = [
    "ChangedSincePreview",
    "abandon_import",
    "add_alias",
    "add_specialist_member",
    "add_specialist_members",
    "add_stakeholder",
    "allot_pseudonyms",
    "assign_suggestions",
    "change_stakeholder",
    "check_import_again",
    "confirm_import",
    "correct_row",
    "end_support",
    "explain_unused",
    "file_suggestion",
    "file_suggestions",
    "import_files",
    "import_left_out_row",
    "leave_for_later",
    "leave_out_rows",
    "match_columns",
    "move_filings",
    "put_back_rows",
    "put_many_out_of_scope",
    "put_out_of_scope",
    "read_identities",
    "read_import",
    "record_identity",
    "redact_passage",
    "remove_alias",
    "remove_note",
    "settle_left_out_row",
    "start_import",
    "support_area",
    "sweep_leftovers",
    "take_back_to_triage",
    "take_reading",
    "take_reading_of_job",
    "undo_import",
    "undo_step",
    "unfile_suggestion",
    "write_note",
    "write_summary",
]
