"""How fast the workbench and the list answer, against Django's admin on the same rows.

The table of suggestions is the like of the admin's list of changes and is measured with each
filter; the workbench, which shows a whole suggestion and the areas beside the list, with some.
Both are measured through Django's test client with the project's middleware (the admin without our
own part of it), each in a process of its own, on one database: a new file of SQLite or, where
`DATABASE_URL` is set, a new database beside the one that it names. Ours is measured on a small
topic as well, so that one sees that its time does not grow with the rows.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT

ROWS, FEW_ROWS = 100_000, 1_000
WANTED = 5  # times as fast as the admin
MOST_GROWTH = 2  # times as slow with a hundred times as many rows
DATABASE = "qsdev_benchmark_pages"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One page: the seconds it takes, and how that compares; `wanted` says what it should be."""

    what: str
    seconds: float | None = None
    megabytes: float | None = None
    times: float | None = None
    wanted: str = ""
    is_met: bool | None = None


def run(rows=ROWS):
    """Return what was measured, in the order to print it."""
    few = min(FEW_ROWS, rows)
    with database() as environment:
        small = measured("ours", few, environment)
    with database() as environment:
        ours = measured("ours", rows, environment)
        peer = measured("peer", rows, environment)
    return [line for name in ours for line in lines_about(name, rows, ours, peer, small, few)]


def lines_about(name, rows, ours, peer, small, few):
    """A page with all rows, with few, and the admin's."""
    alike = peer[name.partition(", ")[2]]
    growth, times = ours[name] / small[name], alike / ours[name]
    yield Measurement(f"{name}: ours, {rows:,} suggestions", ours[name])
    yield Measurement(
        f"  with {few:,} (times as slow with all)",
        small[name],
        times=round(growth, 1),
        wanted=f"at most {MOST_GROWTH}",
        is_met=growth <= MOST_GROWTH,
    )
    yield Measurement(
        "  Django admin, all (times ours)",
        alike,
        times=round(times, 1),
        wanted=f"at least {WANTED}",
        is_met=times >= WANTED,
    )


@contextmanager
def database():
    """The environment of processes that work on a database of their own, gone afterwards."""
    address = os.environ.get("DATABASE_URL", "")
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        environment = {**os.environ, "QSDEV_VAR": folder, "QSDEV_HTTPS": "0", "QSDEV_PROXIES": "0"}
        if not address:
            yield environment
            return
        execute(address, f"CREATE DATABASE {DATABASE}")
        try:
            parts = urlsplit(address)
            yield environment | {"DATABASE_URL": parts._replace(path=f"/{DATABASE}").geturl()}
        finally:
            execute(address, f"DROP DATABASE {DATABASE} WITH (FORCE)")


def execute(address, statement):
    """Run a statement of PostgreSQL's that no transaction may hold."""
    connection = psycopg2.connect(urlsplit(address)._replace(path="/postgres").geturl())
    connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()


def measured(way, rows, environment):
    """Measure one way in a process of its own; returns seconds by the name of the page."""
    settings = "qsdev.settings" if way == "ours" else "qsdev.benchmarks.page_peer_settings"
    command = [sys.executable, "-m", f"qsdev.benchmarks.page_{way}", str(rows)]
    hosts = environment.get("ALLOWED_HOSTS", "")
    done = subprocess.run(
        command,
        env={
            **environment,
            "DJANGO_SETTINGS_MODULE": settings,
            "ALLOWED_HOSTS": f"{hosts} testserver",
        },
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The benchmark of {way} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])
