"""A published standard as JSON, of the shape that `standard.schema.json` documents."""

from django.urls import reverse
from django.utils import timezone

from statements.content import AUDIENCES


def standard_data(standard, absolute) -> dict:
    """Return a `PublishedStandard` as JSON's objects; `absolute` makes a whole address of a path.

    Of a withdrawn version only that it was withdrawn is said, when and why.
    """
    about = {
        "$schema": absolute(reverse("publication:standard_schema")),
        "reference": standard.reference,
        "title": standard.title,
        "version": standard.version,
        "address": absolute(reverse("publication:standard_detail", args=[standard.reference])),
        "published_at": moment(standard.published_at),
    }
    if standard.is_withdrawn:
        return about | {
            "withdrawn_at": moment(standard.withdrawn_at),
            "reason_withdrawn": standard.reason_withdrawn,
        }
    content = standard.content
    return about | {
        "what_is_new": standard.note,
        "about": content["about"],
        "development_sources": content["sources"],
        "statements": [statement(standard, one, absolute) for one in content["statements"]],
        "removed_statements": [removed(standard, one, absolute) for one in content["removed"]],
        "supporting_organisations": content["supporting_organisations"],
    }


def moment(at):
    """A moment where NICE is, with its offset: "2016-10-13T00:05:00+01:00"."""
    return timezone.localtime(at).isoformat(timespec="seconds")


def address_of(standard, number, absolute):
    """The whole address of a statement's public page."""
    return absolute(
        reverse("publication:published_statement_detail", args=[standard.reference, number])
    )


def statement(standard, one, absolute):
    """A statement with all its parts, in the order of print."""
    return {
        "number": one["number"],
        "address": address_of(standard, one["number"], absolute),
        "kind": one["kind"],
        "short_title": one["short_title"],
        "statement": one["text"],
        "rationale": one["rationale"],
        "measures": one["measures"],
        "audiences": {name.removeprefix("for_"): one[name] for name, _ in AUDIENCES},
        "source_guidance": one["sources"],
        "definitions": one["definitions"],
        "equality_and_diversity": one["equality"],
    }


def removed(standard, one, absolute):
    """A statement that was published and is gone, with what replaced it."""
    return one | {"address": address_of(standard, one["number"], absolute)}
