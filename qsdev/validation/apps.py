"""Registers what happens after consultation: agreed changes, validation, supporters."""

from django.apps import AppConfig


class ValidationConfig(AppConfig):
    name = "qsdev.validation"
    label = "validation"
    verbose_name = "Validation"
