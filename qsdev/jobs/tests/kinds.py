"""Kinds of job that the tests ask for: some count, some fail, one goes quiet, one dies."""

import os
import signal
import time

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.jobs.registry import job


def note(job, result):
    """What follows from counting, in the transaction that finishes it."""
    record("counted", job, by=job.asked_by, **result)


@job("tests.count", queue="documents", then=note)
def count(progress, subject_id, steps=4, pause=0):
    for step in range(steps):
        progress(100 * step // steps, f"Step {step + 1} of {steps}")
        time.sleep(pause)
    return {"steps": steps}


@job("tests.refuse", queue="imports")
def refuse(progress, subject_id):
    raise RuleBroken("Give the area a title first.")


@job("tests.break", queue="imports")
def break_down(progress, subject_id):
    value = " ".join(["private", "person"])  # so that the line of code does not hold it
    raise ZeroDivisionError(value)


@job("tests.go_quiet", then=note)
def go_quiet(progress, subject_id, seconds):
    with progress.kept_alive():
        time.sleep(seconds)
    return {"steps": 0}


@job("tests.die")
def die(progress, subject_id):
    progress(10, "About to die")
    os.kill(os.getpid(), signal.SIGKILL)
