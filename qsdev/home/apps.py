"""Registers the pages that show several stages of the process at once."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "qsdev.home"
    label = "home"
    verbose_name = "A topic from end to end"
