"""Fixtures that every test may use, loaded by pytest.ini."""

import pytest

from qsdev.audit.guards import take_guards_away


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
