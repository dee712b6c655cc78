"""Registers the equality impact assessment: issues by stage, and its document."""

from django.apps import AppConfig


class EqualityConfig(AppConfig):
    name = "qsdev.equality"
    label = "equality"
    verbose_name = "Equality"
