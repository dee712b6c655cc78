"""Registers the quality statements: drafting them, their measures and their versions."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "statements"
    verbose_name = "Quality statements"
