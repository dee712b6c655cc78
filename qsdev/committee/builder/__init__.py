"""The committee's documents: the pack to read offline, and the minutes of a meeting."""

from qsdev.committee.builder.minutes import build_minutes
from qsdev.committee.builder.pack import build_pack

__all__ = ["build_minutes", "build_pack"]
