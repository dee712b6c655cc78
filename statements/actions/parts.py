"""Changing a statement's measures, source guidance and definitions; each makes a version."""

from django.db import transaction

from qsdev.errors import RuleBroken
from qsdev.topics.actions.ordering import ASIDE, next_position
from statements.actions.versions import change_statement
from statements.models import MeasureKind, QualityMeasure, SourceGuidance, StatementDefinition


@transaction.atomic
def add_measure(*, statement, version, by, **measure):
    """Add a quality measure after the others: its kind, text and parts (`measure_said`)."""
    said = measure_said(**measure)
    return change_statement(
        statement=statement,
        version=version,
        by=by,
        reason=f"{MeasureKind(said['kind']).label} measure added",
        changes=lambda: QualityMeasure.objects.create(
            quality_statement=statement, position=next_position(statement.measures.all()), **said
        ),
    )


@transaction.atomic
def change_measure(*, measure, version, by, **changes):
    """Write a measure anew: its kind, text and parts (`measure_said`)."""
    said = measure_said(**changes)
    statement = measure.quality_statement
    return change_statement(
        statement=statement,
        version=version,
        by=by,
        reason=f"{MeasureKind(said['kind']).label} measure changed",
        changes=lambda: statement.measures.filter(pk=measure.pk).update(**said),
    )


@transaction.atomic
def remove_measure(*, measure, version, by):
    """Take a measure away; earlier versions keep it."""
    return change_statement(
        statement=measure.quality_statement,
        version=version,
        by=by,
        reason=f"{measure.get_kind_display()} measure removed",
        changes=measure.delete,
    )


@transaction.atomic
def move_measure(*, measure, version, direction, by):
    """Let a measure change places with its neighbour of the same kind, "up" or "down"."""
    statement = measure.quality_statement
    alike = list(statement.measures.filter(kind=measure.kind))
    place = alike.index(measure)
    other = place - 1 if direction == "up" else place + 1
    if not 0 <= other < len(alike):
        return None
    return change_statement(
        statement=statement,
        version=version,
        by=by,
        reason=f"{measure.get_kind_display()} measures put in order",
        changes=lambda: exchange_places(measure, alike[other]),
    )


def exchange_places(one, other):
    """Give two measures each other's position; no two have the same one meanwhile."""
    rows = QualityMeasure.objects
    rows.filter(pk=one.pk).update(position=one.position + ASIDE)
    rows.filter(pk=other.pk).update(position=one.position)
    rows.filter(pk=one.pk).update(position=other.position)


def measure_said(kind, text, numerator="", denominator="", data_source=""):
    """A measure's fields; only a process is a proportion, and has both its parts or neither."""
    said = {
        "kind": kind,
        "text": text.strip(),
        "numerator": numerator.strip(),
        "denominator": denominator.strip(),
        "data_source": data_source.strip(),
    }
    if not said["text"]:
        raise RuleBroken("Say what is measured.")
    if kind != MeasureKind.PROCESS and (said["numerator"] or said["denominator"]):
        raise RuleBroken("Only a process measure has a numerator and a denominator.")
    return said


@transaction.atomic
def choose_sources(*, statement, version, recommendations, by):
    """Let a statement rest on these recommendations of the topic's development sources."""
    guidelines = set(statement.topic.development_sources.values_list("guideline", flat=True))
    if any(one.guideline_id not in guidelines for one in recommendations):
        raise RuleBroken("Choose recommendations of a development source of this topic.")

    def changes():
        statement.sources.exclude(recommendation__in=recommendations).delete()
        kept = set(statement.sources.values_list("recommendation", flat=True))
        SourceGuidance.objects.bulk_create(
            SourceGuidance(quality_statement=statement, recommendation=one)
            for one in recommendations
            if one.pk not in kept
        )

    return change_statement(
        statement=statement,
        version=version,
        by=by,
        reason="Source guidance chosen",
        changes=changes,
    )


@transaction.atomic
def add_definition(*, statement, version, by, glossary_term=None, term="", definition=""):
    """Define a term for a statement: by the glossary, or in words of its own."""
    said = {"glossary_term": glossary_term, "term": term.strip(), "definition": definition.strip()}
    if glossary_term is None and not (said["term"] and said["definition"]):
        raise RuleBroken("Choose a term of the glossary, or write a term and what it means.")
    if glossary_term is not None and (said["term"] or said["definition"]):
        raise RuleBroken("Choose a term of the glossary or write one of your own, not both.")
    name = glossary_term.term if glossary_term else said["term"]
    taken = {one.printed[0].casefold() for one in statement.definitions.all()}
    if name.casefold() in taken:
        raise RuleBroken(f"“{name}” is defined already.")
    return change_statement(
        statement=statement,
        version=version,
        by=by,
        reason=f"Definition of “{name}” added",
        changes=lambda: StatementDefinition.objects.create(quality_statement=statement, **said),
    )


@transaction.atomic
def remove_definition(*, statement_definition, version, by):
    """Take a definition away."""
    return change_statement(
        statement=statement_definition.quality_statement,
        version=version,
        by=by,
        reason=f"Definition of “{statement_definition}” removed",
        changes=statement_definition.delete,
    )
