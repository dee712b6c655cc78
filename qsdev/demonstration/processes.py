"""Runs the web server and the workers of the demonstration, and leaves none of them behind."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from qsdev.errors import RuleBroken

PATIENCE = 10  # seconds that a group of processes has to end by itself


def commands(port):
    """The programs of the demonstration: the web server, and workers with their clock."""
    python = [sys.executable, "-m"]
    return [
        [
            *python,
            "gunicorn",
            "qsdev.wsgi",
            f"--bind=127.0.0.1:{port}",
            "--worker-class=gthread",
            "--workers=1",
            "--threads=8",
            "--no-control-socket",
            "--log-level=warning",
        ],
        [
            *python,
            "celery",
            "--app=qsdev.celery",
            "worker",
            "--beat",
            "--concurrency=2",
            "--queues=documents,imports,housekeeping",
            "--loglevel=warning",
            "--without-gossip",
            "--without-mingle",
        ],
    ]


def check_port(port):
    """Refuse a port on which something answers already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise RuleBroken(
                f"Something answers on port {port} already: end it, or choose another port, as in"
                f" --port {port + 1}."
            )


def wait_for_port(port, processes, seconds=30):
    """Wait until the web server answers; RuleBroken if one of the programs ends before."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        check_alive(processes)
        time.sleep(0.1)
    raise RuleBroken(f"The web server did not answer on port {port} within {seconds} seconds.")


def check_alive(processes):
    for process in processes:
        if process.poll() is not None:
            raise RuleBroken(f"{process.args[2]} ended by itself: its messages are above.")


@contextmanager
def running(port):
    """Start the programs, each as a group of its own; end the groups whatever happens."""
    end_left_behind()
    check_port(port)
    processes = []
    try:
        for command in commands(port):
            processes.append(subprocess.Popen(command, start_new_session=True))
            groups_file().write_text(json.dumps([process.pid for process in processes]))
        wait_for_port(port, processes)
        yield processes
    finally:
        end_groups([process.pid for process in processes])
        for process in processes:
            process.wait()
        groups_file().unlink(missing_ok=True)


def groups_file():
    return Path(settings.VAR) / "demonstration-processes.json"


def end_left_behind():
    """End what an earlier demonstration left, if it was killed before it could do so itself."""
    if groups_file().exists():
        end_groups([pid for pid in json.loads(groups_file().read_text()) if is_ours(pid)])
        groups_file().unlink()


def is_ours(pid):
    """Whether that process still runs one of our programs: numbers of processes come again."""
    asked = subprocess.run(
        ["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return "qsdev" in asked.stdout


def end_groups(groups):
    """Ask the leader of each group to end it, and after a while end what is left of the groups.

    Asked all at once, Celery's workers would be gone before Celery can wait for them.
    """
    left = [group for group in groups if ask(group)]
    until = time.monotonic() + PATIENCE
    while left and time.monotonic() < until:
        time.sleep(0.1)
        left = [group for group in left if send(group, 0)]
    for group in left:
        send(group, signal.SIGKILL)


def ask(group):
    """Ask a group's leader to end it, or all of it where the leader is gone; False if all is."""
    reap(group)
    try:
        os.kill(group, signal.SIGTERM)
    except (ProcessLookupError, PermissionError):
        return send(group, signal.SIGTERM)
    return True


def send(group, number):
    """Send a signal to a whole group; False where nothing of it is left."""
    try:
        reap(group)
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def reap(pid):
    """Let go of the group's leader if it has ended and is ours: else its group seems alive."""
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
