"""Addresses of the areas' pages and the paper's."""

from django.urls import path

from qsdev.briefing.views import (
    areas,
    building,
    changes,
    charts,
    glossary,
    issued,
    issuing,
    merging,
    papers,
)

app_name = "briefing"
PAPER = "topics/<slug:slug>/paper/"
BUILD = f"{PAPER}builds/<int:pk>/"
ISSUED = f"{PAPER}issued/<int:version>/"
urlpatterns = [
    path("topics/<slug:slug>/areas/<int:pk>/merge/", merging.area_merge, name="area_merge"),
    path("topics/<slug:slug>/glossary/use/", glossary.glossary_use, name="glossary_use"),
    path("topics/<slug:slug>/areas/<int:pk>/", areas.area_detail, name="area_detail"),
    path("topics/<slug:slug>/areas/<int:pk>/preview/", areas.area_preview, name="area_preview"),
    path("topics/<slug:slug>/chart/", charts.topic_chart, name="topic_chart"),
    path(PAPER, papers.paper_detail, name="paper_detail"),
    path(f"{PAPER}checks/", papers.paper_checks, name="paper_checks"),
    path(f"{PAPER}build/", building.paper_build, name="paper_build"),
    path(f"{BUILD}progress/", building.paper_progress, name="paper_progress"),
    path(f"{BUILD}cancel/", building.paper_build_cancel, name="paper_build_cancel"),
    path(f"{BUILD}retry/", building.paper_build_retry, name="paper_build_retry"),
    path(f"{BUILD}findings/", papers.paper_findings, name="paper_findings"),
    path(f"{BUILD}preview/", papers.paper_preview, name="paper_preview"),
    path(f"{BUILD}changes/", changes.paper_changes, name="paper_changes"),
    path(f"{BUILD}files/<slug:format>/", papers.paper_download, name="paper_download"),
    path(f"{BUILD}issue/", issuing.paper_issue, name="paper_issue"),
    path(f"{ISSUED}", issued.issued_paper_detail, name="issued_paper_detail"),
    path(
        f"{ISSUED}files/<slug:format>/", issued.issued_paper_download, name="issued_paper_download"
    ),
    path(f"{ISSUED}withdraw/", issuing.paper_withdraw, name="paper_withdraw"),
]
