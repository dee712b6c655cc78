"""Before the first meeting: members declare interests and read, and the chair acts on each."""

from qsdev.committee import actions
from qsdev.committee.interests import people_who_declare
from qsdev.demonstration.building.places import areas_of


def declare(topic, content, people):
    """Let everyone answer: the interests that the content names, and otherwise nothing."""
    areas = areas_of(topic)
    named = {}
    for facts in content["interests"]:
        area = areas[facts["area"]] if "area" in facts else None
        member = people[facts["member"]]
        named.setdefault(member.pk, set()).add(area)
        actions.declare_interest(
            topic=topic,
            kind=facts["kind"],
            description=facts["description"],
            area=area,
            by=member,
        )
    for person in people_who_declare(topic):
        others = [
            area for area in (None, *areas.values()) if area not in named.get(person.pk, set())
        ]
        actions.declare_nothing(topic=topic, areas=others, by=person)


def act(topic, content, people):
    """Let the chair act on each interest, and the lead on the chair's own."""
    areas = areas_of(topic)
    for facts in content["interests"]:
        declaration = topic.declarations.of_interests().get(
            member=people[facts["member"]], area=areas.get(facts.get("area"))
        )
        actions.act_on_interest(
            declaration=declaration,
            action=facts["action"],
            reason=facts["reason"],
            version=declaration.version,
            by=people["lead" if facts["member"] == "chair" else "chair"],
        )


def read_paper(paper, content, people):
    """Let everyone who declares read the paper, and some keep a note on it."""
    for person in people_who_declare(paper.topic):
        actions.note_reading(paper=paper, by=person)
    areas = areas_of(paper.topic)
    for facts in content["private_notes"]:
        actions.write_private_note(
            topic=paper.topic,
            area=areas[facts["area"]],
            text=facts["text"],
            by=people[facts["member"]],
        )
