"""The equality impact assessment, a stage of it at a time: issues, answers, completing."""

from qsdev.demonstration.building.places import areas_of
from qsdev.demonstration.clock import at
from qsdev.demonstration.content import read_content
from qsdev.equality import actions
from qsdev.equality.content import current_content, fingerprint


def assess(topic, stage, people):
    """Record a stage's issues on its day, answer its questions, and complete it."""
    facts = read_content("equality")[stage]
    with at(facts["at"]):
        if "taken_over" in facts:
            take_over(topic, stage, facts["taken_over"], people["analyst"])
        for issue in facts["issues"]:
            actions.record_issue(
                topic=topic, stage=stage, by=people["analyst"], **named(topic, issue)
            )
        close(topic, stage, facts, people)


def take_over(topic, stage, facts, by):
    """Make an issue of the area that is left to the assessment, and say how it is dealt with."""
    said = dict(facts)
    area = areas_of(topic)[said.pop("area")]
    issue = actions.take_over_area(topic=topic, stage=stage, area=area, by=by)
    actions.change_issue(issue=issue, version=issue.version, by=by, **said)


def named(topic, facts):
    """What is said of an issue, with the rows that it names by number."""
    rows = {
        "suggestion": topic.suggestions,
        "statement": topic.statements,
        "continues": topic.equality_issues,
    }
    found = {name: rows[name].get(number=facts[name]) for name in rows if name in facts}
    return facts | found


def close(topic, stage, facts, people):
    """Answer the stage's questions and complete it, as the lead sees it."""
    row = topic.equality_stages.filter(stage=stage).first()
    row = actions.answer_questions(
        topic=topic,
        stage=stage,
        version=row.version if row else 1,
        answers=facts["answers"],
        by=people["analyst"],
    )
    actions.complete_stage(
        topic=topic,
        stage=stage,
        seen=fingerprint(current_content(row)),
        found_no_issues=not facts["issues"],
        by=people["lead"],
    )
