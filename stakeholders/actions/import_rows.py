"""What a person does with rows before they are imported, and with those that were left out."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.actions.checking import check_again
from stakeholders.actions.confirming import import_one_row
from stakeholders.imports.columns import CORRECTABLE, NAME_KEY, NUMBER_KEY
from stakeholders.imports.findings import LEAVES_OUT
from stakeholders.imports.names import pseudonym_in
from stakeholders.models import Import, ImportRow, ImportState

LONGEST_CORRECTION = 300


@transaction.atomic
def correct_row(*, row, corrections, by, reason=""):
    """Correct a row's ID, stakeholder or heading; what was sent stays beside it."""
    import_record = hold(row.import_record)
    row = ImportRow.objects.get(pk=row.pk)
    check_may_change(import_record, row)
    check_corrections(corrections)
    kept = {**row.corrections, **{key: text.strip() for key, text in corrections.items()}}
    kept = {key: text for key, text in kept.items() if text != row.as_read(key)}
    ImportRow.objects.filter(pk=row.pk).update(
        corrections=kept,
        correction_reason=reason.strip(),
        corrected_by=by,
        corrected_at=timezone.now(),
    )
    record("corrected_row", import_record, by=by, row=row.pk, columns=sorted(corrections))
    return checked_row(import_record, row)


def hold(import_record):
    """The import as it now stands, locked and counted as changed."""
    Import.objects.filter(pk=import_record.pk).update(version=F("version") + 1)
    return Import.objects.select_related("topic", "round").get(pk=import_record.pk)


def checked_row(import_record, row):
    """The row after everything was checked again; a row that was left out is checked by itself."""
    if row.is_left_out and import_record.state == ImportState.CONFIRMED:
        check_again(import_record, only=row.position)
    else:
        check_again(import_record)
    return ImportRow.objects.get(pk=row.pk)


def check_may_change(import_record, row):
    """Refuse changes to rows that are imported, or settled, or whose import has ended."""
    if row.suggestion_id:
        raise RuleBroken("This row is imported: change the suggestion instead.")
    if import_record.state == ImportState.CHECKING:
        return
    if import_record.state != ImportState.CONFIRMED or not row.is_left_out:
        raise RuleBroken("This import has ended: start it again to change its rows.")


def check_corrections(corrections):
    """Refuse corrections of the contributor's words, and names beside a pseudonym."""
    if not set(corrections) <= set(CORRECTABLE):
        raise RuleBroken("The contributor’s words stay as they are: correct ID, name or heading.")
    if any(len(text) > LONGEST_CORRECTION for text in corrections.values()):
        raise RuleBroken(f"Give at most {LONGEST_CORRECTION} characters.")
    if pseudonym_in(corrections.get(NAME_KEY, ""))[1]:
        raise RuleBroken("Enter the pseudonym alone: the member’s own name is not kept here.")


@transaction.atomic
def leave_out_rows(*, import_record, rows, by):
    """Leave rows out of an import; they stay listed with it and can be imported later."""
    import_record = hold(import_record)
    check_is_open(import_record)
    chosen = import_record.rows.filter(pk__in=[row.pk for row in rows])
    chosen.update(is_left_out=True)
    record("left_out_rows", import_record, by=by, rows=[row.pk for row in rows])
    check_again(import_record)
    return import_record


@transaction.atomic
def put_back_rows(*, import_record, rows, by):
    """Take rows back into an import; one that repeats another gets a number of its own."""
    import_record = hold(import_record)
    check_is_open(import_record)
    for row in import_record.rows.filter(pk__in=[row.pk for row in rows], is_left_out=True):
        if any(found["code"] in LEAVES_OUT for found in row.findings):
            row.corrections[NUMBER_KEY] = ""
        ImportRow.objects.filter(pk=row.pk).update(
            is_left_out=False, settled_reason="", corrections=row.corrections
        )
    record("put_back_rows", import_record, by=by, rows=[row.pk for row in rows])
    check_again(import_record)
    return import_record


def check_is_open(import_record):
    if import_record.state != ImportState.CHECKING:
        raise RuleBroken("This import has ended: its rows are no longer chosen here.")


@transaction.atomic
def import_left_out_row(*, row, by):
    """Import a row that was left out of a confirmed import, now that nothing is wrong with it."""
    import_record = hold(row.import_record)
    row = ImportRow.objects.get(pk=row.pk)
    if import_record.state != ImportState.CONFIRMED or not row.is_left_out or row.suggestion_id:
        raise RuleBroken("Only a row that was left out of a confirmed import can be added to it.")
    check_again(import_record, only=row.position)
    row.refresh_from_db()
    in_the_way = [
        found
        for found in row.findings
        if found["severity"] == "problem" or found["code"] in LEAVES_OUT
    ]
    if in_the_way:
        raise RuleBroken(in_the_way[0]["message"])
    suggestion = import_one_row(import_record, row, by)
    record("imported_row", import_record, by=by, row=row.pk, suggestion=suggestion.pk)
    return suggestion


@transaction.atomic
def settle_left_out_row(*, row, reason, by):
    """Say why a row that was left out will not be imported, so that it is no longer open."""
    if not reason.strip():
        raise RuleBroken("Give the reason why this row will not be imported.")
    open_rows = ImportRow.objects.filter(pk=row.pk).left_out()
    if not open_rows.filter(import_record__state=ImportState.CONFIRMED).update(
        settled_reason=reason.strip()
    ):
        raise EditCollision(ImportRow.objects.get(pk=row.pk))
    record("settled_row", row.import_record, by=by, row=row.pk)
    row.refresh_from_db()
    return row


@transaction.atomic
def check_import_again(*, import_record, by):
    """Check the rows of an open import again, after the register or the topic has changed."""
    import_record = hold(import_record)
    check_is_open(import_record)
    check_again(import_record)
    record("checked_import", import_record, by=by)
    return import_record
