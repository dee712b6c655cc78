"""A statement with a row of every kind, so that each of its addresses leads somewhere."""

from statements import actions
from statements.urls import urlpatterns


def begin(topic, people):
    """A measure and a definition of the first statement that was drafted."""
    statement, by = topic.statements.get(number=1), people["analyst"]
    actions.add_measure(
        statement=statement, version=statement.version, kind="structure", text="Evidence.", by=by
    )
    actions.add_definition(
        statement=statement, version=statement.version, term="Term", definition="Words.", by=by
    )


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
        "statements:version_detail": {**number, "version": 1},
        "statements:version_restore": {**number, "version": 1},
        "statements:measure_edit": measure,
        "statements:measure_move": measure,
        "statements:measure_remove": measure,
        "statements:definition_remove": {"pk": one.definitions.get().pk},
    }
