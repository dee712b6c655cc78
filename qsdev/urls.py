"""Every address of the application, package by package in the order of the process."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("qsdev.accounts.urls")),
    path("", include("qsdev.topics.urls")),
    path("", include("stakeholders.urls")),
    path("", include("recommendations.urls")),
    path("", include("qsdev.briefing.urls")),
    path("", include("qsdev.committee.urls")),
    path("", include("statements.urls")),
    path("", include("qsdev.consultation.urls")),
    path("", include("qsdev.equality.urls")),
    path("", include("qsdev.validation.urls")),
    path("", include("qsdev.publication.urls")),
    path("", include("qsdev.trail.urls")),
    path("", include("qsdev.home.urls")),
]
