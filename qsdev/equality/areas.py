"""Improvement areas that are not progressed because the equality assessment takes them up."""

from django.db.models import Q

from qsdev.topics.models import AdditionalReason


def areas_handled_here(topic):
    """Areas with that reason: their own, or that of the committee's standing decision."""
    reason = AdditionalReason.EQUALITY_ASSESSMENT
    decided = topic.decisions.current().filter(additional_reason=reason)
    return topic.areas.filter(Q(reason=reason) | Q(pk__in=decided.values("area")))


def areas_to_take_over(topic):
    """Those of these areas that no standing issue names, so that they could be lost."""
    named = topic.equality_issues.standing().exclude(area=None)
    return areas_handled_here(topic).exclude(pk__in=named.values("area"))
