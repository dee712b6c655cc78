"""A meeting of the demonstration: planned, held item by item, and ended."""

from django.utils import timezone

from qsdev.committee import actions
from qsdev.demonstration.building import rating
from qsdev.demonstration.building.people import voting_keys
from qsdev.demonstration.building.places import issued_areas_of
from qsdev.demonstration.clock import at


def plan(topic, facts, people):
    """Plan a meeting with the items that are no areas, and note who sent apologies."""
    by = {"by": people["chair"]}
    with at(facts["planned_at"]):
        planned = actions.plan_meeting(
            topic=topic,
            kind=facts["kind"],
            starts_at=timezone.make_aware(facts["starts_at"]),
            place=facts["place"],
            **by,
        )
        for item in facts["other_items"]:
            actions.add_item(meeting=planned, title=item["title"], minutes=item["minutes"], **by)
        for key in facts["apologies"]:
            actions.note_apology(meeting=planned, person=people[key], **by)
    return planned


def hold(planned, content, people):
    """Hold the first meeting: discuss each item, rate again once, decide, and end it."""
    facts, second = content["meeting"], content["second_round"]
    open_with_everyone(planned, facts, people)
    round = planned.topic.rating_rounds.get(number=1)
    for discussion in facts["discussions"]:
        if round.number == 1 and discussion["at"] >= second["closes_at"]:
            round = rating.second_round(round, second, people)
        with at(discussion["at"]):
            discuss(planned, discussion, people, round)
    with at(facts["ends_at"]):
        end(planned, people)
    return planned


def end(held, people):
    actions.end_meeting(meeting=held, by=people["chair"])


def open_with_everyone(planned, facts, people):
    """Open a meeting at its time, with all who sent no apologies."""
    expected = [key for key in voting_keys() if key not in facts["apologies"]]
    with at(facts["starts_at"]):
        actions.open_meeting(meeting=planned, by=people["chair"])
        for key in [*expected, *facts["in_attendance"]]:
            actions.note_arrival(meeting=planned, person=people[key], by=people["chair"])


def discuss(held, facts, people, round=None):
    """Discuss an item: who comes and goes, what the ratings were, points, decision, actions."""
    by = {"by": people["chair"]}
    issued = issued_areas_of(held.paper)[facts["area"]] if "area" in facts else None
    actions.start_item(item=item_of(held, facts, issued), **by)
    for key in facts.get("leave", ()):
        actions.note_leaving(meeting=held, person=people[key], **by)
    for key in facts.get("arrive", ()):
        actions.note_arrival(meeting=held, person=people[key], **by)
    if round and issued:
        for rated in round.rated_areas.filter(issued_area=issued, revealed_at=None):
            actions.reveal_results(round=round, rated_area=rated, **by)
    note(held, facts, issued, by)


def item_of(held, facts, issued):
    """The item on the agenda: of the area, or the one that the content names."""
    if issued:
        return held.items.get(issued_area=issued)
    return held.items.get(title=facts["item"])


def note(held, facts, issued, by):
    """Note the points of an item, its decision, and what somebody is to do."""
    item = item_of(held, facts, issued)
    for text in facts["points"]:
        actions.add_point(item=item, text=text, **by)
    if "decision" in facts:
        actions.record_decision(meeting=held, issued_area=issued, **facts["decision"], **by)
    for point in facts.get("actions", ()):
        actions.add_action_point(meeting=held, item=item, **point, **by)
