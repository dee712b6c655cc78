"""Registers the topics."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "qsdev.topics"
    label = "topics"
    verbose_name = "Topics"
