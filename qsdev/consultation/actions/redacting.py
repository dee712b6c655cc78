"""Redacting a passage of a comment: taken from view with a reason, the original kept apart."""

import re

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.consultation.imports.checking import SAID_OF_ALL
from qsdev.consultation.models import (
    ChangeOfWording,
    Comment,
    CommentImportRow,
    CommentRedaction,
    OrganisationResponse,
    Theme,
)
from qsdev.errors import RuleBroken
from stakeholders.actions.passages import marked, spaced_pattern

#: The mark may be longer than what it stands for, and the fields have their limits.
LONGEST_TITLE = Theme._meta.get_field("title").max_length
LONGEST_NOTE = ChangeOfWording._meta.get_field("note").max_length


@transaction.atomic
def redact_comment(*, comment, passage, reason, by):
    """Take a passage from view wherever the comment holds it, its raw cells included.

    For example a patient's name: the lead alone can still read it; the mark stands in its place,
    and in responses, themes and notes of changes that quoted it. What the organisation disclosed
    of tobacco links counts as the comment's too.
    """
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    pattern = spaced_pattern(passage)
    check_passage(comment, passage, reason, pattern)
    kept = next(found.group() for found in map(pattern.search, words_of(comment)) if found)
    Comment.objects.filter(pk=comment.pk).update(
        text=marked(comment.text, pattern),
        quote=marked(comment.quote, pattern),
        section=marked(comment.section, pattern),
        answer=marked(comment.answer, pattern),
        version=F("version") + 1,
        changed_by=by,
        changed_at=timezone.now(),
    )
    OrganisationResponse.objects.filter(pk=comment.response_id).update(
        tobacco_links=marked(comment.response.tobacco_links, pattern), version=F("version") + 1
    )
    redact_rows(comment, pattern)
    redact_quotations(comment.round, pattern, by)
    redaction = CommentRedaction.objects.create(
        comment=comment, passage=kept, reason=reason.strip(), made_by=by
    )
    record("redacted_comment", comment, by=by, redaction=redaction.pk)
    comment.refresh_from_db()
    return redaction


def words_of(comment):
    """What the organisation said, in which a passage can be redacted."""
    return (comment.text, comment.quote, comment.section, comment.response.tobacco_links)


def check_passage(comment, passage, reason, pattern):
    """Refuse a redaction without a reason, of words that are not there, or of a mark."""
    if not reason.strip():
        raise RuleBroken("Give the reason for the redaction.")
    if not passage.strip() or not any(map(pattern.search, words_of(comment))):
        raise RuleBroken("This passage does not stand in the comment: copy it to the letter.")
    if CommentRedaction.MARK in passage or pattern.search(CommentRedaction.MARK):
        raise RuleBroken("Leave out what is redacted already: choose the words beside the mark.")
    if re.search(rf"(?<!\w){pattern.pattern}(?!\w)", reason):
        raise RuleBroken("The reason stays in view: give it without repeating the passage.")


def redact_rows(comment, pattern):
    """Put the mark into the raw cells too: of its own row, and of rows that became no comment.

    In the rows of the response's other comments, into what holds for the whole response.
    """
    rows = CommentImportRow.objects.filter(import_record__topic=comment.topic_id)
    of_response = rows.filter(comment__response=comment.response_id)
    for row in (of_response | rows.filter(comment=None)).distinct():
        cells, corrections = (
            marked_cells(said, pattern, whole=row.comment_id in (None, comment.pk))
            for said in (row.cells, row.corrections)
        )
        if (cells, corrections) != (row.cells, row.corrections):
            CommentImportRow.objects.filter(pk=row.pk).update(cells=cells, corrections=corrections)


def marked_cells(cells, pattern, *, whole):
    """Cells with the mark: in all of them, or in those that hold for the whole response."""
    if whole:
        return marked(cells, pattern)
    return cells | marked({key: cells[key] for key in SAID_OF_ALL if key in cells}, pattern)


def redact_quotations(round, pattern, by):
    """Put the mark where responses, themes and notes of changes quote the passage."""
    change = {"version": F("version") + 1, "changed_by": by, "changed_at": timezone.now()}
    for comment in round.comments.select_for_update(of=("self",)).exclude(answer=""):
        answer = marked(comment.answer, pattern)
        if answer != comment.answer:
            Comment.objects.filter(pk=comment.pk).update(answer=answer, **change)
    for theme in Theme.objects.select_for_update().filter(round=round):
        said = {"title": theme.title, "answer": theme.answer}
        after = marked(said, pattern)
        after["title"] = after["title"][:LONGEST_TITLE]
        if after != said:
            Theme.objects.filter(pk=theme.pk).update(**after, **change)
    for of_wording in ChangeOfWording.objects.filter(topic=round.topic_id):
        note = marked(of_wording.note, pattern)
        if note != of_wording.note:
            ChangeOfWording.objects.filter(pk=of_wording.pk).update(note=note[:LONGEST_NOTE])
