"""Registers the building of documents, and finds the builders of every package."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class BuildsConfig(AppConfig):
    name = "qsdev.builds"
    label = "builds"
    verbose_name = "Documents"

    def ready(self):
        autodiscover_modules("builder")
