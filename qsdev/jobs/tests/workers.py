"""Real workers and a private Redis for the tests, each started here and ended here."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from celery import Celery
from django.conf import settings
from django.db import connection

from qsdev.celery import app
from qsdev.settings import broker_options

QUEUES = "documents,imports,housekeeping"
PATIENCE = 20


def until(question, seconds=PATIENCE):
    """Wait until the question is answered with something true; whether it was in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if question():
            return True
        time.sleep(0.05)
    return False


class Worker:
    """A Celery worker with its beat, in a session of its own: `kill -9` ends the whole tree."""

    def __init__(self, broker):
        number = len(list(Path(settings.FOLDER).glob("worker-*.log")))
        self.log = Path(settings.FOLDER, f"worker-{number}.log")
        command = f"worker --concurrency=2 --queues={QUEUES} --beat --loglevel=WARNING"
        command += f" --schedule={settings.FOLDER}/beat-{number} --without-mingle --without-gossip"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "qsdev.tests.settings",
            "QSDEV_TEST_FOLDER": settings.FOLDER,
            "QSDEV_TEST_DATABASE": str(connection.settings_dict["NAME"]),
            "QSDEV_TEST_BROKER": broker,
            "PYTHONWARNINGS": "ignore",
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "qsdev.celery", *command.split()],
                cwd=settings.BASE_DIR,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def signal(self, number):
        os.killpg(self.process.pid, number)

    def kill(self):
        """End the whole tree with SIGKILL."""
        try:
            self.signal(signal.SIGKILL)
        except ProcessLookupError:
            return
        self.process.wait()

    def pause(self):
        self.signal(signal.SIGSTOP)

    def resume(self):
        self.signal(signal.SIGCONT)


class Redis:
    """A Redis server at a free port, with nothing kept on disk."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process = None

    def start(self):
        command = f"redis-server --port {self.port} --bind 127.0.0.1 --appendonly no"
        command += f" --dir {settings.FOLDER}"
        self.process = subprocess.Popen(
            [*command.split(), "--save", ""], stdout=subprocess.DEVNULL, start_new_session=True
        )
        assert until(self.answers)

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        """End the server, and with it every message it held."""
        self.process.kill()
        self.process.wait()

    def stall(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def wipe(self):
        self.stop()
        self.start()


class Files:
    """The broker in files."""

    url = "filesystem://localhost"
    folder = Path(settings.VAR, "broker/queue")

    def wipe(self):
        for message in self.folder.iterdir():
            message.unlink(missing_ok=True)


@contextmanager
def application_of(broker):
    """Let this process send its messages to another broker than the settings name."""
    other = Celery("elsewhere", broker=broker, set_as_current=False)
    other.conf.update(broker_transport_options=broker_options(broker), task_publish_retry=False)
    other.set_current()
    try:
        yield
    finally:
        app.set_current()
        other.close()


@contextmanager
def private_redis():
    """A Redis of the test's own; skips without one, or fails where services are required."""
    if shutil.which("redis-server") is None:
        if os.environ.get("REQUIRE_SERVICES") == "1":
            pytest.fail("redis-server is not installed on this machine.")
        pytest.skip("redis-server is not installed on this machine.")
    redis = Redis()
    redis.start()
    try:
        with application_of(redis.url):
            yield redis
    finally:
        redis.stop()
