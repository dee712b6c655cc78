"""Addresses of the register, the imports and the suggestions."""

from django.urls import path

from stakeholders.views import register, suggestions

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
    path(
        "topics/<slug:slug>/specialist-members/new/",
        register.specialist_member_create,
        name="specialist_member_create",
    ),
    path("topics/<slug:slug>/identities/", register.identity_list, name="identity_list"),
    path("topics/<slug:slug>/identities/<int:pk>/", register.identity_edit, name="identity_edit"),
    path("topics/<slug:slug>/suggestions/", suggestions.suggestion_list, name="suggestion_list"),
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
    path(
        "topics/<slug:slug>/areas/<int:pk>/summary/", suggestions.summary_edit, name="summary_edit"
    ),
]
