"""How each statement stands after consultation: its wording, what was agreed, the chair's word."""

from dataclasses import dataclass

from qsdev.consultation.models import consultation_of
from qsdev.validation.models import AgreedChange, AgreedOutcome, ChairAgreement
from qsdev.validation.wording import consulted_versions
from statements.models import StatementVersion


@dataclass(frozen=True)
class Standing:
    """A statement's last version and the one consulted on, what was agreed, and by the chair.

    `records` are all that was recorded of it, the newest first; `agreed` is the one that stands.
    `agreement` is the chair's on the last version, or None.
    """

    version: StatementVersion
    consulted: StatementVersion | None
    records: tuple[AgreedChange, ...]
    agreement: ChairAgreement | None

    @property
    def statement(self):
        return self.version.statement

    @property
    def number(self):
        return self.statement.number

    @property
    def agreed(self):
        """What stands: the last record, since each names the one before it."""
        return self.records[0] if self.records else None

    @property
    def earlier(self):
        return self.records[1:]

    @property
    def is_to_go(self):
        """Whether the committee agreed that the statement is removed."""
        return self.agreed is not None and self.agreed.outcome == AgreedOutcome.REMOVED

    @property
    def is_reworded(self):
        """Whether its words are no longer those that were consulted on."""
        return self.consulted is None or self.consulted.content != self.version.content

    @property
    def is_changed_unagreed(self):
        """Whether its words differ from those consulted on, though no change was agreed."""
        unchanged = self.agreed is not None and self.agreed.outcome == AgreedOutcome.NO_CHANGE
        return unchanged and self.consulted is not None and self.is_reworded

    @property
    def is_done(self):
        """Whether it was settled, and removed or worded as the chair agrees."""
        if self.agreed is None or not self.agreed.is_settled:
            return False
        if self.statement.is_removed or self.is_to_go:
            return self.statement.is_removed and self.is_to_go
        return self.agreement is not None and not self.is_changed_unagreed


def standings(topic) -> list[Standing]:
    """Return how each statement stands, in the standard's order, removed ones last.

    Statements that were removed before consultation are left out. Reads seven queries.
    """
    consulted = consulted_versions(consultation_of(topic))
    records = {}
    changes = topic.agreed_changes.select_related("statement_version", "meeting", "recorded_by")
    for one in changes.prefetch_related("themes").order_by("-pk"):
        records.setdefault(one.statement_id, []).append(one)
    agreements = topic.chair_agreements.standing().select_related("agreed_by")
    given = {one.statement_version_id: one for one in agreements}
    versions = StatementVersion.objects.latest_in(topic).order_by(
        "statement__removed_at", "statement__position", "statement__number"
    )
    found = [
        Standing(
            version,
            consulted.get(version.statement_id),
            tuple(records.get(version.statement_id, ())),
            given.get(version.pk),
        )
        for version in versions
    ]
    found.sort(key=lambda one: one.statement.is_removed)  # databases place empty dates differently
    return [one for one in found if not one.statement.is_removed or one.consulted or one.records]


def standing_of(topic, number) -> Standing | None:
    """Return how one statement stands, or None where there is no such statement."""
    return next((one for one in standings(topic) if one.number == number), None)
