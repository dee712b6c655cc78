"""What the tests of publication share: statements with all their parts, a plan, a version."""

from qsdev.publication import actions
from recommendations.models import Recommendation
from statements import actions as drafting

TEXTS = {
    "rationale": "Children are **safer** when somebody knows what they need.",
    "for_service_providers": "They see to it that staff have the time.",
    "for_practitioners": "They look before they act.",
    "for_commissioners": "They buy services that look first.",
    "for_people": "You are seen by somebody who knows how.",
    "equality": "Use an interpreter where one is needed.",
}
PROCESS = {
    "kind": "process",
    "text": "Proportion of children who have an assessment.",
    "numerator": "The number of those who have one.",
    "denominator": "The number of children in care.",
    "data_source": "Local records.",
}


def write_whole_statement(topic, by, number):
    """A statement with all its parts, drafted for the topic's first area."""
    statement = drafting.draft_statement(
        topic=topic,
        area=topic.areas.first(),
        short_title=f"Subject {number}",
        exception_reason="The committee has not met.",
        by=by,
    )
    drafting.write_statement(
        statement=statement,
        version=statement.version,
        text=f"Children have subject {number} looked at.",
        reason="First words",
        by=by,
        **TEXTS,
    )
    drafting.add_measure(statement=statement, version=statement.version, by=by, **PROCESS)
    drafting.choose_sources(
        statement=statement,
        version=statement.version,
        recommendations=[Recommendation.objects.order_by("pk")[number]],
        by=by,
    )
    drafting.add_definition(
        statement=statement, version=statement.version, term="Care", definition="Help.", by=by
    )
    return statement


def make_publishable(topic, people, count=2):
    """So many statements with all their parts, and the plan: everything but the publication."""
    for number in range(1, count + 1):
        write_whole_statement(topic, people["analyst"], number)
    return actions.write_plan(
        topic=topic,
        reference="QS133",
        about="Children and young people with attachment difficulties.",
        by=people["analyst"],
    )


def publish(topic, people, note="First publication."):
    """The next version, whatever else is still to be done."""
    return actions.publish_standard(
        topic=topic, note=note, reason_accepted="To be tested.", by=people["lead"]
    )
