"""Whether enough voting members are present for the committee to decide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quorum:
    """How many voting members are appointed, needed and present, at one moment.

    Who is withdrawn from an area is not counted as present for it, and is appointed all the same:
    a committee from which many are excluded falls below its quorum rather than decide with a few.
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
    return Quorum(len(appointed), len((appointed - withdrawn) & present), percent)
