"""Saying why a prioritised area has no statement."""

from django.db import transaction

from qsdev.audit.actions import record
from qsdev.committee.models import prioritised_areas
from qsdev.errors import RuleBroken
from qsdev.topics.actions.ordering import hold
from statements.models import UndraftedArea


@transaction.atomic
def explain_area(*, area, reason, by):
    """Say why no statement is drafted for a prioritised area; the reason given last stands."""
    hold(area.topic_id)
    if not reason.strip():
        raise RuleBroken("Say why no statement is drafted for this area.")
    if not prioritised_areas(area.topic).filter(pk=area.pk).exists():
        raise RuleBroken(f"“{area}” is not prioritised by the committee: it needs no reason.")
    if area.statements.current().exists():
        raise RuleBroken(f"“{area}” has a statement: remove it first, with the reason.")
    given = UndraftedArea.objects.create(area=area, reason=reason.strip(), given_by=by)
    record("explained_undrafted_area", area, by=by, reason=given.pk)
    return given
