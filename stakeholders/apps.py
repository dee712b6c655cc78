"""Registers the stakeholders and their suggestions, and guards their search in migrations."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from stakeholders.search_index import put_back, take_away


class StakeholdersConfig(AppConfig):
    name = "stakeholders"
    verbose_name = "Stakeholders and suggestions"

    def ready(self):
        pre_migrate.connect(take_away, sender=self, dispatch_uid="search-taken-away")
        post_migrate.connect(put_back, sender=self, dispatch_uid="search-put-back")
