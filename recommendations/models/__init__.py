"""What there is of guidance and evidence, and questions about it."""

from recommendations.models.evidence import (
    EvidenceExclusion,
    EvidenceSearch,
    EvidenceSource,
    FindingCitation,
    PracticeFinding,
    SourceOrigin,
)
from recommendations.models.guideline import (
    Guideline,
    GuidelineSection,
    Recommendation,
    ResearchRecommendation,
    Strength,
)
from recommendations.models.hints import RecommendationHint
from recommendations.models.selection import (
    DevelopmentSource,
    NotCovered,
    ReasonNotSelected,
    SelectedRecommendation,
)

__all__ = [
    "DevelopmentSource",
    "EvidenceExclusion",
    "EvidenceSearch",
    "EvidenceSource",
    "FindingCitation",
    "Guideline",
    "GuidelineSection",
    "NotCovered",
    "PracticeFinding",
    "ReasonNotSelected",
    "Recommendation",
    "RecommendationHint",
    "ResearchRecommendation",
    "SelectedRecommendation",
    "SourceOrigin",
    "Strength",
]
