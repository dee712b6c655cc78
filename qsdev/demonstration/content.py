"""Reads what the demonstration holds: the files in `childrens_attachment/`."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "childrens_attachment"


def read_content():
    """The demonstration's facts and texts, as `topic.toml` holds them (a dict of tables)."""
    return tomllib.loads((FOLDER / "topic.toml").read_text(encoding="utf-8"))
