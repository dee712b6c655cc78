"""What can be done with guidelines, selections and evidence: the only code here that writes."""

from recommendations.actions.evidence import (
    add_evidence_source,
    change_evidence_source,
    record_evidence_search,
    remove_evidence_source,
    write_finding,
)
from recommendations.actions.guidelines import (
    add_guideline,
    announce_guideline,
    declare_new_source,
    declare_source,
    import_recommendations,
)
from recommendations.actions.hints import replace_recommendation_hints
from recommendations.actions.selection import (
    deselect_recommendation,
    give_reason_not_selected,
    mark_not_covered,
    select_recommendation,
    unmark_not_covered,
)

__all__ = [
    "add_evidence_source",
    "add_guideline",
    "announce_guideline",
    "change_evidence_source",
    "declare_new_source",
    "declare_source",
    "deselect_recommendation",
    "give_reason_not_selected",
    "import_recommendations",
    "mark_not_covered",
    "record_evidence_search",
    "remove_evidence_source",
    "replace_recommendation_hints",
    "select_recommendation",
    "unmark_not_covered",
    "write_finding",
]
