"""Registers the history, and guards its table after every migration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from qsdev.audit.guards import put_guards


class AuditConfig(AppConfig):
    """The history of everything that was decided."""

    name = "qsdev.audit"
    verbose_name = "History"

    def ready(self):
        post_migrate.connect(put_guards, sender=self, dispatch_uid="audit-guards")
