"""The one realistic topic that tests share: the demonstration, built by the actions."""

import copy

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import Client

from qsdev.accounts.models import User
from qsdev.demonstration.building import build_demonstration
from qsdev.demonstration.content import read_content
from qsdev.tests.fixtures import PASSWORD
from qsdev.tests.source import PACKAGES
from qsdev.topics.models import Topic

SNAPSHOT = {}


@pytest.fixture
def demonstration(db):
    """Children's attachment as `manage.py demo` builds it; each test has a fresh one.

    It is built once in a run; later tests get copies of the same rows.
    """
    with transaction.atomic():
        if SNAPSHOT:
            put_rows()
        else:
            build_demonstration(password=PASSWORD)
            take_rows()
    return Topic.objects.get(slug=read_content()["topic"]["slug"])


@pytest.fixture
def people(demonstration):
    """The demonstration's accounts by key: "administrator", "analyst", "lead", "chair" …"""
    emails = {account["email"]: account["key"] for account in read_content()["accounts"]}
    return {emails[user.email]: user for user in User.objects.filter(email__in=emails)}


@pytest.fixture
def client_as(people):
    """A client that is signed in as one of the people, or as nobody (None)."""

    def signed_in(key):
        client = Client()
        if key is not None:
            client.force_login(people[key])
        return client

    return signed_in


def our_models():
    ours = [model for model in apps.get_models() if model._meta.app_config.name in PACKAGES]
    return [model for model in ours if not model._meta.proxy]


def take_rows():
    """Keep every row of our packages, as they are now."""
    for model in our_models():
        SNAPSHOT[model] = list(model._base_manager.all())


def put_rows():
    """Write the kept rows into empty tables; keys that are counted go on after theirs."""
    for model, rows in SNAPSHOT.items():
        model._base_manager.bulk_create([copy.copy(row) for row in rows])
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(SNAPSHOT)):
            cursor.execute(statement)
