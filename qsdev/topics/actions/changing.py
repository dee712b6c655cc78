"""Changing a row that several people may change: only what nobody changed since it was opened."""

from django.db.models import F
from django.utils import timezone

from qsdev.errors import EditCollision, RuleBroken


def change_row(*, row, version, by, **changes):
    """Write `changes` into a `Versioned` row that is still at `version`, and read it again.

    Raises EditCollision, having written nothing, where somebody else changed it meanwhile.
    """
    rows = type(row)._default_manager
    if not rows.filter(pk=row.pk, version=version).update(
        **changes, version=F("version") + 1, changed_by=by, changed_at=timezone.now()
    ):
        current = rows.select_related("changed_by").filter(pk=row.pk).first()
        if current is None:
            raise RuleBroken("Somebody removed this meanwhile: copy your text before you leave.")
        raise EditCollision(current)
    row.refresh_from_db()
    return row


def first_change(by):
    """The fields of a row that is just being made: who wrote it, and when."""
    return {"changed_by": by, "changed_at": timezone.now()}
