"""Registers published standards: as issued to everyone, version by version."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "qsdev.publication"
    label = "publication"
    verbose_name = "Publication"
