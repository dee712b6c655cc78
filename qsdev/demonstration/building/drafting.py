"""Up to the draft: a statement for each subject that the committee prioritised, with all parts."""

from datetime import timedelta

from qsdev.demonstration.building import equality
from qsdev.demonstration.building.places import areas_of, recommendations_of
from qsdev.demonstration.clock import at
from qsdev.demonstration.content import read_content
from statements import actions

DAY = timedelta(days=1)


def is_reached(topic):
    """Whether every statement of the content is drafted and was looked at again."""
    wanted = len(read_content("statements")["statements"])
    return topic.statements.count() >= wanted


def begin(topic, people):
    """Draft the statements step by step, as the content dates them; returns them."""
    content = read_content("statements")
    for step, moment in content["steps"].items():
        for place, facts in enumerate(content["statements"]):
            with at(moment + place * DAY):
                STEPS[step](topic, place + 1, facts, people)
    equality.assess(topic, "development", people)
    return list(topic.statements.current())


def written(topic, number, *, by, reason, **texts):
    """Write texts of a statement at the version that it has now; returns the new version."""
    statement = topic.statements.get(number=number)
    return actions.write_statement(
        statement=statement, version=statement.version, by=by, reason=reason, **stripped(texts)
    )


def stripped(texts):
    return {name: text.strip() for name, text in texts.items()}


def draft(topic, number, facts, people):
    """Begin the statement for its area: its first words, and what it rests on."""
    by = people["analyst"]
    statement = actions.draft_statement(
        topic=topic, area=areas_of(topic)[facts["area"]], short_title=facts["short_title"], by=by
    )
    by_number = recommendations_of(topic)
    actions.choose_sources(
        statement=statement,
        version=statement.version,
        recommendations=[by_number[one] for one in facts["sources"]],
        by=by,
    )
    written(topic, number, reason="First wording", by=by, **facts["first"])


def measure(topic, number, facts, people):
    """Add the measures, each with the source of its data."""
    for one in facts["measures"]:
        statement = topic.statements.get(number=number)
        actions.add_measure(
            statement=statement, version=statement.version, by=people["analyst"], **one
        )


def tell_audiences(topic, number, facts, people):
    """Say what the statement means for each audience."""
    reason = "What it means for each audience"
    written(topic, number, reason=reason, by=people["analyst"], **facts["audiences"])


def define(topic, number, facts, people):
    """Define the terms, some by the glossary, and say what is to be considered for equality."""
    by = people["analyst"]
    glossary = {one.term: one for one in topic.glossary_terms.filter(term__in=facts["terms"])}
    said = [{"glossary_term": glossary[term]} for term in facts["terms"]]
    for one in [*said, *facts["definitions"]]:
        statement = topic.statements.get(number=number)
        actions.add_definition(statement=statement, version=statement.version, by=by, **one)
    written(topic, number, reason="Equality considerations added", by=by, **facts["last"])


def revise(topic, number, facts, people):
    """Put the statement into the words with which it goes to consultation."""
    for one in facts["revisions"]:
        texts = {name: text for name, text in one.items() if name != "by"}
        written(topic, number, by=people[one["by"]], **texts)


STEPS = {
    "draft": draft,
    "measure": measure,
    "tell_audiences": tell_audiences,
    "define": define,
    "revise": revise,
}
