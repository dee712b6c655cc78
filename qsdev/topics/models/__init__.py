"""What a topic is: its overview and rounds, its improvement areas, and who has a role in it."""

from qsdev.topics.models.areas import AdditionalReason, AreaKind, ImprovementArea, SubArea
from qsdev.topics.models.overview import (
    EntryKind,
    Framework,
    FrameworkDomain,
    FrameworkEntry,
    GlossaryTerm,
    OverviewKind,
    OverviewSection,
)
from qsdev.topics.models.topic import Round, RoundKind, RoundState, Topic, TopicRole

__all__ = [
    "AdditionalReason",
    "AreaKind",
    "EntryKind",
    "Framework",
    "FrameworkDomain",
    "FrameworkEntry",
    "GlossaryTerm",
    "ImprovementArea",
    "OverviewKind",
    "OverviewSection",
    "Round",
    "RoundKind",
    "RoundState",
    "SubArea",
    "Topic",
    "TopicRole",
]
