"""Keeping every change of a statement as a version, whole, with who made it and why."""

from django.db import transaction

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row
from qsdev.topics.models import GlossaryTerm
from recommendations.models import Recommendation
from statements.content import TEXTS, content_of
from statements.models import (
    QualityMeasure,
    SourceGuidance,
    StatementDefinition,
    StatementVersion,
)


def change_statement(*, statement, version, by, reason, restored_from=None, changes=None, **texts):
    """Change a statement that is still at `version`, and keep what it became as a version.

    `changes` is called between the two and changes measures, sources or definitions. Raises
    EditCollision, having written nothing, where somebody else changed the statement meanwhile.
    """
    if statement.is_removed:
        raise RuleBroken("The statement was removed: it keeps its number and stays as it was.")
    change_row(row=statement, version=version, by=by, **texts)
    if changes:
        changes()
    return keep_version(statement=statement, by=by, reason=reason, restored_from=restored_from)


def keep_version(*, statement, by, reason, restored_from=None):
    """Freeze the statement as it is now, under the number that its row has."""
    kept = StatementVersion.objects.create(
        statement=statement,
        number=statement.version,
        content=content_of(statement),
        reason=reason.strip(),
        changed_by=by,
        restored_from=restored_from,
    )
    record("changed_statement", statement, by=by, version=kept.number, restored=bool(restored_from))
    return kept


@transaction.atomic
def restore_version(*, statement_version, version, by):
    """Give a statement the words and parts that it had in an earlier version, as a new version.

    Recommendations and glossary terms that are gone since cannot come back, and are refused.
    """
    statement, content = statement_version.statement, statement_version.content
    kept = [name for name, _ in TEXTS] + ["short_title", "kind"]
    return change_statement(
        statement=statement,
        version=version,
        by=by,
        reason=f"Version {statement_version.number} restored",
        restored_from=statement_version,
        changes=lambda: put_parts(statement, content),
        **{name: content[name] for name in kept},
    )


def put_parts(statement, content):
    """Replace measures, sources and definitions by those of a version."""
    sources = {one["recommendation"] for one in content["sources"]}
    terms = {one["glossary_term"] for one in content["definitions"]} - {None}
    found = set(Recommendation.objects.filter(pk__in=sources).values_list("pk", flat=True))
    known = set(GlossaryTerm.objects.filter(pk__in=terms).values_list("pk", flat=True))
    if found != sources or known != terms:
        raise RuleBroken("A recommendation or term of that version is gone: copy what you need.")
    statement.measures.all().delete()
    statement.sources.all().delete()
    statement.definitions.all().delete()
    QualityMeasure.objects.bulk_create(
        QualityMeasure(
            quality_statement=statement,
            position=position,
            **{name: one[name] for name in one if name != "letter"},
        )
        for position, one in enumerate(content["measures"], start=1)
    )
    SourceGuidance.objects.bulk_create(
        SourceGuidance(quality_statement=statement, recommendation_id=pk) for pk in sorted(sources)
    )
    StatementDefinition.objects.bulk_create(
        StatementDefinition(quality_statement=statement, glossary_term_id=one["glossary_term"])
        if one["glossary_term"]
        else StatementDefinition(
            quality_statement=statement, term=one["term"], definition=one["definition"]
        )
        for one in content["definitions"]
    )
