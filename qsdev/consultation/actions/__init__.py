"""What can be done in a consultation: the only code that writes its rows."""

from qsdev.consultation.actions.answering import (
    add_theme,
    answer_comment,
    change_theme,
    link_change,
    move_theme,
    remove_theme,
    unlink_change,
)
from qsdev.consultation.actions.codes import end_code, make_code, use_code
from qsdev.consultation.actions.confirming import confirm_import, undo_import
from qsdev.consultation.actions.drafts import (
    add_question,
    change_question,
    issue_draft,
    remove_question,
    withdraw_draft,
)
from qsdev.consultation.actions.importing import (
    abandon_import,
    match_columns,
    read_again,
    start_import,
    take_reading_of_job,
)
from qsdev.consultation.actions.redacting import redact_comment
from qsdev.consultation.actions.reports import build_document, issue_report, withdraw_report
from qsdev.consultation.actions.responding import (
    change_draft_comment,
    draft_comment,
    remove_draft_comment,
    say_about_response,
    submit_response,
)
from qsdev.consultation.actions.rows import correct_row, put_back_row, refuse_row
from qsdev.consultation.actions.settling import (
    correct_refused_row,
    import_refused_row,
    reopen_row,
    settle_rows,
)
from qsdev.consultation.actions.sweeping import sweep_leftovers
from qsdev.consultation.actions.together import give_comments, put_into_theme, undo_comment_step

__all__ = [
    "abandon_import",
    "add_question",
    "add_theme",
    "answer_comment",
    "build_document",
    "change_draft_comment",
    "change_question",
    "change_theme",
    "confirm_import",
    "correct_refused_row",
    "correct_row",
    "draft_comment",
    "end_code",
    "give_comments",
    "import_refused_row",
    "issue_draft",
    "issue_report",
    "link_change",
    "make_code",
    "match_columns",
    "move_theme",
    "put_back_row",
    "put_into_theme",
    "read_again",
    "redact_comment",
    "refuse_row",
    "remove_draft_comment",
    "remove_question",
    "remove_theme",
    "reopen_row",
    "say_about_response",
    "settle_rows",
    "start_import",
    "submit_response",
    "sweep_leftovers",
    "take_reading_of_job",
    "undo_comment_step",
    "undo_import",
    "unlink_change",
    "use_code",
    "withdraw_draft",
    "withdraw_report",
]
