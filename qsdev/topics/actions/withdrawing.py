"""Withdrawing a row that stands, with the reason: it is never deleted."""

from django.utils import timezone

from qsdev.errors import RuleBroken


def withdraw_row(*, row, reason, by, without_reason, withdrawn_already):
    """Withdraw a `Withdrawable` row that stands, with the reason, and read it again.

    Raises RuleBroken, having written nothing, with the sentence `without_reason` or, where
    somebody withdrew the row before, `withdrawn_already`.
    """
    if not reason.strip():
        raise RuleBroken(without_reason)
    here = type(row)._default_manager.filter(pk=row.pk, withdrawn_at=None)
    if not here.update(
        withdrawn_by=by, withdrawn_at=timezone.now(), reason_withdrawn=reason.strip()
    ):
        raise RuleBroken(withdrawn_already)
    row.refresh_from_db()
    return row
