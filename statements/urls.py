"""Addresses of the statements' pages."""

from django.urls import path

from statements.views import parts, standard, statements, versions

app_name = "statements"
STATEMENTS = "topics/<slug:slug>/statements/"
ONE = f"{STATEMENTS}<int:number>/"
VERSION = f"{ONE}versions/<int:version>/"
MEASURE = f"{STATEMENTS}measures/<int:pk>/"
urlpatterns = [
    path(STATEMENTS, statements.statement_list, name="statement_list"),
    path(f"{STATEMENTS}new/", statements.statement_create, name="statement_create"),
    path(f"{STATEMENTS}checks/", standard.statement_checks, name="statement_checks"),
    path(f"{STATEMENTS}areas/<int:pk>/", standard.area_explain, name="area_explain"),
    path(ONE, statements.statement_detail, name="statement_detail"),
    path(f"{ONE}edit/", statements.statement_edit, name="statement_edit"),
    path(f"{ONE}move/", statements.statement_move, name="statement_move"),
    path(f"{ONE}remove/", statements.statement_remove, name="statement_remove"),
    path(f"{ONE}versions/", versions.statement_versions, name="statement_versions"),
    path(VERSION, versions.version_detail, name="version_detail"),
    path(f"{VERSION}restore/", versions.version_restore, name="version_restore"),
    path(f"{ONE}measures/new/", parts.measure_create, name="measure_create"),
    path(f"{MEASURE}edit/", parts.measure_edit, name="measure_edit"),
    path(f"{MEASURE}move/", parts.measure_move, name="measure_move"),
    path(f"{MEASURE}remove/", parts.measure_remove, name="measure_remove"),
    path(f"{ONE}sources/", parts.source_choose, name="source_choose"),
    path(f"{ONE}definitions/new/", parts.definition_create, name="definition_create"),
    path(
        f"{STATEMENTS}definitions/<int:pk>/remove/",
        parts.definition_remove,
        name="definition_remove",
    ),
]
