"""Registers the briefing papers."""

from django.apps import AppConfig


class BriefingConfig(AppConfig):
    name = "qsdev.briefing"
    label = "briefing"
    verbose_name = "Briefing papers"
