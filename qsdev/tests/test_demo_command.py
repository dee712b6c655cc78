"""`manage.py demo` prepares once, answers, and leaves no process behind however it ends."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request

import pytest
from django.conf import settings
from django.db import connection

from qsdev.demonstration.content import read_content
from qsdev.jobs.tests.workers import until

#: What would take the program away from its embedded default, or from the folder given below.
OTHERWISE = ("DATABASE_URL", "CELERY_BROKER_URL", "SECRET_KEY", "ALLOWED_HOSTS", "QSDEV_HTTPS")
PATIENCE = 120

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="the demonstration runs on its embedded default alone"
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The environment of a machine on which the program was never run."""
    kept = {name: value for name, value in os.environ.items() if name not in OTHERWISE}
    own = {"QSDEV_VAR": str(tmp_path_factory.mktemp("demo")), "PYTHONUNBUFFERED": "1"}
    return kept | own | {"DJANGO_SETTINGS_MODULE": "qsdev.settings"}


def command(*arguments):
    return [sys.executable, "manage.py", "demo", *arguments]


def prepare(environment, *stage):
    """Run `demo --prepare-only` to its end and return what it printed."""
    done = subprocess.run(
        command("--prepare-only", *stage),
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def prepared(environment):
    """What the first run printed."""
    return prepare(environment, "--stage", "triage")


def rows(environment):
    """How many rows each of a few tables holds."""
    tables = ("accounts_user", "topics_topic", "stakeholders_suggestion", "audit_event")
    database = sqlite3.connect(f"{environment['QSDEV_VAR']}/qsdev.sqlite3")
    try:
        return [database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]
    finally:
        database.close()


def test_every_account_is_printed_with_its_role_and_the_password(prepared):
    for account in read_content()["accounts"]:
        role = account["role"].replace("_", " ")
        assert re.search(rf"^  {re.escape(account['email'])} +{role}$", prepared, re.MULTILINE)
    assert re.search(r"the password of each is demo-[0-9a-f]{12}\)", prepared)


def test_preparing_again_changes_nothing_and_prints_the_same_accounts(prepared, environment):
    before = rows(environment)
    again = prepare(environment)
    assert before[1:3] == [1, 50]
    assert rows(environment) == before
    assert again == prepared.removeprefix("Building the demonstration topic …\n")


class Demonstration:
    """A running `manage.py demo`, and the processes that it started."""

    def __init__(self, environment, port):
        self.folder = environment["QSDEV_VAR"]
        self.address = f"http://127.0.0.1:{port}/"
        self.log = open(f"{self.folder}/demo-{time.monotonic_ns()}.log", "w+b")  # noqa: SIM115
        self.process = subprocess.Popen(
            command("--port", str(port)),
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )

    def said(self):
        self.log.seek(0)
        return self.log.read().decode()

    def wait_until_it_answers(self):
        assert until(lambda: f"Open {self.address}" in self.said(), PATIENCE), self.said()
        with urllib.request.urlopen(self.address, timeout=10) as answer:
            assert b"<h1" in answer.read()
        with open(f"{self.folder}/demonstration-processes.json") as file:
            self.groups = json.load(file)

    def left(self):
        """The processes of its groups that still run; those that only wait to be reaped do not."""
        listed = subprocess.run(
            ["ps", "-eo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
        )
        found = [line.split() for line in listed.stdout.splitlines()]
        groups = [*self.groups, self.process.pid]
        return [pid for pid, group, state in found if int(group) in groups and state[0] != "Z"]

    def end(self, number):
        self.process.send_signal(number)
        self.process.wait(timeout=PATIENCE)

    def clear(self):
        """End whatever is left, whether or not the test went well."""
        for group in [*getattr(self, "groups", []), self.process.pid]:
            try:
                os.killpg(group, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()
        self.log.close()


@pytest.fixture
def start(prepared, environment):
    """Starts the demonstration and waits until it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = []

    def answering():
        started.append(Demonstration(environment, port))
        started[-1].wait_until_it_answers()
        return started[-1]

    yield answering
    for one in started:
        one.clear()


def test_killed_demonstration_is_cleared_away_by_the_next_which_ends_whole(start):
    killed = start()
    killed.end(signal.SIGKILL)
    assert killed.left() != []
    following = start()
    assert killed.left() == []
    # Itself, the web server and its worker, Celery, its clock and two workers.
    assert until(lambda: len(following.left()) >= 7, PATIENCE)
    following.end(signal.SIGINT)
    assert following.left() == []
    assert following.process.returncode == 0
    assert "Ended." in following.said()
    last = start()
    last.end(signal.SIGTERM)
    assert last.left() == []
