"""Addresses of the equality impact assessment."""

from django.urls import path

from qsdev.equality.views import documents, issues, stages

app_name = "equality"
EQUALITY = "topics/<slug:slug>/equality/"
STAGE = f"{EQUALITY}stages/<slug:stage>/"
ISSUE = f"{EQUALITY}issues/<int:number>/"
DOCUMENT = f"{EQUALITY}document/"
urlpatterns = [
    path(EQUALITY, stages.stage_list, name="stage_list"),
    path(STAGE, stages.stage_detail, name="stage_detail"),
    path(f"{STAGE}answers/", stages.stage_answer, name="stage_answer"),
    path(f"{STAGE}complete/", stages.stage_complete, name="stage_complete"),
    path(f"{STAGE}reopen/", stages.stage_reopen, name="stage_reopen"),
    path(f"{STAGE}areas/<int:pk>/take/", stages.area_take, name="area_take"),
    path(f"{STAGE}issues/new/", issues.issue_create, name="issue_create"),
    path(f"{ISSUE}edit/", issues.issue_edit, name="issue_edit"),
    path(f"{ISSUE}withdraw/", issues.issue_withdraw, name="issue_withdraw"),
    path(f"{EQUALITY}completions/<int:pk>/", stages.completion_detail, name="completion_detail"),
    path(DOCUMENT, documents.assessment_detail, name="assessment_detail"),
    path(f"{DOCUMENT}build/", documents.assessment_build, name="assessment_build"),
    path(
        f"{DOCUMENT}files/<slug:format>/",
        documents.assessment_download,
        name="assessment_download",
    ),
]
