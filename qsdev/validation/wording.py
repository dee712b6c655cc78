"""The wording of statements after consultation: which versions stand, which were consulted on."""

from django.db.models import OuterRef, Subquery

from qsdev.consultation.models import DraftStatement
from statements.models import StatementVersion


def latest_versions(topic):
    """The last version of each statement, removed ones too, in one query, in order of number."""
    of_same = StatementVersion.objects.filter(statement=OuterRef("statement"))
    last = Subquery(of_same.order_by("-number").values("number")[:1])
    versions = StatementVersion.objects.filter(statement__topic=topic, number=last)
    return versions.select_related("statement__replaced_by").order_by("statement__number")


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
