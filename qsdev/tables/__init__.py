"""Bytes in, rows out: reads tables from xlsx, csv, text and docx; knows no stakeholder."""

from qsdev.tables.columns import HEADING, NAME, NUMBER, TEXT, ColumnSpec, FormSpec
from qsdev.tables.limits import Limits
from qsdev.tables.outcome import (
    NOTE,
    PROBLEM,
    WARNING,
    Choice,
    Column,
    Notice,
    Place,
    RefusedFile,
    Row,
    TableFile,
    TableFound,
)
from qsdev.tables.reading import TableStream, read_tables, stream_tables

__all__ = [
    "HEADING",
    "NAME",
    "NOTE",
    "NUMBER",
    "PROBLEM",
    "TEXT",
    "WARNING",
    "Choice",
    "Column",
    "ColumnSpec",
    "FormSpec",
    "Limits",
    "Notice",
    "Place",
    "RefusedFile",
    "Row",
    "TableFile",
    "TableFound",
    "TableStream",
    "read_tables",
    "stream_tables",
]
