"""Addresses of the topics' own pages."""

from django.urls import path

from qsdev.topics.views import (
    areas,
    frameworks,
    markdown,
    overview,
    roles,
    sub_areas,
    topics,
)

app_name = "topics"
urlpatterns = [
    path("", topics.topic_list, name="topic_list"),
    path("markdown-preview/", markdown.markdown_preview, name="markdown_preview"),
    path("topics/new/", topics.topic_create, name="topic_create"),
    path("topics/<slug:slug>/front-matter/", topics.topic_edit, name="topic_edit"),
    path("topics/<slug:slug>/rounds/new/", topics.round_create, name="round_create"),
    path("topics/<slug:slug>/rounds/<int:pk>/", topics.round_edit, name="round_edit"),
    path("topics/<slug:slug>/overview/", overview.overview_list, name="overview_list"),
    path("topics/<slug:slug>/overview/<slug:kind>/", overview.overview_edit, name="overview_edit"),
    path("topics/<slug:slug>/glossary/", overview.glossary_edit, name="glossary_edit"),
    path("topics/<slug:slug>/glossary/<int:pk>/remove/", overview.term_remove, name="term_remove"),
    path(
        "topics/<slug:slug>/frameworks/new/", frameworks.framework_create, name="framework_create"
    ),
    path(
        "topics/<slug:slug>/frameworks/<int:pk>/", frameworks.framework_edit, name="framework_edit"
    ),
    path(
        "topics/<slug:slug>/frameworks/<int:pk>/remove/",
        frameworks.framework_remove,
        name="framework_remove",
    ),
    path("topics/<slug:slug>/areas/", areas.area_list, name="area_list"),
    path("topics/<slug:slug>/areas/new/", areas.area_create, name="area_create"),
    path("topics/<slug:slug>/areas/order/", areas.area_order, name="area_order"),
    path("topics/<slug:slug>/areas/<int:pk>/edit/", areas.area_edit, name="area_edit"),
    path("topics/<slug:slug>/areas/<int:pk>/move/", areas.area_move, name="area_move"),
    path("topics/<slug:slug>/areas/<int:pk>/remove/", areas.area_remove, name="area_remove"),
    path(
        "topics/<slug:slug>/areas/<int:pk>/sub-areas/new/",
        sub_areas.sub_area_create,
        name="sub_area_create",
    ),
    path(
        "topics/<slug:slug>/areas/<int:pk>/sub-areas/order/",
        sub_areas.sub_area_order,
        name="sub_area_order",
    ),
    path(
        "topics/<slug:slug>/sub-areas/<int:pk>/move/", sub_areas.sub_area_move, name="sub_area_move"
    ),
    path(
        "topics/<slug:slug>/sub-areas/<int:pk>/edit/", sub_areas.sub_area_edit, name="sub_area_edit"
    ),
    path(
        "topics/<slug:slug>/sub-areas/<int:pk>/remove/",
        sub_areas.sub_area_remove,
        name="sub_area_remove",
    ),
    path("topics/<slug:slug>/people/", roles.role_list, name="role_list"),
    path("topics/<slug:slug>/people/<int:pk>/end/", roles.role_end, name="role_end"),
]
