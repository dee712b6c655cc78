"""Registers the jobs, and loads every package's tasks so that all kinds of job are known."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from qsdev.celery import app as celery_app


class JobsConfig(AppConfig):
    """Long work, done by workers."""

    name = "qsdev.jobs"
    verbose_name = "Jobs"

    def ready(self):
        celery_app.set_default()
        autodiscover_modules("tasks")
