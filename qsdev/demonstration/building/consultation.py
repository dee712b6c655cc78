"""Up to the report: the draft is consulted on, comments come in, are answered, and change words."""

from django.utils import timezone

from qsdev.consultation import actions
from qsdev.consultation.models import DRAFT, REPORT, TABLE, AnswerState, consultation_of
from qsdev.demonstration.building.documents import build_now, document_now
from qsdev.demonstration.building.drafting import written
from qsdev.demonstration.building.responding import respond
from qsdev.demonstration.clock import at
from qsdev.demonstration.content import FOLDER, read_content
from qsdev.topics import actions as topic_actions
from qsdev.topics.models import RoundKind
from stakeholders.actions import add_stakeholder
from stakeholders.models import Stakeholder
from statements.actions import change_measure


def is_reached(topic):
    """Whether the report of the consultation was issued."""
    return topic.consultation_reports.filter(withdrawn_at=None).exists()


def begin(topic, people):
    """Consult on the drafted statements, as the content dates it; returns the round."""
    content = read_content("consultation")
    for step, moment in content["steps"].items():
        with at(moment):
            STEPS[step](topic, content, people)
    return consultation_of(topic)


def register(topic, content, people):
    """Let organisations register that were not in the register yet."""
    known = set(Stakeholder.objects.organisations().values_list("name", flat=True))
    for facts in content["stakeholders"]:
        if facts["name"] not in known:
            add_stakeholder(by=people["administrator"], **facts)


def open_round(topic, content, people):
    """Open the consultation, from and until the moments that the content gives."""
    moments = {name: timezone.make_aware(moment) for name, moment in content["round"].items()}
    topic_actions.open_round(topic=topic, kind=RoundKind.CONSULTATION, by=people["lead"], **moments)


def ask_questions(topic, content, people):
    """Add the topic's own questions to those that are always asked."""
    for facts in content["questions"]:
        actions.add_question(round=consultation_of(topic), text=facts["text"], by=people["analyst"])


def issue_draft(topic, content, people):
    """Issue the draft, and build its document."""
    round = consultation_of(topic)
    actions.issue_draft(round=round, by=people["lead"])
    build_now(topic.document_builds.about(DRAFT, round.pk).first())


def import_comments(topic, content, people):
    """Import the table of comments; rows that may not come in are refused with their reason."""
    facts = content["import"]
    import_record = actions.start_import(
        round=consultation_of(topic),
        file=FOLDER / facts["file"],
        file_name=facts["file"],
        received_on=facts["received_on"],
        by=people["administrator"],
    )
    actions.confirm_import(
        import_record=import_record, version=import_record.version, by=people["administrator"]
    )
    for row in import_record.rows.unsettled():
        actions.settle_rows(
            import_record=import_record,
            rows=[row],
            code=row.refusal_code,
            reason=facts["refusals"][row.refusal_code],
            by=people["analyst"],
        )


def themes_of(topic, content):
    """The themes by the keys that the content gives them."""
    titles = {one["title"]: one["key"] for one in content["themes"]}
    return {titles[theme.title]: theme for theme in consultation_of(topic).themes.all()}


def gather_themes(topic, content, people):
    """Put every comment into its theme, and let the analyst answer it."""
    by, round = people["analyst"], consultation_of(topic)
    for facts in content["themes"]:
        theme = actions.add_theme(round=round, title=facts["title"], by=by)
        numbers = facts["comments"]
        actions.put_into_theme(topic=topic, numbers=numbers, theme=theme, by=by)
        actions.give_comments(topic=topic, numbers=numbers, assignee=by, by=by)


def change_wording(topic, content, people):
    """Change what the comments ask for, and link each version to what led to it."""
    themes = themes_of(topic, content)
    for facts in content["changes"]:
        by = people[facts["by"]]
        version = changed(topic, facts, by)
        link = facts.get("link", facts)
        source = (
            {"theme": themes[link["theme"]]}
            if "theme" in link
            else {"comment": topic.comments.get(number=link["comment"])}
        )
        actions.link_change(statement_version=version, note=link["note"], by=by, **source)


def changed(topic, facts, by):
    """The version of a statement with its new words, or with a measure written anew."""
    number = facts["statement"]
    if "measure" not in facts:
        return written(topic, number, by=by, reason=facts["reason"], text=facts["text"])
    statement = topic.statements.get(number=number)
    measure = statement.measures.get(text=facts["measure"])
    return change_measure(measure=measure, version=statement.version, by=by, **facts["new"])


def answer(topic, content, people):
    """Answer each theme, and the comments that need a response of their own."""
    by, themes = people["analyst"], themes_of(topic, content)
    agreed = {"answer_state": AnswerState.AGREED, "assignee": by, "by": by}
    for facts in content["themes"]:
        theme, words = themes[facts["key"]], facts["answer"]
        actions.change_theme(
            theme=theme, title=theme.title, version=theme.version, answer=words, **agreed
        )
    for facts in content["answers"]:
        comment = topic.comments.get(number=facts["comment"])
        actions.answer_comment(
            comment=comment,
            theme=comment.theme,
            version=comment.version,
            answer=facts["answer"],
            **agreed,
        )


def issue_report(topic, content, people):
    """Build the report and the table of comments, and issue both."""
    round = consultation_of(topic)
    for kind in (REPORT, TABLE):
        document_now(topic, kind, subject_id=round.pk, by=people["analyst"])
    actions.issue_report(round=round, by=people["lead"])


STEPS = {
    "register": register,
    "open_round": open_round,
    "ask_questions": ask_questions,
    "issue_draft": issue_draft,
    "respond": respond,
    "import_comments": import_comments,
    "gather_themes": gather_themes,
    "change_wording": change_wording,
    "answer": answer,
    "issue_report": issue_report,
}
