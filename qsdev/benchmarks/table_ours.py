"""Takes a table in as the pages do: `python -m qsdev.benchmarks.table_ours FILE`."""

import sys
from pathlib import Path

from qsdev.benchmarks.table_measuring import measure
from stakeholders import actions


def take_in(path, topic):
    """Upload, read, check and confirm; returns how many rows were imported."""
    import_record = actions.start_import(
        topic=topic, round=topic.engagement, file=path, file_name=Path(path).name, by=None
    )
    actions.confirm_import(import_record=import_record, version=import_record.version, by=None)
    return import_record.imported_count


if __name__ == "__main__":
    measure(take_in, sys.argv[1])
