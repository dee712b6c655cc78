"""Whether enough voting members are present for the committee to decide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quorum:
    """How many voting members are appointed, needed and present, at one moment.

    `appointed` counts those who may take part: for an area from which members are withdrawn,
    neither the share nor the presence counts them, since a person who may not decide on an area is
    no member for it.
    """

    appointed: int
    present: int
    percent: int

    @property
    def needed(self) -> int:
        """The least whole number of members that is at least `percent` of those appointed."""
        return -(-self.appointed * self.percent // 100)

    @property
    def is_reached(self) -> bool:
        return self.appointed > 0 and self.present >= self.needed

    @property
    def missing(self) -> int:
        return max(self.needed - self.present, 0)


def quorum_of(
    *, appointed: set, present: set, withdrawn: set = frozenset(), percent: int
) -> Quorum:
    """Return the quorum of voting members (sets of anything that names them), at `percent` %."""
    counted = appointed - withdrawn
    return Quorum(len(counted), len(counted & present), percent)
