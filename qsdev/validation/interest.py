"""Who said in a consultation that they would support the standard, and is not on the list yet."""

from qsdev.consultation.models import Interest, OrganisationResponse, ResponseState


def interest_not_taken_over(topic):
    """The first submitted response of each organisation that is interested and not listed yet."""
    responses = OrganisationResponse.objects.filter(
        topic=topic, state=ResponseState.SUBMITTED, interest=Interest.YES
    )
    known = topic.supporting_organisations.values("stakeholder")
    responses = responses.exclude(stakeholder__in=known).select_related("stakeholder", "round")
    first = {}
    for response in responses.order_by("stakeholder__name", "submitted_at", "pk"):
        first.setdefault(response.stakeholder_id, response)
    return list(first.values())
