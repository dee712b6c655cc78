"""What can be done with a suggestion: filed, explained, and a passage taken from view."""

import re

from django.db import transaction
from django.db.models import F, Q

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.actions.passages import marked, spaced_pattern, without_passages
from stakeholders.models import WORDS, Filing, Import, ImportRow, Redaction, Suggestion
from stakeholders.models.imports import OPEN


@transaction.atomic
def file_suggestion(*, suggestion, area, by, sub_area=None):
    """File a suggestion under the improvement area that is its own."""
    check_area(suggestion, area, sub_area)
    suggestion.filings.filter(area=area, is_own=False).delete()
    filing, _ = Filing.objects.update_or_create(
        suggestion=suggestion,
        is_own=True,
        defaults={"area": area, "sub_area": sub_area, "filed_by": by},
    )
    record("filed", suggestion, by=by, area=area.pk, sub_area=sub_area.pk if sub_area else None)
    return filing


@transaction.atomic
def support_area(*, suggestion, area, by, sub_area=None):
    """Let a suggestion support an area beside the one that is its own."""
    check_area(suggestion, area, sub_area)
    if suggestion.filings.filter(area=area, is_own=True).exists():
        raise RuleBroken(f"{suggestion} is filed under “{area}” already: that is its own area.")
    filing, _ = Filing.objects.update_or_create(
        suggestion=suggestion,
        area=area,
        is_own=False,
        defaults={"sub_area": sub_area, "filed_by": by},
    )
    record("supported", suggestion, by=by, area=area.pk)
    return filing


def check_area(suggestion, area, sub_area):
    """Refuse an area of another topic, and a sub-area of another area."""
    if area.topic_id != suggestion.topic_id:
        raise RuleBroken(f"“{area}” belongs to another topic: choose an area of this one.")
    if sub_area and sub_area.area_id != area.pk:
        raise RuleBroken(f"“{sub_area}” is not a part of “{area}”: choose one of its sub-areas.")


@transaction.atomic
def end_support(*, suggestion, area, by):
    """Let a suggestion no longer support an area beside its own."""
    if not suggestion.filings.filter(area=area, is_own=False).delete()[0]:
        raise RuleBroken(f"{suggestion} does not support “{area}” beside its own area.")
    record("ended_support", suggestion, by=by, area=area.pk)


@transaction.atomic
def unfile_suggestion(*, suggestion, by):
    """Take a suggestion out of the area that is its own; those it supports beside it stay."""
    if not suggestion.filings.filter(is_own=True).delete()[0]:
        raise RuleBroken(f"{suggestion} is not filed under any area.")
    record("unfiled", suggestion, by=by)


@transaction.atomic
def explain_unused(*, suggestion, reason, by, version=None):
    """Say why no summary uses a suggestion; an empty reason takes the explanation back."""
    unchanged = Suggestion.objects.filter(pk=suggestion.pk)
    if version is not None:
        unchanged = unchanged.filter(version=version)
    if not unchanged.update(reason_not_used=reason.strip(), version=F("version") + 1):
        raise EditCollision(Suggestion.objects.get(pk=suggestion.pk))
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
        **{field: redacted}, version=F("version") + 1
    )
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
