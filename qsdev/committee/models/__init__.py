"""The committee: who sits on it, their interests and ratings, meetings, and what was decided."""

from qsdev.committee.models.decisions import Decision, Outcome, prioritised_areas
from qsdev.committee.models.interests import (
    ChairAction,
    Declaration,
    InterestAction,
    InterestKind,
    actions_at,
    withdrawals,
)
from qsdev.committee.models.meetings import (
    ActionPoint,
    AgendaItem,
    Apology,
    DiscussionPoint,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from qsdev.committee.models.members import Group, Member, group_of_roles
from qsdev.committee.models.ratings import (
    CriterionScore,
    Proposal,
    RatedArea,
    Rating,
    RatingCriterion,
    RatingRound,
    Reveal,
)
from qsdev.committee.models.reading import PaperReading, PrivateNote

__all__ = [
    "ActionPoint",
    "AgendaItem",
    "Apology",
    "ChairAction",
    "CriterionScore",
    "Decision",
    "Declaration",
    "DiscussionPoint",
    "Group",
    "InterestAction",
    "InterestKind",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Member",
    "Outcome",
    "PaperReading",
    "Presence",
    "PrivateNote",
    "Proposal",
    "RatedArea",
    "Rating",
    "RatingCriterion",
    "RatingRound",
    "Reveal",
    "actions_at",
    "group_of_roles",
    "prioritised_areas",
    "withdrawals",
]
