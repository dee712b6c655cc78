"""The second meeting with its package, what it agreed on each statement, and the chair's word."""

from qsdev.committee.builder.minutes import MINUTES
from qsdev.consultation.actions import link_change
from qsdev.demonstration.building import meeting
from qsdev.demonstration.building.consultation import themes_of
from qsdev.demonstration.building.documents import build_now, document_now
from qsdev.demonstration.building.drafting import written
from qsdev.demonstration.clock import at
from qsdev.demonstration.content import read_content
from qsdev.validation import actions
from qsdev.validation.models import second_meeting
from statements.actions import add_definition, remove_definition


def ask_committee(topic, content, people):
    """Plan the second meeting, and put the team's questions to it."""
    planned = meeting.plan(topic, content["meeting"], people)
    statements = {one.number: one for one in topic.statements.all()}
    for facts in content["questions"]:
        actions.add_question(
            meeting=planned,
            text=facts["text"],
            statement=statements.get(facts.get("statement")),
            by=people["analyst"],
        )


def issue_package(topic, content, people):
    """Build what the meeting reads, and issue it."""
    planned = second_meeting(topic)
    build_now(actions.build_package(meeting=planned, by=people["analyst"]))
    actions.issue_package(meeting=planned, by=people["lead"])


def meet(topic, content, people):
    """Hold the second meeting, item by item."""
    held, facts = second_meeting(topic), content["meeting"]
    meeting.open_with_everyone(held, facts, people)
    for discussion in facts["discussions"]:
        with at(discussion["at"]):
            meeting.discuss(held, discussion, people)
    with at(facts["ends_at"]):
        meeting.end(held, people)


def write_minutes(topic, content, people):
    """Build the minutes of the second meeting."""
    held = second_meeting(topic)
    document_now(topic, MINUTES, subject_id=held.pk, by=people["lead"])


def change_wording(topic, content, people):
    """Write what the meeting agreed, and link each version to the theme that led to it."""
    themes = themes_of(topic, read_content("consultation"))
    for facts in content["changes"]:
        by, link = people[facts["by"]], facts["link"]
        version = changed(topic, facts, by)
        theme = themes[link["theme"]]
        link_change(statement_version=version, theme=theme, note=link["note"], by=by)


def changed(topic, facts, by):
    """The version of a statement with other equality considerations, or another definition."""
    number = facts["statement"]
    if "equality" in facts:
        return written(topic, number, by=by, reason=facts["reason"], equality=facts["equality"])
    statement = topic.statements.get(number=number)
    old = statement.definitions.get(term=facts["definition"]["term"])
    remove_definition(statement_definition=old, version=statement.version, by=by)
    statement.refresh_from_db()
    return add_definition(
        statement=statement, version=statement.version, by=by, **facts["definition"]
    )


def record_agreed(topic, content, people):
    """Record what was agreed on each statement, with the version that carries it."""
    held, themes = second_meeting(topic), themes_of(topic, read_content("consultation"))
    for facts in content["agreed"]:
        statement = topic.statements.get(number=facts["statement"])
        actions.record_agreed_change(
            meeting=held,
            statement=statement,
            outcome=facts["outcome"],
            statement_version=statement.latest,
            themes=[themes[key] for key in facts["themes"]],
            reason=facts["reason"],
            by=people["lead"],
        )


def agree_wording(topic, content, people):
    """Let the chair agree the last wording of every statement."""
    for statement in topic.statements.current():
        actions.agree_wording(statement_version=statement.latest, by=people["chair"])
