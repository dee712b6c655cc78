"""Registers the consultation: drafts as issued, comments, themes, responses and changes."""

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    name = "qsdev.consultation"
    label = "consultation"
    verbose_name = "Consultation"
