"""Addresses of a topic's recommendations and evidence."""

from django.urls import include, path

from recommendations.views import (
    choosing,
    coverage,
    evidence,
    findings,
    library,
    selection,
    sources,
)

app_name = "recommendations"
area_pages = [
    path("recommendations/", choosing.recommendation_select, name="recommendation_select"),
    path("practice/", findings.finding_edit, name="finding_edit"),
]
topic_pages = [
    path("recommendations/", selection.recommendation_list, name="recommendation_list"),
    path("recommendations/coverage/", coverage.coverage_detail, name="coverage_detail"),
    path("recommendations/import/", sources.recommendation_import, name="recommendation_import"),
    path(
        "recommendations/import/<int:pk>/confirm/",
        sources.recommendation_confirm,
        name="recommendation_confirm",
    ),
    path("recommendations/sources/declare/", sources.source_declare, name="source_declare"),
    path(
        "recommendations/<int:pk>/reason/",
        selection.reason_not_selected_edit,
        name="reason_not_selected_edit",
    ),
    path("areas/<int:area_pk>/", include(area_pages)),
    path("areas/<int:area_pk>/sub-areas/<int:sub_area_pk>/", include(area_pages)),
    path("evidence/", evidence.evidence_list, name="evidence_list"),
    path("evidence/search/", evidence.evidence_search_edit, name="evidence_search_edit"),
    path("evidence/search/flowchart/", evidence.evidence_flowchart, name="evidence_flowchart"),
    path("evidence/sources/", library.evidence_source_list, name="evidence_source_list"),
    path("evidence/sources/new/", library.evidence_source_edit, name="evidence_source_edit"),
    path("evidence/sources/<int:pk>/", library.evidence_source_edit, name="evidence_source_edit"),
    path(
        "evidence/sources/<int:pk>/remove/",
        library.evidence_source_remove,
        name="evidence_source_remove",
    ),
]
urlpatterns = [path("topics/<slug:slug>/", include(topic_pages))]
