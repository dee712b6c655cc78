"""Imports files all at once, as the command line does: all of them, or nothing."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from qsdev.topics.actions import open_round
from qsdev.topics.models import RoundKind
from stakeholders.actions import uploads
from stakeholders.actions.confirming import confirm_import
from stakeholders.actions.imports import start_import
from stakeholders.imports.columns import NAME_KEY, NUMBER_KEY
from stakeholders.imports.exercise import number_of
from stakeholders.imports.names import Register
from stakeholders.imports.newcomers import meet_newcomers


@dataclass
class Imported:
    """What became of files: all rows read, what was found in them, and how many were imported."""

    rows: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    imported: int = 0
    is_refused: bool = False


def import_files(*, topic, round, paths, by, check=False, leave_out_problems=False):
    """Import files one after the other; with `check`, or if one is refused, nothing is written."""
    outcome, kept = Imported(), []
    try:
        with transaction.atomic():
            round = round or exercise_now(topic, by)
            for path in paths:
                import_record = start_import(
                    topic=topic, round=round, file=path, file_name=Path(path).name, by=by
                )
                kept.append(import_record.upload.name)
                take_in(outcome, import_record, by, leave_out_problems)
            if check or outcome.is_refused:
                transaction.set_rollback(True)
                outcome.imported = 0
    finally:
        for name in kept:
            uploads.discard(name)
    return outcome


def exercise_now(topic, by):
    """An engagement exercise for a topic that has none yet: two weeks from today."""
    now = timezone.now()
    closes_at = now + timedelta(weeks=2)
    kind = RoundKind.ENGAGEMENT
    return open_round(topic=topic, kind=kind, opens_at=now, closes_at=closes_at, by=by)


def take_in(outcome, import_record, by, leave_out_problems):
    """Add what one file came to, and confirm it if nothing is in the way."""
    for found in found_in(import_record):
        kind = {"problem": outcome.problems, "warning": outcome.warnings}.get(found["severity"])
        if kind is not None:
            kind.append({key: found[key] for key in ("place", "code", "message")})
    is_read = import_record.is_checking
    has_problem = not is_read or import_record.rows.with_problems().exists()
    if has_problem and not (is_read and leave_out_problems):
        outcome.is_refused = True
    elif import_record.rows.ready().exists():
        confirm_import(import_record=import_record, version=import_record.version, by=by)
        outcome.imported += import_record.rows.exclude(suggestion=None).count()
    outcome.rows += rows_said(import_record)


def found_in(import_record):
    """What was found in the file, then in its rows; each with a place."""
    for found in import_record.notices:
        yield {**found, "place": found["place"] or import_record.file_name}
    for row in import_record.rows.exclude(findings=[]):
        for found in row.findings:
            yield {**found, "place": found.get("place") or row.place}


def rows_said(import_record):
    """Every row that was read, as --json prints it."""
    rows = import_record.rows.select_related("suggestion")
    register = Register.known_in(import_record.topic)
    meet_newcomers(register, {row.values.get(NAME_KEY, "") for row in rows})
    return [
        {
            "number": row.suggestion.number if row.suggestion else number_or_none(row),
            "stakeholder": stakeholder_said(row, register),
            "area": row.shown_heading,
            "place": row.place,
        }
        for row in rows
    ]


def number_or_none(row):
    try:
        return number_of(row.values.get(NUMBER_KEY, ""))
    except ValueError:
        return None


def stakeholder_said(row, register):
    """The registered name of the row's stakeholder; what the row says where there is none."""
    name = row.values.get(NAME_KEY, "")
    match = register.match(name)
    return match.stakeholder.name if match.stakeholder else " ".join(name.split())
