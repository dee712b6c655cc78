"""Registers the trail from a published sentence to a suggestion, and back."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "qsdev.trail"
    label = "trail"
    verbose_name = "Trail"
