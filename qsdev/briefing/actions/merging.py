"""Merging two improvement areas: all that stands under one goes to the other, in one step."""

from django.db import transaction

from qsdev.topics.actions import mark_area_merged
from recommendations.actions.moving import move_findings, move_selections
from stakeholders.actions import move_filings
from stakeholders.actions.moving import move_summaries


@transaction.atomic
def merge_areas(*, area, into, by):
    """Merge an area into another, which takes its suggestions, sub-areas, texts and selections.

    The area is kept, because what was decided and issued names it, and no list has it any more.
    Texts of the same place are put one after the other. Returns the area that took everything.
    """
    sub_areas = mark_area_merged(area=area, into=into, by=by)
    moving = {"area": area, "into": into, "sub_areas": sub_areas, "by": by}
    move_filings(**moving)
    move_selections(**moving)
    move_summaries(**moving)
    move_findings(**moving)
    return into
