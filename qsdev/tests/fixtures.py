"""Fixtures that every test may use, loaded by qsdev.tests.plugin."""

import pytest

from qsdev.accounts.actions import create_user
from qsdev.audit.guards import take_guards_away

PASSWORD = "moss-anvil-tuesday"


@pytest.fixture(autouse=True)
def _emptied_history(request):
    """Let the tables be emptied after a test with real transactions; migrating guards them anew."""
    marker = request.node.get_closest_marker("django_db")
    transactional = marker is not None and marker.kwargs.get("transaction", False)
    if transactional or {"transactional_db", "live_server"} & set(request.fixturenames):
        request.getfixturevalue("transactional_db")
        yield
        take_guards_away()
    else:
        yield


@pytest.fixture
def person(db):
    """Someone with an account and no role anywhere."""
    return create_user(email="a.person@example.org", name="A Person", password=PASSWORD, by=None)


@pytest.fixture
def administrator(db):
    """Someone who keeps the accounts."""
    return create_user(
        email="administrator@example.org",
        name="An Administrator",
        password=PASSWORD,
        is_administrator=True,
        by=None,
    )
