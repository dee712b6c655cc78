"""Registers the demonstration."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "qsdev.demonstration"
    label = "demonstration"
    verbose_name = "Demonstration"
