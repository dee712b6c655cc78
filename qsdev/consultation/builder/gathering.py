"""Reads the rows of a consultation into the material of its documents."""

from collections import Counter, defaultdict

from qsdev.consultation.builder.material import (
    Change,
    Gathered,
    Material,
    Place,
    Respondent,
    Said,
)
from qsdev.consultation.changing import changes_since
from qsdev.consultation.imports.findings import REFUSALS
from qsdev.consultation.models import CommentImportRow, ResponseState

SECTIONS = ("section", "Sections of the draft", "")
GENERAL = ("general", "The draft in general", "")


def gather(round):
    """Return the `Material` of a consultation whose draft was issued; the rows are read once."""
    topic, draft = round.topic, round.consultation_draft
    statements, questions = list(draft.statements.all()), list(round.questions.all())
    by_place = defaultdict(list)
    for comment in round.comments.whole().order_by("number"):
        by_place[place_key(comment)].append(said(comment))
    kept = [(f"statement-{one.pk}", str(one), one.text) for one in statements]
    asked = [(f"question-{one.pk}", f"Question {one.number}", one.text) for one in questions]
    return Material(
        title=topic.title,
        reference=topic.reference,
        directorate=topic.directorate,
        series=topic.series,
        opens_at=round.opens_at,
        closes_at=round.closes_at,
        statements=places(kept, by_place),
        questions=places(asked, by_place),
        others=tuple(one for one in places([SECTIONS, GENERAL], by_place) if one.comments),
        themes=tuple(map(gathered, round.themes.prefetch_related(*OF_THEMES))),
        changes=tuple(change for one in statements for change in changes_of(one)),
        respondents=respondents(round),
        refused=refused(round),
    )


OF_THEMES = ("comments", "changes__statement_version__statement")


def place_key(comment):
    """The key of the place under which documents print a comment."""
    if comment.statement_id:
        return f"statement-{comment.statement_id}"
    return f"question-{comment.question_id}" if comment.question_id else comment.place_kind


def places(heads, by_place):
    return tuple(
        Place(key, title, text, tuple(by_place.get(key, ()))) for key, title, text in heads
    )


def said(comment):
    """A comment as documents print it."""
    return Said(
        number=comment.number,
        organisation=comment.stakeholder.name,
        about=comment.place,
        text=comment.text,
        quote=comment.quote,
        section=comment.section,
        theme=comment.theme.title if comment.theme else "",
        response=comment.given_answer,
        has_own_response=bool(comment.answer),
        is_answered=comment.is_answered,
    )


def gathered(theme):
    """A theme with the numbers of its comments and what it led to."""
    numbers = tuple(sorted(comment.number for comment in theme.comments.all()))
    changes = tuple(
        f"{change.note} (statement {change.statement_version.statement.number})"
        for change in theme.changes.all()
    )
    return Gathered(theme.title, theme.answer, numbers, changes)


def changes_of(statement):
    """How a statement's wording changed since it was put to consultation."""
    for step in changes_since(statement):
        reasons = tuple(reason_of(change) for change in step.changes)
        parts = tuple(
            (part.heading, tuple((run.kind, run.text) for run in part.runs)) for part in step.parts
        )
        yield Change(str(statement), str(step.version.number), parts, reasons)


def reason_of(change):
    """Why a wording was changed, in words."""
    source = f"comment {change.comment.number}" if change.comment else f"theme “{change.theme}”"
    return f"{change.note} ({source})"


def respondents(round):
    """The organisations that responded, by name."""
    responses = round.organisation_responses.filter(state=ResponseState.SUBMITTED)
    counts = Counter(round.comments.values_list("response", flat=True))
    return tuple(
        Respondent(one.stakeholder.name, one.tobacco_words, counts[one.pk])
        for one in responses.select_related("stakeholder")
    )


def refused(round):
    """How many rows were refused, by reason."""
    rows = CommentImportRow.objects.refused().filter(import_record__round=round)
    counts = Counter(
        REFUSALS.get(code, REFUSALS["unplaced"])
        for code in rows.values_list("refusal_code", flat=True)
    )
    return tuple(sorted(counts.items()))
