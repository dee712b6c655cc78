"""Builds a consultation's documents: the summary report, and the public table of comments.

`gather` reads the rows, once; everything after it is made from those values alone.
"""

from qsdev.consultation.builder.gathering import gather
from qsdev.consultation.builder.kinds import build_comment_table, build_report
from qsdev.consultation.builder.material import Material
from qsdev.consultation.builder.report import report
from qsdev.consultation.builder.table import comment_table, spreadsheet

__all__ = [
    "Material",
    "build_comment_table",
    "build_report",
    "comment_table",
    "gather",
    "report",
    "spreadsheet",
]
