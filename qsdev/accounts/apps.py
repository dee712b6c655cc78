"""Registers the accounts: people, sign-in and roles."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, sign-in and roles."""

    name = "qsdev.accounts"
    verbose_name = "Accounts"
