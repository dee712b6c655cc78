"""Reads the rows of a consultation into the material of the second meeting's package."""

from collections import Counter, defaultdict

from qsdev.consultation.builder.gathering import place_key
from qsdev.consultation.models import AnswerState, ResponseState, consultation_of
from qsdev.errors import RuleBroken
from qsdev.validation.builder.material import Considered, Other, PackageMaterial, Part, Theme
from statements.models import StatementVersion
from statements.redline import redline

OWN_RESPONSE = "Comments with a response of their own"
AFTER_THEMES = 100_000
NO_THEME = "Comments not gathered under a theme yet"
OTHERS = (("section", "Sections of the draft"), ("general", "The draft as a whole"))


def gather(meeting):
    """Return the `PackageMaterial` of a second meeting; the rows are read once."""
    topic = meeting.topic
    round = consultation_of(topic)
    draft = getattr(round, "consultation_draft", None)
    if draft is None:
        raise RuleBroken("Issue the draft first: the package shows what was consulted on.")
    themes = themes_by_place(round)
    asked = questions_by_statement(meeting)
    return PackageMaterial(
        title=topic.title,
        reference=topic.reference,
        directorate=topic.directorate,
        series=topic.series,
        meeting=meeting.get_kind_display(),
        meets_at=meeting.starts_at,
        opens_at=round.opens_at,
        closes_at=round.closes_at,
        statements=tuple(considered(topic, draft, themes, asked)),
        others=tuple(others(round, themes)),
        questions=tuple(asked[None]),
        organisations=tuple(organisations(round)),
    )


def themes_by_place(round):
    """The themes of the comments on each place, with their numbers, in the themes' order."""
    rows = round.comments.select_related("theme").order_by("theme__position", "number")
    counts = defaultdict(Counter)
    for comment in rows:
        counts[place_key(comment)][theme_of(comment)] += 1
    return {
        place: tuple(
            Theme(title, count, response, is_agreed)
            for (*_, title, response, is_agreed), count in sorted(found.items())
        )
        for place, found in counts.items()
    }


def theme_of(comment):
    """What a comment is counted under: its place in print, title, response and its state."""
    if comment.answer:
        return (AFTER_THEMES, OWN_RESPONSE, "", True)
    if comment.theme is None:
        return (AFTER_THEMES, NO_THEME, "", False)
    theme = comment.theme
    is_agreed = theme.answer_state == AnswerState.AGREED
    return (theme.position, theme.title, theme.answer, is_agreed)


def questions_by_statement(meeting):
    """The questions to the committee by statement; those on the whole under None."""
    found = defaultdict(list)
    for question in meeting.committee_questions.all():
        found[question.statement_id].append(question.text)
    return found


def considered(topic, draft, themes, asked):
    """Each statement that was consulted on or came since, by its number."""
    consulted = {
        one.statement_version.statement_id: one
        for one in draft.statements.select_related("statement_version")
    }
    for version in StatementVersion.objects.latest_in(topic):
        was = consulted.get(version.statement_id)
        if was or not version.statement.is_removed:
            key = f"statement-{was.pk}" if was else ""
            yield considered_one(version, was, themes.get(key, ()), asked[version.statement_id])


def considered_one(version, was, themes, questions):
    """One statement: as it was consulted on (`was`, or None) and as `version` words it now."""
    statement = version.statement
    changed = redline(was.statement_version.content, version.content) if was else ()
    return Considered(
        number=statement.number,
        title=version.title,
        consulted=was.text if was else "",
        themes=themes,
        now=version.text,
        version=version.number,
        parts=tuple(
            Part(part.heading, tuple((run.kind, run.text) for run in part.runs)) for part in changed
        ),
        is_removed=statement.is_removed,
        reason_removed=statement.reason_removed,
        questions=tuple(questions),
        was_consulted_on=was is not None,
    )


def others(round, themes):
    """The questions of the consultation, then what was said of the draft as a whole."""
    for question in round.questions.all():
        found = themes.get(f"question-{question.pk}", ())
        yield Other(f"Question {question.number}", question.text, found)
    for key, title in OTHERS:
        if key in themes:
            yield Other(title, "", themes[key])


def organisations(round):
    """The organisations that responded, by name, with the number of their comments."""
    counts = Counter(round.comments.values_list("response", flat=True))
    responses = round.organisation_responses.filter(state=ResponseState.SUBMITTED)
    for one in responses.select_related("stakeholder"):
        yield one.stakeholder.name, counts[one.pk]
