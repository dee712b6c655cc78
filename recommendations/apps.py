"""Registers the guidelines, recommendations and evidence."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    name = "recommendations"
    verbose_name = "Recommendations and evidence"
