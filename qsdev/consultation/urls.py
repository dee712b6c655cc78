"""Addresses of the consultation: the draft, comments, themes, imports; and of responses."""

from django.urls import path, re_path

from qsdev.consultation.views import (
    changes,
    codes,
    documents,
    drafts,
    import_rows,
    imports,
    redacting,
    reports,
    responding,
    themes,
    together,
    workbench,
)

app_name = "consultation"
HERE = "topics/<slug:slug>/consultation/"
IMPORT = f"{HERE}imports/<int:pk>/"
ROW = f"{HERE}imports/rows/<int:pk>/"
THEME = f"{HERE}themes/<int:pk>/"
COMMENT = f"{HERE}comments/<int:number>/"

urlpatterns = [
    path(HERE, drafts.consultation_detail, name="consultation_detail"),
    path(f"{HERE}draft/", documents.draft_detail, name="draft_detail"),
    path(f"{HERE}draft/build/", documents.draft_build, name="draft_build"),
    path(f"{HERE}draft/files/<slug:format>/", documents.draft_download, name="draft_download"),
    path(f"{HERE}issue/", drafts.draft_issue, name="draft_issue"),
    path(f"{HERE}questions/new/", drafts.question_create, name="question_create"),
    path(f"{HERE}questions/<int:pk>/", drafts.question_edit, name="question_edit"),
    path(f"{HERE}questions/<int:pk>/remove/", drafts.question_remove, name="question_remove"),
    path(f"{HERE}statements/<int:pk>/", drafts.statement_changes, name="statement_changes"),
    path(f"{HERE}report/", reports.report_detail, name="report_detail"),
    path(f"{HERE}report/build/", reports.report_build, name="report_build"),
    path(f"{HERE}report/issue/", reports.report_issue, name="report_issue"),
    path(f"{HERE}report/files/<slug:format>/", reports.report_download, name="report_download"),
    path(f"{HERE}report/<int:version>/withdraw/", reports.report_withdraw, name="report_withdraw"),
    path(f"{HERE}report/issued/", reports.issued_report_detail, name="issued_report_detail"),
    path(
        f"{HERE}report/issued/<slug:document>/<slug:format>/",
        reports.issued_report_download,
        name="issued_report_download",
    ),
    path(f"{HERE}table/", reports.comment_table_detail, name="comment_table_detail"),
    path(f"{HERE}table/build/", reports.comment_table_build, name="comment_table_build"),
    path(
        f"{HERE}table/files/<slug:format>/",
        reports.comment_table_download,
        name="comment_table_download",
    ),
    path(f"{HERE}responses/", codes.respondent_list, name="respondent_list"),
    path(f"{HERE}codes/new/", codes.code_create, name="code_create"),
    path(f"{HERE}codes/<int:pk>/end/", codes.code_end, name="code_end"),
    path(f"{HERE}imports/", imports.comment_import_list, name="comment_import_list"),
    path(f"{HERE}imports/new/", imports.comment_import_upload, name="comment_import_upload"),
    path(IMPORT, imports.comment_import_detail, name="comment_import_detail"),
    path(f"{IMPORT}columns/", imports.comment_import_columns, name="comment_import_columns"),
    path(f"{IMPORT}rows/", imports.comment_import_rows, name="comment_import_rows"),
    path(f"{IMPORT}confirm/", imports.comment_import_confirm, name="comment_import_confirm"),
    path(f"{IMPORT}undo/", imports.comment_import_undo, name="comment_import_undo"),
    path(f"{IMPORT}abandon/", imports.comment_import_abandon, name="comment_import_abandon"),
    path(f"{ROW}correct/", import_rows.comment_row_correct, name="comment_row_correct"),
    path(f"{ROW}refuse/", import_rows.comment_row_refuse, name="comment_row_refuse"),
    path(f"{ROW}put-back/", import_rows.comment_row_put_back, name="comment_row_put_back"),
    path(f"{HERE}comments/", workbench.comments, name="comments"),
    path(f"{HERE}comments/theme/", together.comment_theme_together, name="comment_theme_together"),
    path(f"{HERE}comments/give/", together.comment_give_together, name="comment_give_together"),
    path(COMMENT, workbench.comment_detail, name="comment_detail"),
    path(f"{COMMENT}redact/", redacting.comment_redact, name="comment_redact"),
    path(f"{COMMENT}changes/new/", changes.comment_change_create, name="comment_change_create"),
    path(f"{HERE}redactions/", redacting.redaction_list, name="redaction_list"),
    path(f"{HERE}themes/", themes.theme_list, name="theme_list"),
    path(f"{HERE}themes/new/", themes.theme_create, name="theme_create"),
    path(THEME, themes.theme_edit, name="theme_edit"),
    path(f"{THEME}move/", themes.theme_move, name="theme_move"),
    path(f"{THEME}remove/", themes.theme_remove, name="theme_remove"),
    path(f"{THEME}changes/new/", changes.theme_change_create, name="theme_change_create"),
    path(f"{HERE}changes/<int:pk>/remove/", changes.change_remove, name="change_remove"),
    path("respond/", responding.response_enter, name="response_enter"),
    path("respond/leave/", responding.response_leave, name="response_leave"),
    path("respond/response/", responding.response_detail, name="response_detail"),
    re_path(
        r"^respond/response/new/(?P<place>g|[sq][0-9]{1,15})/$",
        responding.response_comment_create,
        name="response_comment_create",
    ),
    path(
        "respond/response/comments/<int:pk>/",
        responding.response_comment_edit,
        name="response_comment_edit",
    ),
    path("respond/draft/", documents.response_draft, name="response_draft"),
    path(
        "respond/draft/<slug:format>/",
        documents.response_draft_download,
        name="response_draft_download",
    ),
    path("respond/response/about/", responding.response_about, name="response_about"),
    path("respond/response/submit/", responding.response_submit, name="response_submit"),
]
