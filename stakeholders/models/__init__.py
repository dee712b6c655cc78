"""What there is from suggestion to filing, and questions about it."""

from stakeholders.models.filing import AreaSummary, Filing, SummaryCitation
from stakeholders.models.hints import AreaHint, DuplicateHint, HintRun
from stakeholders.models.imports import Import, ImportRow, ImportState
from stakeholders.models.parts import SuggestionPart
from stakeholders.models.register import (
    SpecialistIdentity,
    Stakeholder,
    StakeholderAlias,
    StakeholderKind,
)
from stakeholders.models.sorting import SecondSorting, SortingSample
from stakeholders.models.suggestion import (
    WAITING,
    WORDS,
    Redaction,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from stakeholders.models.triage import (
    StepKind,
    SuggestionNote,
    TriageChange,
    TriageStep,
    Viewing,
)

__all__ = [
    "WAITING",
    "WORDS",
    "AreaHint",
    "AreaSummary",
    "DuplicateHint",
    "Filing",
    "HintRun",
    "Import",
    "ImportRow",
    "ImportState",
    "Redaction",
    "SecondSorting",
    "SortingSample",
    "SpecialistIdentity",
    "Stakeholder",
    "StakeholderAlias",
    "StakeholderKind",
    "StepKind",
    "Suggestion",
    "SuggestionKind",
    "SuggestionNote",
    "SuggestionPart",
    "SuggestionState",
    "SummaryCitation",
    "TriageChange",
    "TriageStep",
    "Viewing",
]
