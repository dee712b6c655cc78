"""How large a file may be, and what its reader may use; the figures of TRUST.md."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file and of the child process that reads it."""

    file_bytes: int = 50 * 1024 * 1024
    unpacked_bytes: int = 256 * 1024 * 1024
    parts: int = 250
    rows: int = 200_000
    columns: int = 200
    cell_characters: int = 100_000
    xml_depth: int = 256
    cpu_seconds: int = 5
    cpu_seconds_large: int = 60  # once more than `large_rows` rows were seen
    large_rows: int = 10_000
    memory_bytes: int = 512 * 1024 * 1024

    def as_dict(self):
        """The limits by name, to hand to the child."""
        return asdict(self)
