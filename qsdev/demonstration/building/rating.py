"""Rating rounds of the demonstration: each member rates by themselves, at a time of their own."""

from datetime import timedelta

from django.utils import timezone

from qsdev.committee import actions
from qsdev.committee.models import Proposal, Reveal
from qsdev.demonstration.building.people import voting_keys
from qsdev.demonstration.building.places import issued_areas_of
from qsdev.demonstration.clock import at

HIGH, LOW = 7, 3
TAKES_NO_PART = "."


def first_round(topic, content, people):
    """Plan the round before the meeting and let every member rate in it; it closes by time."""
    facts, moments = content["rating"], content["steps"]
    with at(facts["opens_at"]):
        round = actions.plan_round(
            topic=topic,
            opens_at=timezone.now(),
            closes_at=timezone.make_aware(facts["closes_at"]),
            reveal=Reveal.BY_CHAIR,
            by=people["chair"],
        )
    pause = timedelta(minutes=facts["minutes_between_members"])
    rate(round, facts["areas"], people, moments["rate"], pause)
    return round


def second_round(follows, facts, people):
    """Let the members rate again, during the meeting, the areas on which they were divided."""
    issued = issued_areas_of(follows.paper)
    with at(facts["planned_at"]):
        round = actions.plan_second_round(
            follows=follows,
            opens_at=timezone.now(),
            closes_at=timezone.make_aware(facts["closes_at"]),
            areas=[issued[one["area"]] for one in facts["areas"]],
            by=people["chair"],
        )
    rate(round, facts["areas"], people, facts["rated_at"], timedelta(seconds=20))
    return round


def rate(round, areas, people, moment, pause):
    """Let member after member rate all areas of a round."""
    issued = issued_areas_of(round.paper)
    rated = {one.issued_area_id: one for one in round.rated_areas.select_related("issued_area")}
    criteria = list(round.criteria.all())
    for place, key in enumerate(voting_keys()):
        with at(moment + place * pause):
            for facts in areas:
                said = rating_of(facts, place, key, criteria)
                if said:
                    rated_area = rated[issued[facts["area"]].pk]
                    actions.rate_area(rated_area=rated_area, by=people[key], **said)


def rating_of(facts, place, key, criteria):
    """What the member at this place gives an area; None where they take no part."""
    overall = facts["overall"].split()[place]
    if overall == TAKES_NO_PART:
        return None
    columns = {one.pk: facts[one.name.lower().replace(" ", "_")].split() for one in criteria}
    return {
        "overall": int(overall),
        "proposal": proposal_for(int(overall)),
        "scores": {criterion: int(figures[place]) for criterion, figures in columns.items()},
        "comment": facts["comments"].get(key, ""),
    }


def proposal_for(overall):
    """What a member proposes who rates an area so high."""
    if overall >= HIGH:
        return Proposal.PROGRESS
    return Proposal.DO_NOT_PROGRESS if overall <= LOW else Proposal.DISCUSS
