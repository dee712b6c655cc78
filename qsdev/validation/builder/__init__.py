"""Builds the second meeting's package for the committee.

`gather` reads the rows, once; the document is made from those values alone.
"""

from qsdev.validation.builder.gathering import gather
from qsdev.validation.builder.kinds import build_committee_package
from qsdev.validation.builder.material import PackageMaterial
from qsdev.validation.builder.package import committee_package

__all__ = ["PackageMaterial", "build_committee_package", "committee_package", "gather"]
