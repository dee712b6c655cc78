"""The command prints what was measured, names missing peers, and fails where a goal is missed."""

import subprocess
import sys
from contextlib import suppress

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from qsdev.benchmarks import documents, tables
from qsdev.benchmarks.printing import lines_of


def test_figures_stand_under_their_headings():
    ours = documents.Measurement("docx, 50 suggestions", 0.0123)
    peer = documents.Measurement("pandoc", 0.5, times=40.65, wanted="≥ 10", is_met=True)
    missing = documents.Measurement("WeasyPrint: not installed, skipped")
    assert list(lines_of([ours, peer, missing])) == [
        "                                    Processor  Clock  Memory  Times ours  Wanted  Met",
        "docx, 50 suggestions                  0.012 s",
        "pandoc                                0.500 s                      40.65    ≥ 10  yes",
        "WeasyPrint: not installed, skipped",
    ]


def test_measurements_of_tables_say_clock_and_memory():
    row = tables.Measurement("ours, 100 rows", 1.0, 2.0, 90, 80, is_met=False, wanted="less")
    assert list(lines_of([row]))[1].split() == [
        *("ours,", "100", "rows", "1.000", "s", "2.0", "s", "90", "MB", "less", "NO"),
    ]


def test_short_table_is_measured_and_the_peer_named(capsys):
    with suppress(CommandError):  # so short a table is read no faster than by the peer
        call_command("benchmark", "tables", rows=10)
    ours, *peers = capsys.readouterr().out.splitlines()[1:]
    assert ours.startswith("ours, 10 rows")
    assert {peer.partition(",")[0].partition(":")[0] for peer in peers} == {"django-import-export"}


def test_memory_of_a_process_is_its_own_and_not_its_parents():
    held = bytearray(300_000_000)
    script = "from qsdev.benchmarks.memory import peak_kilobytes; print(peak_kilobytes())"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, check=True)
    assert len(held) > int(done.stdout) * 1024 > 1_000_000


def test_only_what_can_be_measured_is():
    with pytest.raises(CommandError, match="invalid choice: 'songs'"):
        call_command("benchmark", "songs")
