"""Mutated files: whatever is done to the bytes, the caller gets rows or a refusal.

A few in every run; `MUTATIONS=10000` for as many.
"""

import os
import random
import zipfile

import pytest

from qsdev.tables import Limits, RefusedFile, read_tables
from qsdev.tables.tests.build import FIRST, HEADER, SECOND, csv_text, docx, word_table, workbook
from qsdev.tables.tests.wanted import SUGGESTIONS

COUNT = int(os.environ.get("MUTATIONS", "160"))
LIMITS = Limits(memory_bytes=256 * 1024 * 1024)  # half of what a reader may use
ROWS = (HEADER, FIRST, SECOND)
ORIGINALS = {
    "t.docx": docx(word_table(*ROWS)),
    "t.xlsx": workbook(*ROWS, tail='<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
    "t.csv": csv_text(*ROWS).encode(),
    "t.txt": csv_text(*ROWS, delimiter="\t").encode(),
}
SPITEFUL = (b"\0", b"\xff" * 4, b"<!DOCTYPE x>", b"PK\x05\x06", b'"', b"99999999999", b"A1")


def mutate_bytes(data, chance, most=6):
    """A few bytes changed, removed, doubled or replaced."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, most)):
        start = chance.randrange(len(changed) or 1)
        end = start + chance.choice((1, 2, 8, 64))
        piece = changed[start:end]
        noise = bytes(chance.randrange(256) for _ in piece)
        letters = bytes(chance.randrange(97, 123) for _ in piece[:2])
        new = (noise, b"", piece * 3, chance.choice(SPITEFUL), letters + piece[2:])
        changed[start:end] = chance.choice(new)
    return bytes(changed)


def mutate_parts(data, chance, tmp_path):
    """A container that is sound, with one of its parts mutated."""
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(data)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutate_bytes(content, chance, 2) if name == victim else content)
    return target.read_bytes()


def outcome(data, name):
    """What reading comes to: "rows", "memory" if there was too little, else a refusal's scope."""
    try:
        read_tables(data, file_name=name, columns=SUGGESTIONS, limits=LIMITS)
    except RefusedFile as refusal:
        return "memory" if "memory" in refusal.message else refusal.scope
    return "rows"


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_every_mutation_ends_as_rows_or_a_refusal(name, tmp_path, caplog):
    chance = random.Random(f"{name}-20160310")
    outcomes = set()
    for _ in range(COUNT // len(ORIGINALS)):
        if name.endswith("x") and chance.random() < 0.7:
            data = mutate_parts(ORIGINALS[name], chance, tmp_path)
        else:
            data = mutate_bytes(ORIGINALS[name], chance)
        outcomes.add(outcome(data, name))
    assert {"rows"} < outcomes <= {"rows", "file", "mapping"}
    assert [record.getMessage() for record in caplog.records] == []
