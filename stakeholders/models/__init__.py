"""What there is from suggestion to filing, and questions about it."""

from stakeholders.models.filing import AreaSummary, Filing, SummaryCitation
from stakeholders.models.imports import Import, ImportRow, ImportState
from stakeholders.models.register import (
    SpecialistIdentity,
    Stakeholder,
    StakeholderAlias,
    StakeholderKind,
)
from stakeholders.models.suggestion import (
    WORDS,
    Redaction,
    Suggestion,
    SuggestionKind,
)

__all__ = [
    "WORDS",
    "AreaSummary",
    "Filing",
    "Import",
    "ImportRow",
    "ImportState",
    "Redaction",
    "SpecialistIdentity",
    "Stakeholder",
    "StakeholderAlias",
    "StakeholderKind",
    "Suggestion",
    "SuggestionKind",
    "SummaryCitation",
]
