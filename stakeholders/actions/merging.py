"""Merging a suggestion with another that says the same: both are kept, linked and printed."""

from dataclasses import replace

from django.db import transaction

from qsdev.errors import RuleBroken
from stakeholders.actions.steps import locked
from stakeholders.actions.triage import step_for_one
from stakeholders.models import StepKind, Suggestion
from stakeholders.models.standing import standing_of


@transaction.atomic
def merge_suggestion(*, suggestion, into, by, reason="", version=None):
    """Link a suggestion to another that says the same; one that waits is filed where that one is.

    Merged suggestions make no chains: the other must stand for itself, and nothing may be merged
    with the one that is merged.
    """
    locked(Suggestion.objects.filter(pk__in=[suggestion.pk, into.pk]))
    into = Suggestion.objects.select_related("merged_into").get(pk=into.pk)
    check_merger(suggestion, into)
    place = standing_of(into).own

    def change(standing):
        linked = replace(standing, merged_into=into.pk)
        has_place = standing.own or standing.out_of_scope or standing.parts
        if has_place or place is None:
            return linked
        return linked.with_place(replace(place, by=by.pk))

    return step_for_one(
        StepKind.MERGED, suggestion, change, by, reason=reason, version=version, into=into.pk
    )


def check_merger(suggestion, into):
    """Refuse a merger with itself, across topics, or that would make a chain."""
    if suggestion.pk == into.pk:
        raise RuleBroken("Choose another suggestion: this is the one itself.")
    if suggestion.topic_id != into.topic_id:
        raise RuleBroken("Choose a suggestion of this topic.")
    if into.merged_into:
        raise RuleBroken(
            f"Suggestion {into.number} is itself merged with {into.merged_into.number}: choose "
            f"{into.merged_into.number}."
        )
    numbers = sorted(suggestion.merged.values_list("number", flat=True))
    if numbers:
        raise RuleBroken(
            f"Suggestion {', '.join(map(str, numbers))} is merged with this one: merge the other "
            "way round, or end that first."
        )


@transaction.atomic
def unmerge_suggestion(*, suggestion, by, version=None):
    """End the link to the other suggestion; where it is filed stays as it is."""

    def change(standing):
        if not standing.merged_into:
            raise RuleBroken(f"{suggestion} is not merged with another.")
        return replace(standing, merged_into=0)

    return step_for_one(StepKind.UNMERGED, suggestion, change, by, version=version)
