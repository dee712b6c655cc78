"""Confirming an import, once, and undoing it while nothing depends on it."""

from functools import partial

from django.db import transaction
from django.db.models import F, ProtectedError, Q
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic
from stakeholders.actions import uploads
from stakeholders.actions.bulk_rows import database_time, insert_rows
from stakeholders.actions.checking import check_again, check_outlines, outlines_of
from stakeholders.actions.suggestions_from_rows import write_suggestions
from stakeholders.models import (
    Filing,
    Import,
    ImportRow,
    ImportState,
    Redaction,
    Suggestion,
    SuggestionPart,
    SuggestionState,
    SummaryCitation,
)
from stakeholders.models.register import name_key

LOOK_AGAIN = (
    "Something changed since these rows were checked: the register, the topic’s suggestions or the"
    " rows. Look at them again before you import them."
)


class ChangedSincePreview(RuleBroken):
    """What was shown before confirming no longer holds."""


def confirm_import(*, import_record, version, by, files_under_headings=False):
    """Import the rows without problems and leave out the others, once.

    What could have changed since the preview is checked again; if it has, nothing is imported and
    the preview shows what is new.
    """
    try:
        return confirm_once(import_record, version, by, files_under_headings)
    except ChangedSincePreview:
        with transaction.atomic():
            Import.objects.filter(pk=import_record.pk).update(version=F("version") + 1)
            import_record.refresh_from_db()
            check_again(import_record)
        raise


@transaction.atomic
def confirm_once(import_record, version, by, files_under_headings):
    """Claim the import, check it, write its suggestions."""
    topic = Topic.objects.select_for_update().get(pk=import_record.topic_id)
    upload = import_record.upload.name
    claim(import_record, version, by, files_under_headings)
    outlines = outlines_of(import_record)
    if check_outlines(import_record, outlines):
        raise ChangedSincePreview(LOOK_AGAIN)
    leave_out_problems(import_record)
    imported = write_suggestions(import_record, topic, outlines, by)
    if not imported:
        raise RuleBroken("No row can be imported as it is: correct one, or abandon the import.")
    suggestions = Suggestion.objects.filter(import_row__import_record=import_record)
    filed = file_under_headings(suggestions, topic, by) if files_under_headings else 0
    transaction.on_commit(partial(uploads.discard, upload))
    record("confirmed_import", import_record, by=by, imported=imported, filed=filed)
    return import_record


def claim(import_record, version, by, files_under_headings):
    """Make the import confirmed if it is what the person saw; only one of two can."""
    here = Import.objects.filter(pk=import_record.pk, version=version, state=ImportState.CHECKING)
    claimed = here.update(
        state=ImportState.CONFIRMED,
        upload="",
        tables=[],  # the samples in it hold words that may be redacted later
        files_under_headings=files_under_headings,
        finished_by=by,
        finished_at=timezone.now(),
        version=F("version") + 1,
    )
    import_record.refresh_from_db()
    if not claimed:
        raise (
            ChangedSincePreview(LOOK_AGAIN)
            if import_record.state == ImportState.CHECKING
            else RuleBroken(f"This import has ended already: {import_record.get_state_display()}.")
        )


def leave_out_problems(import_record):
    """Rows with problems stay listed with the import, to be corrected or settled later."""
    import_record.rows.with_problems().update(is_left_out=True)


def import_one_row(import_record, row, by):
    """Write the suggestion of one row that had been left out."""
    topic = Topic.objects.select_for_update().get(pk=import_record.topic_id)
    ImportRow.objects.filter(pk=row.pk).update(is_left_out=False, settled_reason="")
    write_suggestions(import_record, topic, outlines_of(import_record), by)
    row.refresh_from_db()
    if import_record.files_under_headings:
        file_under_headings(Suggestion.objects.filter(pk=row.suggestion_id), topic, by)
    return row.suggestion


def file_under_headings(suggestions, topic, by):
    """File them under the areas whose titles are their headings; returns how many were filed."""
    areas = {name_key(area.title): area.pk for area in topic.areas.all()}
    now = database_time(timezone.now())
    rows = [
        (pk, number, areas[name_key(heading)], True, by.pk, now)
        for pk, number, heading in suggestions.values_list("pk", "number", "heading_in_table")
        if name_key(heading) in areas
    ]
    names = ("suggestion", "number", "area", "is_own", "filed_by", "filed_at")
    insert_rows(Filing, names, rows)
    here = Suggestion.objects.filter(pk__in=suggestions.values("pk"))
    here.filter(filings__is_own=True).update(state=SuggestionState.FILED)
    return len(rows)


@transaction.atomic
def undo_import(*, import_record, by):
    """Take back a confirmed import, its suggestions and their filings, if nothing needs them."""
    here = Import.objects.filter(pk=import_record.pk, state=ImportState.CONFIRMED)
    if not here.update(state=ImportState.UNDONE, tables=[], version=F("version") + 1):
        raise RuleBroken("Only an import that was confirmed can be undone.")
    suggestions = Suggestion.objects.filter(import_row__import_record=import_record)
    check_nothing_depends(suggestions)
    count = suggestions.count()
    try:
        Suggestion.objects.filter(pk__in=suggestions.values("pk")).delete()
    except ProtectedError as error:
        raise RuleBroken(
            "A later step rests on suggestions of this import, so it can no longer be undone."
        ) from error
    record("undid_import", import_record, by=by, suggestions=count)
    import_record.refresh_from_db()
    return import_record


def check_nothing_depends(suggestions):
    """Refuse to undo while its suggestions are cited, redacted in part, split or merged."""
    holding = (
        (SummaryCitation, "cited in summaries"),
        (Redaction, "redacted in part"),
        (SuggestionPart, "split into parts"),
    )
    for model, what in holding:
        of_these = model.objects.filter(suggestion__in=suggestions)
        numbers = sorted(set(of_these.values_list("suggestion__number", flat=True)))
        if numbers:
            names = ", ".join(map(str, numbers[:10])) + (" and more" if len(numbers) > 10 else "")
            raise RuleBroken(f"This import cannot be undone: {what}: suggestion {names}.")
    if suggestions.filter(Q(merged_into__isnull=False) | Q(merged__isnull=False)).exists():
        raise RuleBroken("This import cannot be undone: suggestions of it are merged with others.")
