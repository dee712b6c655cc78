"""What a consultation is: the draft as issued, its questions, comments, themes, responses."""

from qsdev.consultation.models.access import AccessCode, CodeAttempt, CodeKind, DraftComment
from qsdev.consultation.models.changes import ChangeOfWording
from qsdev.consultation.models.comments import (
    AnswerState,
    Comment,
    CommentRedaction,
    PlaceKind,
    Theme,
)
from qsdev.consultation.models.drafts import (
    DRAFT,
    STANDARD_QUESTIONS,
    ConsultationDraft,
    ConsultationQuestion,
    DraftStatement,
    consultation_of,
    is_open,
)
from qsdev.consultation.models.imports import (
    CommentImport,
    CommentImportRow,
)
from qsdev.consultation.models.reports import REPORT, TABLE, IssuedReport
from qsdev.consultation.models.responses import (
    Interest,
    OrganisationResponse,
    ResponseSource,
    ResponseState,
)
from qsdev.consultation.models.steps import CommentStep, CommentStepChange, CommentStepKind

__all__ = [
    "DRAFT",
    "REPORT",
    "STANDARD_QUESTIONS",
    "TABLE",
    "AccessCode",
    "AnswerState",
    "ChangeOfWording",
    "CodeAttempt",
    "CodeKind",
    "Comment",
    "CommentImport",
    "CommentImportRow",
    "CommentRedaction",
    "CommentStep",
    "CommentStepChange",
    "CommentStepKind",
    "ConsultationDraft",
    "ConsultationQuestion",
    "DraftComment",
    "DraftStatement",
    "Interest",
    "IssuedReport",
    "OrganisationResponse",
    "PlaceKind",
    "ResponseSource",
    "ResponseState",
    "Theme",
    "consultation_of",
    "is_open",
]
