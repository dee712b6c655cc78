"""Processor time of some work, with that of every process it starts, orphans included.

Browsers leave processes behind that end a moment after them. Linux counts those for whoever
waits for them, so while work is measured this process adopts and awaits them.
"""

import ctypes
import os
import resource
import sys
import time
from collections.abc import Callable

_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)
_PATIENCE = 5.0


def processor_seconds(work: Callable[[], object], runs: int = 1) -> float:
    """Return the least processor seconds of some runs; of several, one more goes before."""
    if runs > 1:
        work()
    _adopt_orphans(True)
    try:
        return min(_seconds_of(work) for _ in range(runs))
    finally:
        _adopt_orphans(False)


def _seconds_of(work):
    before = _usage()
    work()
    _await_orphans()
    return _usage() - before


def _usage():
    parts = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(part.ru_utime + part.ru_stime for part in parts)


def _adopt_orphans(wanted):
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, int(wanted), 0, 0, 0)


def _await_orphans():
    """Wait for the processes that the work left behind, so that their time is counted."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not found:
            time.sleep(0.01)
