"""Finds the real briefing paper's files, which stand beside the checkout on some machines."""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data"


def shared_data(name):
    """Path of the file `name`; the test skips where it is missing, or fails if it is required."""
    path = FOLDER / name
    if not path.exists():
        reason = f"The real file {name} is not beside this checkout."
        if os.environ.get("REQUIRE_SHARED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path
