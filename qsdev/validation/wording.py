"""The wording of statements after consultation: which was consulted on, which may be agreed."""

from qsdev.consultation.models import DraftStatement


def consulted_versions(round):
    """The versions that a round consulted on, by statement; none where it issued no draft."""
    issued = DraftStatement.objects.filter(draft__round=round) if round else ()
    rows = issued.select_related("statement_version") if round else ()
    return {one.statement_version.statement_id: one.statement_version for one in rows}


def versions_to_carry(statement, consulted):
    """The versions of a statement that can carry an agreed change: those after consultation."""
    before = consulted.get(statement.pk)
    versions = statement.versions.filter(number__gt=before.number if before else 0)
    return versions.order_by("-number")
