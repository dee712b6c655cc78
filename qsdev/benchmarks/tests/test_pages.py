"""The benchmark of pages measures ours and the admin's on the same rows."""

import pytest
from django.db import connection

from qsdev.benchmarks.pages import run


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="It measures in processes and databases of its own: once is enough",
)
def test_pages_are_measured_beside_the_admin():
    measured = run(200)

    names = [one.what.partition(":")[0] for one in measured[::3]]
    assert [names[0], names[-1]] == ["table, no filter", "workbench, deep in the list"]
    assert len(names) == 16
    assert all(one.seconds > 0 for one in measured)
    assert [one.wanted for one in measured[:3]] == ["", "at most 2", "at least 5"]
