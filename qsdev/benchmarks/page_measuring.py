"""Measures pages by the seconds that the test client waits for them, in the program's own stack."""

import json
import statistics
import time

TRIES = 7


def seconds_of(client, address):
    """The median of several requests for a page, after one that warms it up."""
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    taken = []
    for _ in range(TRIES):
        start = time.perf_counter()
        client.get(address)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def report(seconds):
    """Print what was measured, by name, for the process that asked."""
    print(json.dumps(seconds))
