"""What is done in publication: the plan is written, versions are published and withdrawn."""

from qsdev.publication.actions.plans import write_plan
from qsdev.publication.actions.publishing import (
    build_files,
    publish_standard,
    withdraw_standard,
)

__all__ = ["build_files", "publish_standard", "withdraw_standard", "write_plan"]
