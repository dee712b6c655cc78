"""How much memory a process has held at most."""

import re
import resource
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_kilobytes() -> int:
    """Return the most that this process has held since it began.

    `ru_maxrss`, the answer where there is no `/proc`, starts at what the parent held.
    """
    if STATUS.exists():
        return int(re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text())[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
