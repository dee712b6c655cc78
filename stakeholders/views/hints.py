"""Hints as pages show them: beside the decisions, never in their place."""

from stakeholders.models import AreaHint, DuplicateHint


def hints_for(suggestion, person, numbers):
    """What the machine has to say of a suggestion, if the person wants to see it.

    `numbers` has the fixed number of each area by its key. Two queries, none where switched off.
    """
    if not person.shows_hints:
        return {}
    areas = AreaHint.objects.filter(suggestion=suggestion).select_related("area").order_by("place")
    alike = DuplicateHint.objects.filter(suggestion=suggestion).select_related("other__stakeholder")
    return {
        "area_hints": [
            (numbers[hint.area_id], hint)
            for hint in (areas if suggestion.is_waiting else ())
            if hint.area_id in numbers
        ],
        "duplicate_hints": [hint for hint in alike if not are_merged(suggestion, hint.other)],
    }


def are_merged(one, other):
    """Whether two suggestions are linked already, directly or through a third."""
    return (one.merged_into_id or one.pk) == (other.merged_into_id or other.pk)
