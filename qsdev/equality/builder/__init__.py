"""Builds the equality impact assessment as a document: every stage in order, with its tables."""

from qsdev.equality.builder.assessment import ASSESSMENT, build_assessment

__all__ = ["ASSESSMENT", "build_assessment"]
