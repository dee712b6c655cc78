"""Addresses of the register, the imports and the suggestions."""

from django.urls import path

from stakeholders.views import (
    assigning,
    import_rows,
    imports,
    lists,
    merging,
    notes,
    parts,
    register,
    sorting,
    steps,
    suggestions,
    summaries,
    together,
    triage,
)

app_name = "stakeholders"
urlpatterns = [
    path("topics/<slug:slug>/stakeholders/", register.stakeholder_list, name="stakeholder_list"),
    path(
        "topics/<slug:slug>/stakeholders/new/",
        register.stakeholder_create,
        name="stakeholder_create",
    ),
    path(
        "topics/<slug:slug>/stakeholders/<int:pk>/",
        register.stakeholder_edit,
        name="stakeholder_edit",
    ),
    path("topics/<slug:slug>/imports/", imports.import_list, name="import_list"),
    path("topics/<slug:slug>/imports/new/", imports.import_upload, name="import_upload"),
    path("topics/<slug:slug>/imports/<int:pk>/", imports.import_detail, name="import_detail"),
    path(
        "topics/<slug:slug>/imports/<int:pk>/progress/",
        imports.import_progress,
        name="import_progress",
    ),
    path("topics/<slug:slug>/imports/<int:pk>/read/", imports.import_read, name="import_read"),
    path(
        "topics/<slug:slug>/imports/<int:pk>/columns/",
        imports.import_columns,
        name="import_columns",
    ),
    path("topics/<slug:slug>/imports/<int:pk>/rows/", import_rows.import_rows, name="import_rows"),
    path(
        "topics/<slug:slug>/imports/<int:pk>/confirm/",
        import_rows.import_confirm,
        name="import_confirm",
    ),
    path("topics/<slug:slug>/imports/<int:pk>/undo/", imports.import_undo, name="import_undo"),
    path(
        "topics/<slug:slug>/imports/<int:pk>/abandon/",
        imports.import_abandon,
        name="import_abandon",
    ),
    path(
        "topics/<slug:slug>/import-rows/<int:pk>/correct/",
        import_rows.import_row_correct,
        name="import_row_correct",
    ),
    path(
        "topics/<slug:slug>/import-rows/<int:pk>/register/",
        import_rows.import_row_register,
        name="import_row_register",
    ),
    path(
        "topics/<slug:slug>/import-rows/<int:pk>/leave-out/",
        import_rows.import_row_leave_out,
        name="import_row_leave_out",
    ),
    path(
        "topics/<slug:slug>/import-rows/<int:pk>/import/",
        import_rows.import_row_import,
        name="import_row_import",
    ),
    path(
        "topics/<slug:slug>/import-rows/<int:pk>/settle/",
        import_rows.import_row_settle,
        name="import_row_settle",
    ),
    path(
        "topics/<slug:slug>/specialist-members/new/",
        register.specialist_member_create,
        name="specialist_member_create",
    ),
    path("topics/<slug:slug>/identities/", register.identity_list, name="identity_list"),
    path("topics/<slug:slug>/identities/<int:pk>/", register.identity_edit, name="identity_edit"),
    path("topics/<slug:slug>/triage/", triage.triage, name="triage"),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/triage/",
        triage.suggestion_triage,
        name="suggestion_triage",
    ),
    path(
        "topics/<slug:slug>/suggestions/file-together/",
        together.suggestion_file_together,
        name="suggestion_file_together",
    ),
    path("topics/<slug:slug>/steps/<int:pk>/undo/", steps.step_undo, name="step_undo"),
    path("topics/<slug:slug>/suggestions/", lists.suggestion_list, name="suggestion_list"),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/",
        suggestions.suggestion_detail,
        name="suggestion_detail",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/file/",
        suggestions.suggestion_file,
        name="suggestion_file",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/support/",
        suggestions.suggestion_support,
        name="suggestion_support",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/unfile/<int:pk>/",
        suggestions.suggestion_unfile,
        name="suggestion_unfile",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/not-used/",
        suggestions.suggestion_explain,
        name="suggestion_explain",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/redact/",
        suggestions.suggestion_redact,
        name="suggestion_redact",
    ),
    path("topics/<slug:slug>/areas/<int:pk>/summary/", summaries.summary_edit, name="summary_edit"),
    path(
        "topics/<slug:slug>/suggestions/assign/",
        assigning.suggestion_assign,
        name="suggestion_assign",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/split/",
        parts.suggestion_split,
        name="suggestion_split",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/join/",
        parts.suggestion_join,
        name="suggestion_join",
    ),
    path("topics/<slug:slug>/parts/<int:pk>/file/", parts.part_file, name="part_file"),
    path("topics/<slug:slug>/parts/<int:pk>/unfile/", parts.part_unfile, name="part_unfile"),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/merge/",
        merging.suggestion_merge,
        name="suggestion_merge",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/unmerge/",
        merging.suggestion_unmerge,
        name="suggestion_unmerge",
    ),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/notes/new/",
        notes.note_create,
        name="note_create",
    ),
    path("topics/<slug:slug>/notes/<int:pk>/remove/", notes.note_remove, name="note_remove"),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/viewers/",
        notes.suggestion_viewers,
        name="suggestion_viewers",
    ),
    path("topics/<slug:slug>/sortings/", sorting.sorting_list, name="sorting_list"),
    path("topics/<slug:slug>/sortings/<int:pk>/", sorting.sorting_detail, name="sorting_detail"),
    path("topics/<slug:slug>/sortings/<int:pk>/sort/", sorting.sorting_edit, name="sorting_edit"),
]
