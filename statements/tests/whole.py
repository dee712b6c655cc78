"""A statement with a row of every kind, so that each of its addresses leads somewhere."""

from qsdev.committee.models import Decision, Outcome
from statements import actions
from statements.urls import urlpatterns


def begin(topic, people):
    """A measure and a definition of the first statement; a prioritised area without any."""
    statement, by = topic.statements.get(number=1), people["analyst"]
    actions.add_measure(
        statement=statement, version=statement.version, kind="structure", text="Evidence.", by=by
    )
    actions.add_definition(
        statement=statement, version=statement.version, term="Term", definition="Words.", by=by
    )
    meeting = topic.meetings.get()
    issued = meeting.paper.areas.last()
    Decision.objects.create(
        topic=topic,
        area=issued.area,
        issued_area=issued,
        meeting=meeting,
        outcome=Outcome.PRIORITISED,
        reason="To be tested.",
        recorded_by=people["chair"],
    )
    actions.explain_area(area=issued.area, reason="To be tested.", by=by)


def words_of_addresses(topic):
    """The words of the statements' addresses: of one with a measure and a definition."""
    one = topic.statements.get(number=1)
    number = {"number": one.number}
    names = [f"statements:{one.name}" for one in urlpatterns]
    measure = {"pk": one.measures.get().pk}
    return {
        **dict.fromkeys(names, number),
        "statements:statement_list": {},
        "statements:statement_create": {},
        "statements:statement_checks": {},
        "statements:area_explain": {"pk": topic.decisions.get().area_id},
        "statements:version_detail": {**number, "version": 1},
        "statements:version_restore": {**number, "version": 1},
        "statements:measure_edit": measure,
        "statements:measure_move": measure,
        "statements:measure_remove": measure,
        "statements:definition_remove": {"pk": one.definitions.get().pk},
    }
