"""Addresses of the pages that show several stages at once."""

from django.urls import path

from qsdev.home.views import histories, topics

app_name = "home"
urlpatterns = [
    path("topics/<slug:slug>/", topics.topic_detail, name="topic_detail"),
    path(
        "topics/<slug:slug>/suggestions/<int:number>/history/",
        histories.suggestion_history,
        name="suggestion_history",
    ),
]
