"""Rows of an import: kept, checked together, corrected, refused and put back before it ends."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.consultation.imports.checking import Consulted, check_rows
from qsdev.consultation.imports.columns import CORRECTABLE
from qsdev.consultation.models import CommentImport, CommentImportRow
from qsdev.consultation.models.imports import EMPTY_ROW
from qsdev.errors import RuleBroken
from stakeholders.imports.words import without_identity
from stakeholders.models import ImportState

EMPTY = "Nothing is written in this row."
#: What is written into a row whose refusal is taken back.
NOT_REFUSED = {
    "is_refused": False,
    "refusal_code": "",
    "refusal_reason": "",
    "settled_by": None,
    "settled_at": None,
}


def store_rows(import_record, rows):
    """Keep the rows of a file, each with what was found in it."""
    numbered = list(enumerate(rows, start=1))
    values = [(position, cells) for position, (_, cells, _) in numbered]
    found = check_rows(values, Consulted.of(import_record))
    CommentImportRow.objects.bulk_create(
        [
            CommentImportRow(
                import_record=import_record,
                position=position,
                place=place,
                cells=cells,
                **state_of([*notices, *found.get(position, [])]),
            )
            for position, (place, cells, notices) in numbered
        ],
        batch_size=500,
    )


def state_of(findings):
    """What findings make of a row; one in which nothing is written is left out by itself."""
    is_empty = any(found["code"] == "nothing_written" for found in findings)
    return {
        "findings": findings,
        "has_problem": any(found["severity"] == "problem" for found in findings),
        "is_refused": is_empty,
        "refusal_code": EMPTY_ROW if is_empty else "",
        "refusal_reason": EMPTY if is_empty else "",
    }


def check_again(import_record):
    """Check the rows that are not imported anew; says whether anything came out differently."""
    rows = list(import_record.rows.filter(comment=None, is_refused=False))
    found = check_rows([(row.position, row.values) for row in rows], Consulted.of(import_record))
    changed = []
    for row in rows:
        kept = [each for each in row.findings if each["column"] is None]
        findings = kept + found.get(row.position, [])
        if findings != row.findings:
            row.findings = findings
            row.has_problem = any(each["severity"] == "problem" for each in findings)
            changed.append(row)
    CommentImportRow.objects.bulk_update(changed, ["findings", "has_problem"], batch_size=200)
    return bool(changed)


def claim_open(import_record, **changes):
    """Move a version on, of an import that is being checked."""
    here = CommentImport.objects.filter(pk=import_record.pk, state=ImportState.CHECKING)
    if not here.update(version=F("version") + 1, **changes):
        raise RuleBroken("The rows of this import are not being checked now: look at it again.")
    import_record.refresh_from_db()


def kept_corrections(row, corrections):
    """What stands in the place of a row's cells, with the corrections that were made before."""
    if not set(corrections) <= set(CORRECTABLE):
        raise RuleBroken("An organisation’s words stay as they are: correct the other cells.")
    return {
        key: without_identity(text.strip())
        for key, text in {**row.corrections, **corrections}.items()
        if text.strip() != row.cells.get(key, "")
    }


@transaction.atomic
def correct_row(*, row, corrections, by):
    """Correct whom or what a row means; what the file said stays beside it, and the words whole."""
    claim_open(row.import_record)
    kept = kept_corrections(row, corrections)
    CommentImportRow.objects.filter(pk=row.pk).update(corrections=kept)
    check_again(row.import_record)
    record("corrected_comment_row", row.import_record, by=by, row=row.pk, fields=sorted(kept))
    row.refresh_from_db()
    return row


@transaction.atomic
def refuse_row(*, row, code, reason, by):
    """Refuse a row with the reason, before the import is confirmed."""
    if not reason.strip():
        raise RuleBroken("Give the reason for refusing the row.")
    claim_open(row.import_record)
    CommentImportRow.objects.filter(pk=row.pk).update(
        is_refused=True,
        refusal_code=code,
        refusal_reason=reason.strip(),
        settled_by=by,
        settled_at=timezone.now(),
    )
    check_again(row.import_record)
    record("refused_comment_row", row.import_record, by=by, row=row.pk, code=code)
    row.refresh_from_db()
    return row


@transaction.atomic
def put_back_row(*, row, by):
    """Take the refusal of a row back; it is checked like the others."""
    claim_open(row.import_record)
    CommentImportRow.objects.filter(pk=row.pk).update(**NOT_REFUSED)
    check_again(row.import_record)
    record("put_back_comment_row", row.import_record, by=by, row=row.pk)
    row.refresh_from_db()
    return row
