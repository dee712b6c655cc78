"""The kinds of job there are: each package names its own in its `tasks.py`."""

from dataclasses import dataclass
from typing import Any, Protocol

QUEUES = ("documents", "imports", "housekeeping")


@dataclass(frozen=True)
class Kind:
    """A kind of job: its name, the queue of workers that do it, and what they run."""

    name: str
    queue: str
    run: Any
    then: Any = None


class Run(Protocol):
    """What a kind of job runs: it returns the job's result, ids and codes that JSON can hold."""

    def __call__(self, progress, subject_id, **arguments) -> dict: ...


KINDS = {}


def job(name, *, queue="documents", then=None):
    """Mark the function that does a kind of job: `@job("briefing.build_paper")`.

    The function takes `(progress, subject_id, **arguments)`, calls `progress(percent, message)`
    now and then, and returns a dictionary. It may be run again from the start if its worker
    dies, so it writes files only under names that contain `progress.token`, and leaves rows to
    `then(job, result)`: an action that runs in the transaction that finishes the job, so that
    it happens once or not at all.
    """
    if queue not in QUEUES:
        raise ValueError(f"There is no queue {queue}: choose from {', '.join(QUEUES)}.")

    def register(run: Run):
        if name in KINDS:
            raise ValueError(f"There are two kinds of job named {name}.")
        KINDS[name] = Kind(name, queue, run, then)
        return run

    return register
