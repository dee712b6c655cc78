"""What can be done with a suggestion’s words: say why none is used, take a passage from view."""

import re

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.actions.hinting import forget_hints
from stakeholders.actions.passages import marked, spaced_pattern, without_passages
from stakeholders.models import (
    WORDS,
    Import,
    ImportRow,
    Redaction,
    Suggestion,
    SuggestionPart,
)
from stakeholders.models.uploaded import OPEN


@transaction.atomic
def explain_unused(*, suggestion, reason, by, version=None):
    """Say why no summary uses a suggestion; an empty reason takes the explanation back."""
    unchanged = Suggestion.objects.filter(pk=suggestion.pk)
    if version is not None:
        unchanged = unchanged.filter(version=version)
    if not unchanged.update(
        reason_not_used=reason.strip(),
        version=F("version") + 1,
        changed_by=by,
        changed_at=timezone.now(),
    ):
        raise EditCollision(Suggestion.objects.select_related("changed_by").get(pk=suggestion.pk))
    record("explained_unused", suggestion, by=by, has_reason=bool(reason.strip()))
    suggestion.refresh_from_db()
    return suggestion


@transaction.atomic
def redact_passage(*, suggestion, field, passage, reason, by):
    """Take a passage from view wherever the suggestion's field holds it, its raw cell included.

    Spaces and line breaks count alike, since a page does not show which of them stand there.

    For example an NHS number in the supporting information: the passage is kept for the keeper's
    page alone, the mark stands in its place everywhere else.
    """
    suggestion = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    pattern = spaced_pattern(passage)
    check_passage(suggestion, field, passage, reason)
    kept = pattern.search(getattr(suggestion, field)).group()
    redacted = marked(getattr(suggestion, field), pattern)
    Suggestion.objects.filter(pk=suggestion.pk).update(
        **{field: redacted}, version=F("version") + 1, changed_by=by, changed_at=timezone.now()
    )
    redact_parts(suggestion, field, pattern)
    forget_hints(suggestion)
    redact_raw_cells(suggestion, field, pattern, kept)
    redaction = Redaction.objects.create(
        suggestion=suggestion, field=field, passage=kept, reason=reason.strip(), made_by=by
    )
    record("redacted", suggestion, by=by, field=field, redaction=redaction.pk)
    return redaction


def check_passage(suggestion, field, passage, reason):
    """Refuse a redaction without a reason, of words that are not there, or of a mark."""
    if field not in WORDS:
        raise RuleBroken("Choose one of the four columns that hold the contributor’s words.")
    if not reason.strip():
        raise RuleBroken("Give the reason for the redaction.")
    pattern = spaced_pattern(passage)
    if not passage.strip() or not pattern.search(getattr(suggestion, field)):
        raise RuleBroken(
            "This passage does not stand in that column: copy it from there to the letter."
        )
    if Redaction.MARK in passage or pattern.search(Redaction.MARK):
        raise RuleBroken("Leave out what is redacted already: choose the words beside the mark.")
    if re.search(rf"(?<!\w){pattern.pattern}(?!\w)", reason):
        raise RuleBroken("The reason stays in view: give it without repeating the passage.")


def redact_parts(suggestion, field, pattern):
    """Put the mark into what parts of the suggestion quote, those that were joined again too."""
    for part in SuggestionPart.objects.filter(suggestion=suggestion):
        if field in part.quotes:
            quotes = {**part.quotes, field: marked(part.quotes[field], pattern)}
            SuggestionPart.objects.filter(pk=part.pk).update(quotes=quotes)


def redact_raw_cells(suggestion, field, pattern, passage):
    """Put the mark into the raw cells of imports as well, so that no copy stays in view.

    These are the suggestion's own row, rows that are not imported (the same table may have been
    uploaded twice), and the samples kept with its import and with those that are still open.
    """
    imports = Import.objects.filter(topic=suggestion.topic_id)
    holding = imports.filter(Q(rows__suggestion=suggestion) | Q(state__in=OPEN))
    for each in imports.select_for_update().filter(pk__in=holding.values("pk")):
        tables = without_passages(each.tables, [passage])
        Import.objects.filter(pk=each.pk).update(tables=tables)
    in_topic = ImportRow.objects.filter(import_record__topic=suggestion.topic_id)
    rows = in_topic.filter(Q(suggestion=suggestion) | Q(suggestion=None))
    for row in rows.only("cells", "corrections", "suggestion").iterator():
        redact_row(row, field, pattern)


def redact_row(row, field, pattern):
    before = {name: getattr(row, name) for name in ("cells", "corrections")}
    after = {
        name: {**cells, field: marked(cells[field], pattern)} if field in cells else cells
        for name, cells in before.items()
    }
    if after != before:
        ImportRow.objects.filter(pk=row.pk).update(**after)
