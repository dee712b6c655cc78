"""Asks the child process for hints; the only way to them outside tests and benchmarks."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds; 5,000 suggestions take a small part of it


class HintsFailed(Exception):
    """The child ended without an answer; the message is the end of what it said."""


def ask(question: dict) -> dict:
    """Return the answer to a question, as `stakeholders.hints.__main__` describes both.

    Raises HintsFailed where the child fails or takes too long.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", "stakeholders.hints"],
            input=json.dumps(question),
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise HintsFailed(f"No answer within {PATIENCE} seconds.") from error
    if done.returncode:
        raise HintsFailed(done.stderr[-1000:])
    return json.loads(done.stdout)
