"""Quality statements with their measures, sources, definitions, and every version of them."""

from statements.models.areas import UndraftedArea
from statements.models.parts import (
    MeasureKind,
    QualityMeasure,
    SourceGuidance,
    StatementDefinition,
)
from statements.models.statements import QualityStatement, StatementKind
from statements.models.versions import StatementVersion

__all__ = [
    "MeasureKind",
    "QualityMeasure",
    "QualityStatement",
    "SourceGuidance",
    "StatementDefinition",
    "StatementKind",
    "StatementVersion",
    "UndraftedArea",
]
