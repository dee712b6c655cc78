"""Registers the committee: its members, interests, ratings, meetings and decisions."""

from django.apps import AppConfig


class CommitteeConfig(AppConfig):
    name = "qsdev.committee"
    label = "committee"
    verbose_name = "Committee"
