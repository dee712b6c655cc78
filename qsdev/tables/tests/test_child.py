"""The child: limited in time and memory, free of Django; its death is a refusal, never a crash."""

import resource
import subprocess
import sys
import time

import pytest

from qsdev.tables import Limits, read_tables, stream_tables
from qsdev.tables.reading import ROOT
from qsdev.tables.tests.build import FIRST, HEADER, csv_text, sheet_xml, xlsx
from qsdev.tables.tests.wanted import SUGGESTIONS, read, refused

LONG = csv_text(HEADER) + csv_text(FIRST) * 190_000
MANY = [(str(number), *FIRST[1:]) for number in range(1, 3001)]


def in_child(code):
    """Standard output of a bare child that may import this package."""
    start = f"import sys; sys.path.insert(0, {ROOT!r}); {code}"
    run = subprocess.run([sys.executable, "-I", "-c", start], capture_output=True, text=True)
    return run.stdout.strip() or run.returncode


def test_the_child_never_loads_django():
    code = "import qsdev.tables.child; print('django' in sys.modules, 'celery' in sys.modules)"
    assert in_child(code) == "False False"


def test_the_allowance_binds_memory_and_forbids_writing():
    code = (
        "from qsdev.tables.allowance import *; from qsdev.tables import Limits; "
        "set_allowance(Limits(memory_bytes=256*1024*1024)); "
        "print(resource.getrlimit(resource.RLIMIT_FSIZE)[1]); bytearray(300*1024*1024)"
    )
    assert in_child(code) == "0"


def test_more_time_is_given_once_and_only_up_to_the_longer_limit():
    code = (
        "from qsdev.tables.allowance import *; from qsdev.tables import Limits; "
        "set_allowance(Limits()); allow_more_time(Limits()); allow_more_time(Limits()); "
        "print(resource.getrlimit(resource.RLIMIT_CPU))"
    )
    assert in_child(code) == "(60, 60)"


def test_a_reading_that_takes_too_long_is_refused():
    limits = Limits(cpu_seconds=1, cpu_seconds_large=1)
    refusal = refused(LONG, "t.csv", limits=limits)
    assert (refusal.code, "too long" in refusal.message) == ("corrupt", True)


def test_a_reading_that_needs_too_much_memory_is_refused():
    limits = Limits(memory_bytes=64 * 1024 * 1024)
    refusal = refused(LONG, "t.csv", limits=limits)
    assert (refusal.code, "memory" in refusal.message) == ("corrupt", True)


@pytest.mark.parametrize("reference", ["A99999999999", "ZZZZZZZZ1", "1A", "", "A0"])
def test_a_cell_reference_that_kills_the_parser_does_not_kill_the_caller(reference):
    bad = f'<c r="{reference}"><v>1</v></c>'
    data = xlsx(("S", "visible", sheet_xml([HEADER, (bad, *FIRST[1:])])))
    refusal = refused(data, "t.xlsx")
    assert refusal is None or refusal.code in ("corrupt", "too_many_columns")


def test_rows_come_in_batches_and_the_caller_holds_one_at_a_time():
    data = csv_text(HEADER, *MANY).encode()
    with stream_tables(data, file_name="t.csv", columns=SUGGESTIONS) as stream:
        sizes = [len(batch) for batch in stream.batches()]
    assert sizes == [100] * 30


def test_long_cells_come_in_smaller_batches():
    row = (*FIRST[:2], "x" * 90_000, *FIRST[3:])
    data = csv_text(HEADER, *[row] * 30).encode()
    with stream_tables(data, file_name="t.csv", columns=SUGGESTIONS) as stream:
        sizes = [len(batch) for batch in stream.batches()]
    assert sizes == [12, 12, 6]


def test_a_caller_who_leaves_early_leaves_no_process_behind():
    data = csv_text(HEADER, *MANY).encode()
    with stream_tables(data, file_name="t.csv", columns=SUGGESTIONS) as stream:
        next(stream.batches())
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    time.sleep(0.2)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime == spent


def test_a_path_is_read_like_bytes(tmp_path):
    path = tmp_path / "stored-under-another-name"
    path.write_text(csv_text(HEADER, FIRST))
    by_path = read_tables(path, file_name="t.csv", columns=SUGGESTIONS)
    assert by_path == read(csv_text(HEADER, FIRST), "t.csv")


def test_the_file_name_is_shown_without_its_path_or_tricks():
    refusal = refused(b"x", "..\\..\\evil\u202e" + "a" * 200 + ".exe")
    name = refusal.message.split("”")[0]
    assert (name[:5], "\u202e" in name, "\\" in name, len(name)) == ("“evil", False, False, 81)
