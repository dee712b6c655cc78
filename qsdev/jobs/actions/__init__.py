"""All that can be done with a job: by people who ask for one, and by the workers who do it."""

from qsdev.jobs.actions.asking import cancel, enqueue, retry
from qsdev.jobs.actions.doing import beat, claim, fail, finish, stop
from qsdev.jobs.actions.waking import sweep, wake

__all__ = [
    "beat",
    "cancel",
    "claim",
    "enqueue",
    "fail",
    "finish",
    "retry",
    "stop",
    "sweep",
    "wake",
]
