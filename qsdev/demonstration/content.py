"""Reads what the demonstration holds: the files in `childrens_attachment/`."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "childrens_attachment"


def read_content(part="topic"):
    """The facts and texts of a part, as its file holds them (a dict of tables).

    The parts are "topic", "committee", "statements", "equality", "consultation" and "publication".
    """
    return tomllib.loads((FOLDER / f"{part}.toml").read_text(encoding="utf-8"))
