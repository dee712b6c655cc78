"""How fast a long stakeholder table comes in, against django-import-export on the same file.

Each way runs in a process of its own, with an empty database in a folder of its own. Counted is
processor time, children included, from the file to suggestions in the database. Ours reads, checks
and keeps every row with its raw cells, then checks again and makes suggestions, as uploading and
confirming do. The peer reads, checks and writes in one pass, row by row and in bulk (`table_peer`
says what exactly).

The peer would take minutes, so it takes a table of the same make that is at most `PEER_ROWS` long,
and its seconds are taken to grow with the rows: "times ours" compares the seconds of one row. In
truth they grow a little faster. The peer is optional: where it is not installed it is named as
missing. Memory includes what SQLite maps of its file, up to 128 MB.
"""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

ROWS = 100_000
PEER_ROWS = 8_000
WANTED = 20  # times as fast as the peer
STAKEHOLDERS = tuple(f"Association number {number} for Children’s Health" for number in range(40))
HEADER = (
    "ID",
    "Stakeholder",
    "Suggested key area for quality improvement",
    "Why is this important?",
    "Why is this a key area for quality improvement?",
    "Supporting information",
)
PHRASE = "assessment of children in care by people who know them and their families well"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One way of taking a table in: seconds of processor time and of the clock, peak memory.

    `child_megabytes` is at most what the reading child held: the figure starts at what its parent
    held when it began. `times` is how many times ours the processor seconds of a row are, `wanted`
    how many they should be.
    """

    what: str
    seconds: float | None = None
    elapsed: float | None = None
    megabytes: float | None = None
    child_megabytes: float | None = None
    times: float | None = None
    wanted: str = ""
    is_met: bool | None = None


def run(rows=ROWS):
    """Return what was measured, in the order to print it."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        path = Path(folder) / "suggestions.xlsx"
        write_table(path, rows)
        ours = Measurement(f"ours, {rows:,} rows", **measured("ours", path, folder))
        if importlib.util.find_spec("import_export") is None:
            return [ours, Measurement("django-import-export: not installed")]
        shorter = min(rows, PEER_ROWS)
        write_table(path, shorter)
        each_row = ours.seconds / rows
        name = f"django-import-export, {shorter:,} rows"
        return [
            ours,
            beside(f"{name}, saved one by one", measured("peer", path, folder), shorter * each_row),
            beside(f"{name}, in bulk", measured("peer", path, folder, "bulk"), shorter * each_row),
        ]


def beside(what, theirs, seconds):
    """What a peer took, beside the seconds that as many rows take in ours."""
    times = theirs["seconds"] / seconds
    wanted = f"at least {WANTED}"
    return Measurement(what, **theirs, times=round(times, 1), wanted=wanted, is_met=times >= WANTED)


def write_table(path, rows):
    """Write a table of that many rows: six columns of text, no two rows alike."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Suggestions")
        sheet.write_row(0, 0, HEADER)
        for number in range(1, rows + 1):
            sheet.write_row(number, 0, row_of(number))


def row_of(number):
    """The cells of one row."""
    start = number % len(PHRASE)
    words = f"{PHRASE[start:]} {PHRASE[:start]}".strip()
    return (
        str(number),
        STAKEHOLDERS[number % len(STAKEHOLDERS)],
        f"Key area {number}: {words[:40]}",
        f"It matters because {words}, as row {number} says.",
        f"Care varies: {words}.",
        f"See reference {number}.",
    )


def measured(way, path, folder, *options):
    """Run one way in a process of its own; returns its seconds and megabytes."""
    own = Path(folder, "-".join((way, *options)))
    own.mkdir()
    environment = {
        **os.environ,
        "QSDEV_VAR": str(own),
        "DJANGO_SETTINGS_MODULE": "qsdev.settings",
        "DATABASE_URL": "",
    }
    command = [sys.executable, "-m", f"qsdev.benchmarks.table_{way}", str(path), *options]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        command, env=environment, cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"The benchmark of {way} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])
