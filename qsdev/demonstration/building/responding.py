"""Organisations that respond on the web: with a code each, drafted first, then submitted once."""

from qsdev.consultation import actions
from qsdev.consultation.models import consultation_of
from qsdev.demonstration.clock import at
from stakeholders.models import Stakeholder

HERE = "127.0.0.1"


def respond(topic, content, people):
    """Give each of these organisations its code, and let it respond with it."""
    round = consultation_of(topic)
    for facts in content["responses"]:
        with at(facts["at"]):
            stakeholder = Stakeholder.objects.get(abbreviation=facts["stakeholder"])
            _, words = actions.make_code(
                round=round, stakeholder=stakeholder, kind="lead", by=people["analyst"]
            )
            submit(actions.use_code(words=words, address=HERE), facts)


def submit(code, facts):
    """Draft an organisation's comments, say what holds for all of them, and submit them."""
    round = code.round
    statements = {one.number: one for one in round.consultation_draft.statements.all()}
    questions = {one.number: one for one in round.questions.all()}
    for said in facts["comments"]:
        actions.draft_comment(
            code=code,
            text=said["text"],
            statement=statements.get(said.get("statement")),
            question=questions.get(said.get("question")),
            written_by=said["written_by"],
        )
    mine = round.organisation_responses.filter(stakeholder=code.stakeholder)
    actions.say_about_response(
        code=code,
        has_tobacco_links=False,
        tobacco_links="",
        interest=facts["interest"],
        version=mine.get().version,
    )
    actions.submit_response(code=code, name=facts["name"], drafted_state=mine.get().drafted_state)
